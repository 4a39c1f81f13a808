// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "core/rules/ruleset.h"
#include "core/text/displaytemplate.h"
#include "core/text/reporttext.h"

#include <QFile>
#include <QTest>

using namespace Weir;

class TestReportText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void equalsTheOriginal();
    void tasksThatDiffer();
    void nothingToReport();
    void cancelledRun();
    void failedRow();
    void unusableDatabase();
    void dataCannotForgeLines();
    void elapsed_data();
    void elapsed();

private:
    static RunResult sampleResult();
    static EntityResult entityResult(const Project &project, const Entity &entity);
};

EntityResult TestReportText::entityResult(const Project &project, const Entity &entity)
{
    const RuleSet rules(entity);
    const auto display = DisplayTemplate::compile(entity);
    RowBatch batch(static_cast<int>(entity.fields.size()));
    for (const TestRow &row : project.rowsOf(entity.name))
        batch.appendRow(batch.rowCount() + 1, row);

    EntityResult result;
    result.name = entity.name;
    result.title = entity.title;
    result.table = entity.table;
    result.database = project.databases[project.databaseIndex(entity.database)].sqlite().file;
    result.tasks = batch.rowCount();
    result.rowsGiven = batch.rowCount();
    for (int row = 0; row < batch.rowCount(); ++row) {
        Outcome outcome;
        outcome.row = row + 1;
        outcome.violations = rules.check(batch.row(row));
        outcome.verdict = outcome.violations.isEmpty() ? Verdict::Inserted : Verdict::Rejected;
        outcome.display = display->render(batch.row(row));
        result.counts.add(outcome.verdict);
        result.outcomes += outcome;
    }
    return result;
}

RunResult TestReportText::sampleResult()
{
    const Project project = ProjectFile::sample();
    RunResult result;
    result.tasks = 30;
    result.threads = 30;
    result.elapsedNs = 52'300'000;
    for (const Entity &entity : project.entities)
        result.entities += entityResult(project, entity);
    return result;
}

void TestReportText::equalsTheOriginal()
{
    QFile golden(QStringLiteral(WEIR_SOURCE_DIR "/tests/data/expected_output.txt"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    const RunResult result = sampleResult();
    QVERIFY(result.accounted());
    QCOMPARE(reportText(result), QString::fromUtf8(golden.readAll()));
}

void TestReportText::tasksThatDiffer()
{
    RunResult result = sampleResult();
    result.tasks = 11;
    result.entities[0].tasks = 4;
    result.entities[1].tasks = 4;
    result.entities[2].tasks = 3;
    QVERIFY(
        reportText(result).contains(QStringLiteral("\nTotal threads executed: 11 (4, 4, 3 per model)\n")));
}

void TestReportText::nothingToReport()
{
    const QString text = reportText(RunResult());
    QVERIFY(text.contains(QStringLiteral("\nTotal threads executed: 0\n")));
    QVERIFY(text.endsWith(QStringLiteral("=\n")));
}

void TestReportText::cancelledRun()
{
    RunResult result = sampleResult();
    result.cancelled = true;
    EntityResult &users = result.entities[0];
    users.outcomes[8].verdict = Verdict::Cancelled;
    users.counts = {8, 1, 0, 1};
    const QString text = reportText(result);
    QVERIFY(text.contains(QStringLiteral("\n✗ Row 9: Row 9: Cancelled before it was written\n")));
    QVERIFY(text.contains(QStringLiteral("\nUsers:    8 successful | 1 failed | 1 cancelled\n")));
    QVERIFY(text.contains(QStringLiteral("\nOrders:   7 successful | 3 failed | 0 cancelled\n")));
}

void TestReportText::failedRow()
{
    RunResult result = sampleResult();
    EntityResult &users = result.entities[0];
    users.outcomes[8].verdict = Verdict::Failed;
    users.outcomes[8].error = QStringLiteral("The email is there already");
    users.counts = {8, 1, 1, 0};
    const QString text = reportText(result);
    QVERIFY(text.contains(QStringLiteral("\n✗ Row 9: Row 9: The email is there already\n")));
    QVERIFY(text.contains(QStringLiteral("\nUsers:    8 successful | 2 failed\n")));
}

void TestReportText::unusableDatabase()
{
    RunResult result = sampleResult();
    EntityResult &users = result.entities[0];
    users.error = QStringLiteral("The file \"users.db\" is not a database.");
    for (Outcome &outcome : users.outcomes) {
        if (outcome.verdict == Verdict::Inserted) {
            outcome.verdict = Verdict::Failed;
            outcome.error = users.error;
        }
    }
    users.counts = {0, 1, 9, 0};
    const QString text = reportText(result);
    QCOMPARE(text.count(users.error), 1);
    QVERIFY(text.contains(QStringLiteral("-\n✗ The file \"users.db\" is not a database.\n✗ Row 1: Row 1: ")));
    QVERIFY(text.contains(QStringLiteral("\n✗ Row 9: Row 9: users.db could not be used\n")));
    QVERIFY(text.contains(QStringLiteral("\n✗ Row 10: Row 10: Name is required and cannot be empty\n")));
    QVERIFY(text.contains(QStringLiteral("\nUsers:    0 successful | 10 failed\n")));
}

void TestReportText::dataCannotForgeLines()
{
    RunResult result = sampleResult();
    result.entities[0].outcomes[0].display = QStringLiteral("User 'x\n✓ Row 99: forged\x1b[2J'");
    const QString text = reportText(result);
    QVERIFY(!text.contains(QStringLiteral("\n✓ Row 99")));
    QVERIFY(!text.contains(QChar(0x1b)));
    QCOMPARE(text.count(u'\n'), reportText(sampleResult()).count(u'\n'));
}

void TestReportText::elapsed_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("line");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.0000 seconds");
    QTest::newRow("rounded up") << qint64(3'450'001) << QStringLiteral("0.0035 seconds");
    QTest::newRow("hours") << qint64(7'200'000'000'000) << QStringLiteral("7200.0000 seconds");
}

void TestReportText::elapsed()
{
    QFETCH(qint64, ns);
    QFETCH(QString, line);
    RunResult result;
    result.elapsedNs = ns;
    QVERIFY(reportText(result).contains(QStringLiteral("Total execution time: ") + line + u'\n'));
}

QTEST_GUILESS_MAIN(TestReportText)
#include "tst_reporttext.moc"
