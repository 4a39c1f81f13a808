// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "engine/run/runplan.h"

#include <QTest>

using namespace Weir;

class TestRunPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void splits_data();
    void splits();
    void keepsChosenRows();
    void threads_data();
    void threads();
};

void TestRunPlan::splits_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<QList<int>>("perEntity");
    QTest::newRow("thirty") << 30 << QList<int>{10, 10, 10};
    QTest::newRow("one task: one an entity all the same") << 1 << QList<int>{1, 1, 1};
    QTest::newRow("more tasks than rows") << 500 << QList<int>{10, 10, 10};
    QTest::newRow("uneven") << 7 << QList<int>{3, 2, 2};
    QTest::newRow("fifteen") << 15 << QList<int>{5, 5, 5};
}

void TestRunPlan::splits()
{
    QFETCH(int, tasks);
    QFETCH(QList<int>, perEntity);
    Project project = ProjectFile::sample();
    project.run.tasks = tasks;
    const RunPlan plan = RunPlan::make(project);

    QList<int> counts(3);
    QList<QList<int>> rows(3);
    for (const RunPlan::Task &task : plan.tasks) {
        QVERIFY(!task.rows.isEmpty());
        ++counts[task.entity];
        rows[task.entity] += task.rows;
    }
    QCOMPARE(counts, perEntity);
    for (const QList<int> &entityRows : rows)
        QCOMPARE(entityRows, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void TestRunPlan::keepsChosenRows()
{
    const RunPlan plan = RunPlan::make(ProjectFile::sample(), {{QStringLiteral("orders"), {7, 9}}});
    QCOMPARE(plan.tasks.size(), 2);
    QCOMPARE(plan.tasks[0].entity, 2);
    QCOMPARE(plan.tasks[0].rows, QList<int>{7});
    QCOMPARE(plan.tasks[1].rows, QList<int>{9});
    QVERIFY(RunPlan::make(ProjectFile::sample(), {}).tasks.isEmpty());
}

void TestRunPlan::threads_data()
{
    QTest::addColumn<int>("wanted");
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("threads");
    QTest::newRow("as many as tasks") << 0 << 30 << 30;
    QTest::newRow("fewer") << 8 << 30 << 8;
    QTest::newRow("never more than tasks") << 100 << 12 << 12;
}

void TestRunPlan::threads()
{
    QFETCH(int, wanted);
    QFETCH(int, tasks);
    QFETCH(int, threads);
    Project project = ProjectFile::sample();
    project.run.tasks = tasks;
    project.run.threads = wanted;
    QCOMPARE(RunPlan::make(project).threads(), threads);
}

QTEST_GUILESS_MAIN(TestRunPlan)
#include "tst_runplan.moc"
