// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <limits>

using namespace Weir;

using Change = std::function<void(Project &)>;
Q_DECLARE_METATYPE(Change)

class TestProjectChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void validates_data();
    void validates();
    void rulesFitTypes();
    void namesOfFiles_data();
    void namesOfFiles();
};

void TestProjectChecks::validates_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const Change &change, const char *error) {
        QTest::newRow(name) << change << QString::fromUtf8(error);
    };
    const auto s = [](const char *text) {
        return QString::fromUtf8(text);
    };
    row(
        "database without name", [](Project &p) { p.databases[1].name.clear(); },
        "databases[1].name: cannot be empty");
    row(
        "blank name", [s](Project &p) { p.entities[0].name = s(" "); }, "entities[0].name: cannot be empty");
    row(
        "two databases of a name", [](Project &p) { p.databases[2].name = p.databases[0].name; },
        "databases[2].name: there is another database \"users\"");
    row(
        "two databases in a file", [s](Project &p) { p.databases[2].sqlite().file = s("./users.db"); },
        "databases[2].file: another database has the file");
    row(
        "busy timeout", [](Project &p) { p.databases[0].patience = std::chrono::milliseconds(600001); },
        "databases[0].busyTimeoutMs: is 600001");
    row(
        "negative busy timeout", [](Project &p) { p.databases[0].patience = std::chrono::milliseconds(-1); },
        "databases[0].busyTimeoutMs");
    row(
        "two entities of a name", [](Project &p) { p.entities[1].name = p.entities[0].name; },
        "entities[1].name: there is another entity \"users\"");
    row(
        "two entities in a table",
        [s](Project &p) {
            p.entities[1].table = s("USERS");
            p.entities[1].database = s("users");
        },
        "entities[1].table: another entity has the table");
    row(
        "route to nowhere", [s](Project &p) { p.entities[1].database = s("nowhere"); },
        "entities[1].database: there is no database \"nowhere\"");
    row(
        "no key", [](Project &p) { p.entities[0].fields[0].key = false; },
        "entities[0].fields: exactly one field");
    row(
        "two keys", [](Project &p) { p.entities[0].fields[1].key = true; },
        "entities[0].fields: exactly one field");
    row(
        "key of text", [](Project &p) { p.entities[0].fields[0].type = FieldType::Text; },
        "entities[0].fields[0].type: the key must be of type integer");
    row(
        "no fields", [](Project &p) { p.entities[0].fields.clear(); },
        "entities[0].fields: exactly one field");
    row(
        "two fields of a name", [s](Project &p) { p.entities[0].fields[2].name = s("NAME"); },
        "entities[0].fields[2].name: there is another field");
    row(
        "no table", [](Project &p) { p.entities[0].table.clear(); }, "entities[0].table: cannot be empty");
    row(
        "long table", [](Project &p) { p.entities[0].table = QString(64, u'x'); },
        "entities[0].table: is longer than 63");
    row(
        "NUL in a table", [](Project &p) { p.entities[0].table += QChar(u'\0'); },
        "entities[0].table: cannot contain a NUL");
    row(
        "reserved table", [s](Project &p) { p.entities[0].table = s("SQLite_stat"); },
        "entities[0].table: names that begin");
    row(
        "the ledger's table", [s](Project &p) { p.entities[0].table = s("weir_ledger"); },
        "entities[0].table: names that begin");
    row(
        "long column", [](Project &p) { p.entities[0].fields[1].name = QString(64, u'x'); },
        "entities[0].fields[1].name: is longer than 63");
    row(
        "no label", [](Project &p) { p.entities[0].fields[1].label.clear(); },
        "entities[0].fields[1].label: cannot be empty");
    row(
        "display", [s](Project &p) { p.entities[0].display = s("{nobody}"); },
        "entities[0].display: There is no field \"nobody\"");
    row(
        "cells", [s](Project &p) { p.testData[s("users")][3].removeLast(); },
        "testData.users[3]: the row has 2 cells; the entity has 3 fields.");
    row(
        "lone surrogate", [s](Project &p) { p.testData[s("users")][3][1] = QChar(0xd800); },
        "testData.users[3]: is not valid Unicode text.");
    row(
        "rows of no entity", [s](Project &p) { p.testData.insert(s("no body"), {}); },
        "testData[\"no body\"]: there is no entity");
    row(
        "no tasks", [](Project &p) { p.run.tasks = 0; }, "run.tasks: is 0; it must be between 1 and 1000");
    row(
        "threads", [](Project &p) { p.run.threads = 257; },
        "run.threads: is 257; it must be between 0 and 256");
    row(
        "attempts", [](Project &p) { p.run.maxAttempts = 0; }, "run.maxAttempts: is 0");

    const auto rules = [](const QList<Rule> &list) {
        return [list](Project &p) {
            p.entities[0].fields[1].rules = list;
        };
    };
    const auto pattern = [](const QString &text) {
        Rule rule;
        rule.kind = Rule::Kind::Pattern;
        rule.pattern = text;
        return rule;
    };
    const auto bound = [](Rule::Kind kind, double value) {
        Rule rule;
        rule.kind = kind;
        rule.bound = value;
        return rule;
    };
    Rule length;
    length.kind = Rule::Kind::Length;
    length.minLength = 5;
    length.maxLength = 4;
    Rule oneOf;
    oneOf.kind = Rule::Kind::OneOf;
    Rule wellFormed;
    wellFormed.kind = Rule::Kind::WellFormed;
    Rule stray;
    stray.pattern = s("x");
    const double infinity = std::numeric_limits<double>::infinity();
    row("pattern", rules({Rule(), pattern(s("a("))}),
        "entities[0].fields[1].rules[1].pattern: the pattern \"a(\" is not valid: a closing parenthesis");
    row("no pattern", rules({pattern(QString())}),
        "entities[0].fields[1].rules[0].pattern: a pattern is missing");
    row("bounds", rules({bound(Rule::Kind::Maximum, 1), bound(Rule::Kind::Minimum, 2)}),
        "entities[0].fields[1].rules[0].bound: the maximum is less");
    row("infinite bound", rules({bound(Rule::Kind::Maximum, infinity)}),
        "entities[0].fields[1].rules[0].bound: must be a finite");
    row("length", rules({length}), "entities[0].fields[1].rules[0].maxLength: is less than");
    row("no values", rules({oneOf}), "entities[0].fields[1].rules[0].values: the list");
    row("well formed", rules({wellFormed}), "entities[0].fields[1].rules[0].rule: every field");
    row("stray parameter", rules({stray}),
        "entities[0].fields[1].rules[0].pattern: a rule \"required\" has no such");
    const auto typed = [](FieldType type, Rule::Kind kind) {
        Rule rule;
        rule.kind = kind;
        if (kind == Rule::Kind::Pattern)
            rule.pattern = QStringLiteral("a");
        if (kind == Rule::Kind::OneOf)
            rule.values = QStringList{QStringLiteral("a")};
        return [type, rule](Project &p) {
            p.entities[0].fields[1].type = type;
            p.entities[0].fields[1].rules = {Rule(), rule};
        };
    };
    row("pattern of a decimal", typed(FieldType::Decimal, Rule::Kind::Pattern),
        "entities[0].fields[1].rules[1].rule: a rule \"pattern\" does not fit a field of the type decimal.");
    row("one of some decimals", typed(FieldType::Decimal, Rule::Kind::OneOf),
        "entities[0].fields[1].rules[1].rule: a rule \"one-of\" does not fit a field of the type decimal.");
    row("positive date", typed(FieldType::Date, Rule::Kind::Positive),
        "entities[0].fields[1].rules[1].rule: a rule \"positive\" does not fit a field of the type date.");
    row("length of bytes", typed(FieldType::Binary, Rule::Kind::Length),
        "entities[0].fields[1].rules[1].rule: a rule \"length\" does not fit a field of the type binary.");
    row("too many rules", rules(QList<Rule>(10001)), "entities: a project cannot have more than 10000 rules");
    row("too many patterns", rules(QList<Rule>(201, pattern(s("a")))),
        "entities: a project cannot have more than 200 patterns");
}

void TestProjectChecks::validates()
{
    QFETCH(Change, change);
    QFETCH(QString, error);
    Project project = ProjectFile::sample();
    QVERIFY(ProjectFile::validate(project));
    change(project);
    const auto valid = ProjectFile::validate(project);
    QVERIFY(!valid);
    QVERIFY2(valid.error().sentence.startsWith(error), qPrintable(valid.error().sentence));
}

/// Every kind of rule with every type: text, integer and number take all of them.
void TestProjectChecks::rulesFitTypes()
{
    using Kind = Rule::Kind;
    for (int type = 0; type <= static_cast<int>(FieldType::Binary); ++type) {
        QStringList fitting;
        for (int kind = static_cast<int>(Kind::Required); kind <= static_cast<int>(Kind::OneOf); ++kind) {
            Rule rule;
            rule.kind = static_cast<Kind>(kind);
            if (rule.kind == Kind::Pattern)
                rule.pattern = QStringLiteral("a");
            if (rule.kind == Kind::OneOf)
                rule.values = QStringList{QStringLiteral("a")};
            Project project = ProjectFile::sample();
            project.entities[0].fields[1].type = static_cast<FieldType>(type);
            project.entities[0].fields[1].rules = {rule};
            if (ProjectFile::validate(project))
                fitting += ruleKindName(rule.kind);
        }
        const QString numbers = QStringLiteral("integer,number,positive,positive-integer,not-negative,"
                                               "minimum,maximum");
        const QString expected = isReadable(static_cast<FieldType>(type))
            ? QStringLiteral("required,email,pattern,%1,length,one-of").arg(numbers)
            : static_cast<FieldType>(type) == FieldType::Decimal ? QStringLiteral("required,") + numbers
                                                                 : QStringLiteral("required");
        QCOMPARE(fitting.join(u','), expected);
    }
}

void TestProjectChecks::namesOfFiles_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char *file, bool valid) {
        QTest::newRow(file) << QString::fromUtf8(file) << valid;
    };
    row("users.db", true);
    row("sub/users.db", true);
    row("/var/lib/users.db", true);
    row("/var/../users.db", true);
    row("..users.db", true);
    row("naïve 名.db", true);
    row("a?b=c#d.db", true);
    row("", false);
    row(" ", false);
    row(".", false);
    row("./", false);
    row("sub/", false);
    row("..", false);
    row("../users.db", false);
    row("sub/../../users.db", false);
    row("file:users.db", false);
    row("FILE:///users.db?vfs=x", false);
    row(":memory:", false);
    QTest::newRow("NUL") << QStringLiteral("a.db") + QChar(u'\0') << false;
}

void TestProjectChecks::namesOfFiles()
{
    QFETCH(QString, file);
    Project project = ProjectFile::sample();
    project.databases[0].sqlite().file = file;
    QTEST(ProjectFile::validate(project).has_value(), "valid");
}

QTEST_GUILESS_MAIN(TestProjectChecks)
#include "tst_projectchecks.moc"
