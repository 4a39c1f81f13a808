// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/values/storedplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Weir;

class TestStoredPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsWhatItWrote();
    void writesAsEver_data();
    void writesAsEver();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();

private:
    static StoredPlan plan()
    {
        StoredPlan plan;
        plan.format.encoding = TextEncoding::Latin1;
        plan.format.compression = Compression::Zstd;
        plan.format.delimiter = ';';
        plan.format.quote = '\0';
        plan.format.lineEnd = '\r';
        plan.format.header = false;
        plan.format.maximumRecordBytes = 12345;
        plan.mapping = {{2, -1, 0}, 3};
        plan.ragged = ColumnMapping::Ragged::Fill;
        plan.limits = {77, 4096};
        plan.fields = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("e-mail")};
        plan.headerHash = StoredPlan::hashOf("a,b");
        return plan;
    }
};

void TestStoredPlan::readsWhatItWrote()
{
    const StoredPlan written = plan();
    const auto read = StoredPlan::parse(written.serialize());
    QVERIFY(read);
    QCOMPARE(read->format, written.format);
    QCOMPARE(read->mapping, written.mapping);
    QCOMPARE(read->ragged, written.ragged);
    QCOMPARE(read->limits.records, written.limits.records);
    QCOMPARE(read->limits.bytes, written.limits.bytes);
    QCOMPARE(read->fields, written.fields);
    QCOMPARE(read->headerHash, written.headerHash);
}

void TestStoredPlan::writesAsEver_data()
{
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("plain") << QStringList{QStringLiteral("id"), QStringLiteral("name"),
                                          QStringLiteral("e-mail")};
    QTest::newRow("odd") << QStringList{QStringLiteral("\"\\/"), QStringLiteral("\x01\x1f\x7f\b\f\n\r\t"),
                                        QStringLiteral("名🙂\u2028")};
}

/// To the byte what Qt's JSON, which wrote this before, makes of it.
void TestStoredPlan::writesAsEver()
{
    QFETCH(QStringList, fields);
    StoredPlan written = plan();
    written.fields = fields;
    written.format.lineEnd = static_cast<char>(-1);
    written.rejectsFrom = qint64{1} << 53;
    const QByteArray text = written.serialize();
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    QCOMPARE(object.size(), 16);
    QCOMPARE(QString::fromUtf8(text),
             QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
    const auto read = StoredPlan::parse(text);
    QVERIFY(read);
    QCOMPARE(read->fields, fields);
    QCOMPARE(read->format.lineEnd, static_cast<char>(-1));
    QCOMPARE(read->rejectsFrom, qint64{1} << 53);
}

void TestStoredPlan::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char *name, const QJsonValue &value) {
        QTest::addRow("%s %s", name,
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << QString::fromLatin1(name) << value;
    };
    row("format", 2);
    row("encoding", 4);
    row("encoding", -1);
    row("compression", 3);
    row("delimiter", 300);
    row("quote", QStringLiteral("x"));
    row("lineEnd", QJsonValue());
    row("maximumRecordBytes", 0);
    row("columns", -1);
    row("columns", 2);
    row("columns", std::numeric_limits<int>::max());
    row("columns", qint64{1} << 32);
    row("columnOfField", QJsonArray{0, 1, 3});
    row("columnOfField", QJsonArray{0, 1, -2});
    row("columnOfField", QJsonArray{0, 1});
    row("columnOfField", QJsonArray{0, 1, 2, 2});
    row("columnOfField", QJsonArray{0, 1, QStringLiteral("2")});
    row("columnOfField", QJsonArray{0, 1, 1.5});
    row("fields", QJsonArray{QStringLiteral("id")});
    row("ragged", 2);
    row("batchRows", 0);
    row("batchRows", qint64{1} << 31);
    row("batchBytes", -5);
    row("fields", QStringLiteral("id"));
    row("columnOfField", QJsonObject());
}

void TestStoredPlan::refusesWhatIsDamaged()
{
    QFETCH(QString, name);
    QFETCH(QJsonValue, value);
    QJsonObject object = QJsonDocument::fromJson(plan().serialize()).object();
    QVERIFY(object.contains(name));
    object[name] = value;
    const auto read = StoredPlan::parse(QJsonDocument(object).toJson());
    QVERIFY(!read);
    QVERIFY(!read.error().sentence.isEmpty());
}

QTEST_GUILESS_MAIN(TestStoredPlan)
#include "tst_storedplan.moc"
