// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databaseprofile.h"
#include "core/entity.h"
#include "core/rule.h"
#include "core/runsettings.h"

#include <QTest>

using namespace Weir;

/// Enumerators and their names in files and on command lines.
class TestNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void strategies() { check<Strategy>(strategyName, strategyFromName, {"contend", "queue", "group"}); }
    void journalModes()
    {
        check<JournalMode>(journalModeName, journalModeFromName, {"wal", "delete", "truncate", "persist"});
    }
    void synchronousModes()
    {
        check<Synchronous>(synchronousName, synchronousFromName, {"off", "normal", "full", "extra"});
    }
    void backends() { check<BackendKind>(backendKindName, backendKindFromName, {"sqlite"}); }
    void fieldTypes()
    {
        check<FieldType>(fieldTypeName, fieldTypeFromName,
                         {"text", "integer", "number", "decimal", "boolean", "date", "time", "datetime",
                          "uuid", "json", "binary"});
    }
    void ruleKinds()
    {
        QVERIFY(ruleKindName(Rule::Kind::WellFormed).isEmpty());
        check<Rule::Kind>(ruleKindName, ruleKindFromName,
                          {"required", "email", "pattern", "integer", "number", "positive",
                           "positive-integer", "not-negative", "minimum", "maximum", "length", "one-of"},
                          1);
    }

private:
    /// The names are those of consecutive enumerators from `first`.
    template<typename Enum>
    static void check(QString (*nameOf)(Enum), bool (*fromName)(const QString &, Enum *),
                      const std::vector<const char *> &names, int first = 0)
    {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Enum value = static_cast<Enum>(first + static_cast<int>(i));
            const QString name = QString::fromLatin1(names[i]);
            QCOMPARE(nameOf(value), name);
            Enum read{};
            QVERIFY(fromName(name, &read));
            QCOMPARE(read, value);
            QVERIFY(!fromName(name.toUpper(), &read));
        }
        Enum untouched = static_cast<Enum>(first);
        QVERIFY(!fromName(QString(), &untouched));
        QVERIFY(!fromName(QStringLiteral("wal "), &untouched));
        QCOMPARE(untouched, static_cast<Enum>(first));
    }
};

QTEST_GUILESS_MAIN(TestNames)
#include "tst_names.moc"
