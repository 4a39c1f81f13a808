// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/report/loadreport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Weir;

/// The reports of a load whose every text is hostile.
class TestLoadReport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void html();
    void json();
    void csv();
    void text();

private:
    static LoadResult sample();
};

LoadResult TestLoadReport::sample()
{
    const QString hostile = QStringLiteral("<b>&\"',\n\x1b[31m");
    RejectReason reason;
    reason.line = 7;
    reason.byteOffset = 123;
    reason.rule = QStringLiteral("email");
    reason.column = hostile;
    reason.value = hostile;
    reason.message = hostile;
    RejectGroup group;
    group.rule = reason.rule;
    group.column = hostile;
    group.count = 1234;
    group.examples = {reason, reason};
    FileResult file;
    file.path = hostile;
    file.entity = QStringLiteral("users");
    file.table = hostile;
    file.database = hostile;
    file.state = FileState::Stopped;
    file.counts = {90, 10, 0, 5};
    file.earlier = {7, 0, 0, 0, 2};
    file.rows = 105;
    file.unconfirmed = 30;
    file.loadId = QByteArray::fromHex("0011aaff");
    file.resumable = true;
    file.rejectedFile = hostile;
    file.reasonsFile = hostile;
    file.groups = {group};
    file.spanned.add({17, 2983, true});
    file.spanned.add({4000, 7, false});
    file.error = hostile;
    LoadResult result;
    result.files = {file};
    result.started = QDateTime::currentDateTimeUtc();
    result.elapsedNs = 2'000'000'000;
    result.peakMemory = 50 << 20;
    result.notes = {hostile};
    return result;
}

void TestLoadReport::html()
{
    const QByteArray page = loadReportHtml(sample());
    QVERIFY(!page.contains("<b>"));
    QVERIFY(page.contains("&lt;b&gt;&amp;&quot;"));
    QVERIFY(page.contains("loaded before: 9"));
    QVERIFY(page.contains("Content-Security-Policy"));
    QVERIFY(
        page.contains("A quote opened in line 17 was never closed: " + QLocale().toString(2983).toUtf8()));
    QVERIFY(!page.contains("http:") && !page.contains("https:") && !page.contains("<script"));
    QVERIFY(page.contains(QLocale().toString(1234).toUtf8()));
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
}

void TestLoadReport::json()
{
    const QJsonObject object = QJsonDocument::fromJson(loadReportJson(sample())).object();
    QCOMPARE(object[QLatin1String("accounted")].toBool(), true);
    QCOMPARE(object[QLatin1String("counts")][QLatin1String("read")].toInt(), 105);
    const QJsonObject file = object[QLatin1String("files")][0].toObject();
    QCOMPARE(file[QLatin1String("path")].toString(), sample().files[0].path);
    QCOMPARE(file[QLatin1String("state")].toString(), QStringLiteral("stopped"));
    QCOMPARE(file[QLatin1String("loadId")].toString(), QStringLiteral("0011aaff"));
    QCOMPARE(file[QLatin1String("earlier")][QLatin1String("inserted")].toInt(), 7);
    QCOMPARE(file[QLatin1String("unconfirmed")].toInt(), 30);
    const QJsonObject group = file[QLatin1String("groups")][0].toObject();
    QCOMPARE(group[QLatin1String("count")].toInt(), 1234);
    QCOMPARE(group[QLatin1String("examples")].toArray().size(), 2);
    const QJsonObject spanned = file[QLatin1String("rejectedOverSeveralLines")].toObject();
    QCOMPARE(spanned[QLatin1String("records")].toInt(), 2);
    QCOMPARE(spanned[QLatin1String("lines")].toInt(), 2990);
    const QJsonObject longest = spanned[QLatin1String("longest")][0].toObject();
    QCOMPARE(longest[QLatin1String("line")].toInt(), 17);
    QCOMPARE(longest[QLatin1String("lines")].toInt(), 2983);
    QCOMPARE(longest[QLatin1String("unclosed")].toBool(), true);
    QVERIFY(longest[QLatin1String("message")].toString().contains(QStringLiteral("never closed")));
    QVERIFY(!object[QLatin1String("howToResume")].toString().isEmpty());
}

void TestLoadReport::csv()
{
    const QByteArray text = loadReportCsv(sample());
    QVERIFY(text.startsWith("file,table,database,stage,rule,column,count,example_line,"));
    QVERIFY(text.contains("\"<b>&\"\"',\n"));
    QVERIFY(text.contains(",validate,email,"));
    QVERIFY(text.contains(",1234,7,"));
}

void TestLoadReport::text()
{
    const QString text = loadReportText(sample());
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(text.contains(QLocale().toString(1234)));
    QVERIFY(text.contains(QStringLiteral("105")));
    QVERIFY(text.contains(QStringLiteral("A quote opened in line 17 was never closed")));
    QVERIFY(text.contains(QStringLiteral("A quote opened in line 4000 made 7 lines one record")));
    QVERIFY(text.contains(QStringLiteral("loaded before: 9")));
    LoadResult wrong = sample();
    wrong.files[0].rows = 106;
    QVERIFY(loadReportText(wrong) != text);
}

QTEST_GUILESS_MAIN(TestLoadReport)
#include "tst_loadreport.moc"
