// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/run/logfiltermodel.h"
#include "models/run/logmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Weir;

class TestLogModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void oneLineARow();
    void dropsReportsOfOtherRuns();
    void isBounded();
    void escapesControlCharacters();
    void copiesText();
    void filters();

private:
    static TaskReport report(quint64 run, int task, const QList<Outcome> &outcomes);
    static Outcome outcome(int entity, qint64 row, Verdict verdict, const QString &text);
    static QString cell(const LogModel &log, int row, int column)
    {
        return log.index(row, column).data().toString();
    }
};

TaskReport TestLogModel::report(quint64 run, int task, const QList<Outcome> &outcomes)
{
    TaskReport report;
    report.runId = run;
    report.trace.task = task;
    report.trace.enter(Phase::Reporting, 1'000'000);
    report.trace.finish(1'234'567);
    report.outcomes = outcomes;
    return report;
}

Outcome TestLogModel::outcome(int entity, qint64 row, Verdict verdict, const QString &text)
{
    Outcome outcome;
    outcome.entity = entity;
    outcome.row = row;
    outcome.verdict = verdict;
    outcome.key = RowKey(row + 100);
    outcome.display = text;
    if (verdict == Verdict::Rejected)
        outcome.violations = {{1, Rule::Kind::Required, text},
                              {2, Rule::Kind::Email, QStringLiteral("No email")}};
    if (verdict == Verdict::Failed)
        outcome.error = text;
    return outcome;
}

void TestLogModel::oneLineARow()
{
    QLocale::setDefault(QLocale::c());
    LogModel log;
    QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.beginRun(4, ProjectFile::sample());
    log.append({report(4, 0, {outcome(0, 1, Verdict::Inserted, QStringLiteral("User 'Alice'"))}),
                report(4, 6,
                       {outcome(1, 10, Verdict::Rejected, QStringLiteral("Price cannot be negative")),
                        outcome(2, 3, Verdict::Failed, QStringLiteral("The disk is full.")),
                        outcome(2, 4, Verdict::Cancelled, QStringLiteral("Order 4"))})});
    QCOMPARE(log.rowCount(), 5);
    QCOMPARE(log.index(0, 0).data(LogModel::KindRole).toInt(), static_cast<int>(LogModel::HeadingKind));
    QVERIFY(cell(log, 0, LogModel::Message).contains(QStringLiteral("Run 4")));
    QCOMPARE(cell(log, 1, LogModel::Time), QStringLiteral("1.235 ms"));
    QCOMPARE(cell(log, 1, LogModel::Task), QStringLiteral("1"));
    QCOMPARE(cell(log, 1, LogModel::EntityColumn), QStringLiteral("Users"));
    QCOMPARE(cell(log, 1, LogModel::Row), QStringLiteral("1"));
    QCOMPARE(cell(log, 1, LogModel::VerdictColumn), QStringLiteral("Inserted"));
    QCOMPARE(cell(log, 1, LogModel::Message), QStringLiteral("User 'Alice' inserted with key 101"));
    QCOMPARE(cell(log, 2, LogModel::Task), QStringLiteral("7"));
    QCOMPARE(cell(log, 2, LogModel::Message), QStringLiteral("Price cannot be negative; No email"));
    QCOMPARE(cell(log, 3, LogModel::Message), QStringLiteral("The disk is full."));
    QCOMPARE(cell(log, 4, LogModel::Message), QStringLiteral("Order 4 not written: the run was stopped"));
    QCOMPARE(log.index(3, 0).data(LogModel::EntityRole).toString(), QStringLiteral("orders"));
    log.note(QStringLiteral("Saved"));
    QCOMPARE(cell(log, 5, LogModel::Message), QStringLiteral("Saved"));
    log.clear();
    QCOMPARE(log.rowCount(), 0);
}

void TestLogModel::dropsReportsOfOtherRuns()
{
    LogModel log;
    log.beginRun(1, ProjectFile::sample());
    log.beginRun(2, ProjectFile::sample());
    log.append({report(1, 0, {outcome(0, 1, Verdict::Inserted, {})}),
                report(3, 0, {outcome(0, 1, Verdict::Inserted, {})})});
    QCOMPARE(log.rowCount(), 2);
}

void TestLogModel::isBounded()
{
    LogModel log;
    QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.beginRun(1, ProjectFile::sample());
    const auto lines = [](qint64 first, qint64 count) {
        QList<Outcome> outcomes;
        for (qint64 row = first; row < first + count; ++row)
            outcomes.append(outcome(0, row, Verdict::Inserted, QString()));
        return std::vector<TaskReport>{report(1, 0, outcomes)};
    };
    log.append(lines(1, LogModel::Capacity - 1));
    QCOMPARE(log.rowCount(), LogModel::Capacity);
    QSignalSpy removed(&log, &LogModel::rowsRemoved);
    QSignalSpy inserted(&log, &LogModel::rowsInserted);
    log.append(lines(LogModel::Capacity, 500));
    QCOMPARE(log.rowCount(), LogModel::Capacity);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(cell(log, 0, LogModel::Row), QStringLiteral("500"));
    log.append(lines(100'000, LogModel::Capacity + 10));
    QCOMPARE(log.rowCount(), LogModel::Capacity);
    QCOMPARE(cell(log, 0, LogModel::Row), QStringLiteral("100010"));
    QCOMPARE(cell(log, LogModel::Capacity - 1, LogModel::Row),
             QString::number(100'000 + LogModel::Capacity + 9));
}

void TestLogModel::escapesControlCharacters()
{
    LogModel log;
    log.note(QStringLiteral("a\n\x1b[31m\u202Eb <b>"));
    QCOMPARE(cell(log, 0, LogModel::Message), QStringLiteral("a\\n\\x1B[31m\\u202Eb <b>"));
    QCOMPARE(log.index(0, LogModel::Message).data(Qt::ToolTipRole).toString(),
             QStringLiteral("<qt>a\\n\\x1B[31m\\u202Eb &lt;b&gt;</qt>"));
}

void TestLogModel::copiesText()
{
    LogModel log;
    log.beginRun(1, ProjectFile::sample());
    log.append({report(1, 0,
                       {outcome(0, 1, Verdict::Failed, QStringLiteral("one\tcell")),
                        outcome(0, 2, Verdict::Failed, QStringLiteral("two"))})});
    QCOMPARE(log.text({log.index(2, 3), log.index(1, 0), log.index(1, 5)}),
             QStringLiteral("1.235 ms\t1\tUsers\t1\tFailed\tone\\tcell\n1.235 ms\t1\tUsers\t2\tFailed\ttwo"));
}

void TestLogModel::filters()
{
    LogModel log;
    LogFilterModel filter;
    filter.setSourceModel(&log);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    log.beginRun(1, ProjectFile::sample());
    log.note(QStringLiteral("Hello"));
    log.append({report(1, 0,
                       {outcome(0, 1, Verdict::Inserted, QStringLiteral("User 'Alice'")),
                        outcome(0, 2, Verdict::Rejected, QStringLiteral("Name is required")),
                        outcome(1, 1, Verdict::Rejected, QStringLiteral("Price is required"))})});
    QCOMPARE(filter.rowCount(), 5);
    filter.setVerdict(Verdict::Rejected);
    QCOMPARE(filter.rowCount(), 3); // and the heading
    filter.setEntity(QStringLiteral("users"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(QStringLiteral("NAME"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setVerdict(std::nullopt);
    filter.setEntity(QString());
    filter.setText(QStringLiteral("alice"));
    QCOMPARE(filter.rowCount(), 1);
    log.append({report(1, 1, {outcome(2, 1, Verdict::Inserted, QStringLiteral("Order of Alice"))})});
    QCOMPARE(filter.rowCount(), 2);
}

QTEST_MAIN(TestLogModel)
#include "tst_logmodel.moc"
