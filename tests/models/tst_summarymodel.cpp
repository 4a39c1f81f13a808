// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/run/summarymodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Weir;

class TestSummaryModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void countsLive();
    void finalFigures();
    void unknownFigures();
    void durations_data();
    void durations();

private:
    static QString cell(const SummaryModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestSummaryModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QLocale::setDefault(QLocale::c());
}

void TestSummaryModel::countsLive()
{
    SummaryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    Project project = ProjectFile::sample();
    project.testData[QStringLiteral("products")].clear();
    model.beginRun(2, project);
    QCOMPARE(model.rowCount(), 3); // users, orders, total
    QCOMPARE(cell(model, 0, SummaryModel::EntityColumn), QStringLiteral("Users"));
    QCOMPARE(cell(model, 1, SummaryModel::EntityColumn), QStringLiteral("Orders"));

    TaskReport report;
    report.runId = 2;
    for (const Verdict verdict :
         {Verdict::Inserted, Verdict::Inserted, Verdict::Rejected, Verdict::Failed, Verdict::Cancelled}) {
        Outcome outcome;
        outcome.entity = 2;
        outcome.verdict = verdict;
        report.outcomes.append(outcome);
    }
    report.outcomes[0].entity = 0;
    TaskReport older = report;
    older.runId = 1;
    QSignalSpy changed(&model, &SummaryModel::dataChanged);
    model.append({report, older});
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cell(model, 0, SummaryModel::Inserted), QStringLiteral("1"));
    QCOMPARE(cell(model, 1, SummaryModel::Inserted), QStringLiteral("1"));
    QCOMPARE(cell(model, 1, SummaryModel::Rejected), QStringLiteral("1"));
    QCOMPARE(cell(model, 1, SummaryModel::Failed), QStringLiteral("1"));
    QCOMPARE(cell(model, 1, SummaryModel::Cancelled), QStringLiteral("1"));
    QCOMPARE(cell(model, 2, SummaryModel::Inserted), QStringLiteral("2"));
    QCOMPARE(cell(model, 2, SummaryModel::Total), QStringLiteral("5"));
    QCOMPARE(model.figureText(SummaryModel::Elapsed), QStringLiteral("–"));
}

void TestSummaryModel::finalFigures()
{
    SummaryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.beginRun(5, ProjectFile::sample());
    RunResult result;
    result.runId = 5;
    result.elapsedNs = 2'500'000;
    result.threads = 30;
    result.tasks = 30;
    result.retries = 1234;
    result.latencies = {870'000, 2'100'000, 2'400'000, 2'450'000};
    EntityResult users;
    users.name = QStringLiteral("users");
    users.title = QStringLiteral("Users");
    users.counts = {9, 1, 0, 0};
    users.error = QStringLiteral("<no> file");
    result.entities = {users};
    QSignalSpy figures(&model, &SummaryModel::figuresChanged);
    model.finish(result);
    QCOMPARE(figures.count(), 1);
    QVERIFY(model.hasResult());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 1, SummaryModel::Total), QStringLiteral("10"));
    QCOMPARE(model.entityError(0), users.error);
    QCOMPARE(model.entityError(1), QString());
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("<qt>&lt;no&gt; file</qt>"));
    QCOMPARE(model.figureText(SummaryModel::Elapsed), QStringLiteral("2.50 ms"));
    QCOMPARE(model.figureText(SummaryModel::RowsPerSecond), QStringLiteral("4000"));
    QCOMPARE(model.figureText(SummaryModel::P50), QStringLiteral("870 µs"));
    QCOMPARE(model.figureText(SummaryModel::Threads), QStringLiteral("30"));
    for (int figure = 0; figure < SummaryModel::FigureCount; ++figure) {
        QVERIFY(!SummaryModel::figureLabel(static_cast<SummaryModel::Figure>(figure)).isEmpty());
        QVERIFY(!model.figureText(static_cast<SummaryModel::Figure>(figure)).isEmpty());
    }
    model.beginRun(6, ProjectFile::sample());
    QVERIFY(!model.hasResult());
    QCOMPARE(cell(model, 3, SummaryModel::Total), QStringLiteral("0"));
}

/// Nothing was inserted, or nothing was even tried.
void TestSummaryModel::unknownFigures()
{
    SummaryModel model;
    RunResult result;
    result.elapsedNs = 2'500'000;
    result.latencies = {1000, 1000, 1000, 1000};
    EntityResult users;
    users.counts = {0, 3, 4, 0};
    result.entities = {users};
    model.finish(result);
    QCOMPARE(model.figureText(SummaryModel::RowsPerSecond), QStringLiteral("–"));
    QCOMPARE(model.figureText(SummaryModel::P99), QStringLiteral("1.00 µs"));
    result.latencies = {};
    result.entities[0].counts = {0, 0, 0, 7};
    model.finish(result);
    for (const SummaryModel::Figure figure : {SummaryModel::RowsPerSecond, SummaryModel::P50,
                                              SummaryModel::P95, SummaryModel::P99, SummaryModel::Maximum})
        QCOMPARE(model.figureText(figure), QStringLiteral("–"));
    QCOMPARE(model.figureText(SummaryModel::Elapsed), QStringLiteral("2.50 ms"));
}

void TestSummaryModel::durations_data()
{
    QTest::addColumn<qint64>("ns");
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.00 µs");
    QTest::newRow("microseconds") << qint64(45'678) << QStringLiteral("45.7 µs");
    QTest::newRow("milliseconds") << qint64(234'567'890) << QStringLiteral("235 ms");
    QTest::newRow("seconds") << qint64(1'250'000'000) << QStringLiteral("1.25 s");
}

void TestSummaryModel::durations()
{
    QFETCH(qint64, ns);
    QFETCH(QString, text);
    SummaryModel model;
    RunResult result;
    result.elapsedNs = ns;
    model.finish(result);
    QCOMPARE(model.figureText(SummaryModel::Elapsed), text);
}

QTEST_MAIN(TestSummaryModel)
#include "tst_summarymodel.moc"
