// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QProgressBar>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

using namespace Weir;

class TestRunFlows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void newcomerSeesAdvice();
    void runBrowseEditRunAgain();
    void keyboardOnlyRun_data();
    void keyboardOnlyRun();
    void replayCanBeSkipped();
    void stopDuringReplayShowsTheRest();
    void strategyAndTasksAreTheProjects();
    void databaseThatCannotBeUsedIsReported();
    void quitDuringReplay();
    void stopWhenIdleIsDisabled();
};

void TestRunFlows::init()
{
    failOnWarnings();
}

void TestRunFlows::newcomerSeesAdvice()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QTRY_COMPARE(fixture.tableTitles(), titles(0, 0, 0));
    auto *advice = fixture.table(0)->findChild<EmptyState *>(QStringLiteral("emptyState"));
    QTRY_VERIFY(advice->isVisible());
    QVERIFY(advice->text().contains(QStringLiteral("F5")));
    WEIR_RUN(fixture, QTest::mouseClick(advice->findChild<QPushButton *>(), Qt::LeftButton));
    QTRY_COMPARE(fixture.tableTitles(), titles(9, 9, 7));
    QVERIFY(!advice->isVisible());
}

void TestRunFlows::runBrowseEditRunAgain()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    WEIR_RUN(fixture, QTest::mouseClick(fixture.find<QToolButton>("runButton"), Qt::LeftButton));
    QTRY_COMPARE(fixture.tableTitles(), titles(9, 9, 7));
    auto *tabs = fixture.find<QTabWidget>("tableTabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
        QCOMPARE(tabs->currentIndex(), tab);
        TableModel &model = fixture.table(tab)->model();
        QTRY_VERIFY(model.isFetched(0, model.rowCount() - 1));
        QVERIFY(!model.index(0, 1).data().toString().isEmpty());
    }
    QCOMPARE(fixture.logView()->model()->rowCount(), 31); // a heading and a line a row

    QTableView *grid = fixture.testGrid();
    QVERIFY(grid->model()->setData(grid->model()->index(9, 1), QStringLiteral("Jane")));
    WEIR_RUN(fixture, fixture.trigger("actionRun"));
    QTRY_COMPARE(fixture.tableTitles(), titles(19, 18, 14));
    auto *summary = fixture.find<QTableView>("view");
    QVERIFY(summary);
    QCOMPARE(fixture.find<QLabel>("detailLabel")->text(), QStringLiteral("26 of 30 rows written"));
}

void TestRunFlows::keyboardOnlyRun_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("F5") << int(Qt::Key_F5) << Qt::KeyboardModifiers();
    QTest::newRow("Ctrl+R") << int(Qt::Key_R) << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestRunFlows::keyboardOnlyRun()
{
    QFETCH(int, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    WindowFixture fixture;
    QVERIFY(fixture.show());
    WEIR_RUN(fixture, QTest::keyClick(fixture.window.get(), Qt::Key(key), modifiers));
    QTRY_COMPARE(fixture.tableTitles(), titles(9, 9, 7));
    QTest::keyClick(fixture.window.get(), Qt::Key_2, Qt::ControlModifier); // to the tables
    auto *grid = fixture.table(0)->findChild<TableGrid *>();
    QTRY_COMPARE(fixture.window->focusWidget(), grid);
    QTest::keyClick(grid, Qt::Key_End);
    QCOMPARE(grid->currentIndex().row(), 8);
    QTest::keyClick(grid, Qt::Key_Home);
    QCOMPARE(grid->currentIndex().row(), 0);
    QTest::keyClick(fixture.window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(fixture.find<QTabWidget>("tableTabs")->currentIndex(), 1);
    QTest::keyClick(fixture.window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.part<TableWorkspace>()->isSideBySide());
    for (int i = 0; i < 3; ++i)
        QTRY_VERIFY(fixture.table(i)->isVisible());
    QTest::keyClick(fixture.window.get(), Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(fixture.window->focusWidget(), fixture.logView());
}

void TestRunFlows::replayCanBeSkipped()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QVERIFY(!fixture.action("actionSkip")->isEnabled());
    fixture.trigger("actionReplay");
    QVERIFY(fixture.settings.replaysSlowly());
    QSignalSpy completed(&fixture.window->presenter(), &RunPresenter::completed);
    fixture.trigger("actionRun");
    QTRY_COMPARE(fixture.window->presenter().state(), RunPresenter::State::Replaying);
    QVERIFY(fixture.find<QProgressBar>("progressBar")->isVisible());
    QVERIFY(fixture.find<QLabel>("progressLabel")->text().contains(QStringLiteral("of 30 tasks")));
    QCOMPARE(completed.count(), 0);
    fixture.trigger("actionSkip");
    QCOMPARE(completed.count(), 1);
    QVERIFY(fixture.isIdle());
    QVERIFY(!fixture.find<QProgressBar>("progressBar")->isVisible());
    QCOMPARE(fixture.logView()->model()->rowCount(), 31);
}

void TestRunFlows::stopDuringReplayShowsTheRest()
{
    WindowFixture fixture;
    fixture.settings.setReplaysSlowly(true);
    QVERIFY(fixture.show());
    QSignalSpy completed(&fixture.window->presenter(), &RunPresenter::completed);
    fixture.trigger("actionRun");
    QTRY_COMPARE(fixture.window->presenter().state(), RunPresenter::State::Replaying);
    QTest::keyClick(fixture.window.get(), Qt::Key_Escape);
    QCOMPARE(completed.count(), 1);
    QVERIFY(!completed.first().first().value<FinishedRun>().result.cancelled);
}

void TestRunFlows::strategyAndTasksAreTheProjects()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    auto *strategy = fixture.find<QComboBox>("strategyCombo");
    auto *tasks = fixture.find<QSpinBox>("tasksSpin");
    QCOMPARE(tasks->value(), 30);
    strategy->setFocus();
    QTest::keyClick(strategy, Qt::Key_Down);
    QCOMPARE(fixture.project().run.strategy, Strategy::Queue);
    tasks->setValue(6);
    QCOMPARE(fixture.project().run.tasks, 6);
    fixture.trigger("actionUndo");
    fixture.trigger("actionUndo");
    QCOMPARE(tasks->value(), 30);
    QCOMPARE(strategy->currentIndex(), 0);
    QVERIFY(!fixture.window->isWindowModified());
}

void TestRunFlows::databaseThatCannotBeUsedIsReported()
{
    WindowFixture fixture;
    QVERIFY(QDir().mkpath(fixture.dataDirectory()));
    QFile garbage(fixture.dataDirectory() + QStringLiteral("/users.db"));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    QVERIFY(garbage.write(QByteArray(8192, 'x')) == 8192);
    garbage.close();
    QVERIFY(fixture.show());
    auto *message = fixture.table(0)->findChild<EmptyState *>(QStringLiteral("emptyState"));
    QTRY_VERIFY(message->isVisible() && message->title().contains(QStringLiteral("users.db")));
    WEIR_RUN(fixture, fixture.trigger("actionRun"));
    QTRY_COMPARE(fixture.tableTitles().mid(1), titles(0, 9, 7).mid(1)); // the others went on
    QVERIFY(fixture.infoBar()->isVisible());
    QCOMPARE(fixture.infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY(fixture.infoBar()->text().contains(QStringLiteral("users.db")));
    QVERIFY(fixture.find<QLabel>("errorLabel")->isVisible());
}

void TestRunFlows::quitDuringReplay()
{
    WindowFixture fixture;
    fixture.settings.setReplaysSlowly(true);
    QVERIFY(fixture.show());
    fixture.trigger("actionRun");
    QTRY_COMPARE(fixture.window->presenter().state(), RunPresenter::State::Replaying);
    fixture.window->close();
    QTRY_VERIFY(!fixture.window->isVisible());
    QVERIFY(!fixture.settings.windowGeometry().isEmpty());
}

void TestRunFlows::stopWhenIdleIsDisabled()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QVERIFY(!fixture.action("actionStop")->isEnabled());
    QVERIFY(fixture.action("actionRun")->isEnabled());
}

QTEST_MAIN(TestRunFlows)
#include "tst_runflows.moc"
