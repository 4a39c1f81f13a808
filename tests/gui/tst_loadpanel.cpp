// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadwindow.h"

#include <QTabWidget>

#include <utility>

using namespace Weir;

class TestLoadPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void pauseAndResume();
    void cancelAndResume();
    void rejectsAreShown();
    void groupShowsItsLines();
    void swallowedLinesAreTold();
    void reportIsExported_data();
    void reportIsExported();
    void outcomesAppearAsTheyHappen();
    void allOrNothingIsNotMended();
    void waitingCanBeCancelled();
    void keysReachThePanel();
    void projectIsReplaced();

private:
    std::unique_ptr<LoadWindow> m_window;
};

void TestLoadPanel::init()
{
    failOnWarnings();
    m_window = std::make_unique<LoadWindow>();
    QVERIFY(m_window->show());
}

void TestLoadPanel::cleanup()
{
    m_window.reset();
}

void TestLoadPanel::rejectsAreShown()
{
    QVERIFY(m_window->load(
        {m_window->write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n,c@example.com\nx\n")}));
    auto *panel = m_window->part<LoadPanel>();
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
    const QAbstractItemModel &reasons = *of<QTableView>(panel, "reasonsView")->model();
    QCOMPARE(reasons.rowCount(), 3);
    QCOMPARE(of<QTableView>(panel, "groupsView")->model()->rowCount(), 3);
    auto *filter = of<QLineEdit>(panel, "filterEdit");
    filter->setText(QStringLiteral("bob"));
    QCOMPARE(reasons.rowCount(), 1);
    QCOMPARE(of<QLabel>(panel, "countLabel")->text(), QStringLiteral("Reasons: 1 of 3"));
    QVERIFY(of<QToolButton>(panel, "mendButton")->isEnabled());
    QVERIFY(QFile::exists(m_window->loads().result()->files.at(0).rejectedFile));
    QVERIFY(!of<QToolButton>(panel, "pauseButton")->isVisible());
}

void TestLoadPanel::groupShowsItsLines()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a\nB,b\n,c@example.com\n")}));
    auto *panel = m_window->part<LoadPanel>();
    auto *groups = of<QTableView>(panel, "groupsView");
    of<QTabWidget>(panel, "tabs")->setCurrentIndex(1);
    QVERIFY(groups->isVisible());
    groups->setCurrentIndex(groups->model()->index(0, 0));
    QTest::keyClick(groups, Qt::Key_Return);
    const auto *reasons = of<QTableView>(panel, "reasonsView");
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->model()->rowCount(), 2); // the bad addresses
}

void TestLoadPanel::swallowedLinesAreTold()
{
    const QByteArray lines = "name,email\nA,a@example.com\n\"B,b@example.com\nC,c@example.com\n";
    QVERIFY(m_window->load({m_window->write("users.csv", lines)}));
    const QString told = QStringLiteral("users.csv: A quote opened in line 3 was never closed: 2 lines");
    QVERIFY(m_window->infoBar()->isVisible());
    QVERIFY(m_window->infoBar()->text().startsWith(told));
    const QAbstractItemModel *log = m_window->logView()->model();
    QVERIFY(
        !log->match(log->index(0, LogModel::Message), Qt::DisplayRole, told, 1, Qt::MatchContains).isEmpty());
    const auto *reasons = of<QTableView>(m_window->part<LoadPanel>(), "reasonsView")->model();
    const QString message = reasons->index(0, ReasonsModel::Message).data().toString();
    QVERIFY(message.contains(QStringLiteral("lines 3 to 4 were taken as one record")));
}

void TestLoadPanel::reportIsExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("HTML") << QStringLiteral("r.html") << QByteArray("<!");
    QTest::newRow("JSON") << QStringLiteral("r.json") << QByteArray("{");
    QTest::newRow("CSV") << QStringLiteral("r.csv") << QByteArray("file,");
}

void TestLoadPanel::reportIsExported()
{
    QFETCH(QString, name);
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n")}));
    m_window->dialogs.next = m_window->directory.filePath(name);
    of<QToolButton>(m_window->part<LoadPanel>(), "exportButton")->click();
    QFile file(m_window->dialogs.next);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QFETCH(QByteArray, begin);
    QVERIFY2(text.startsWith(begin), text.left(80).constData());
    QVERIFY(text.contains("email"));
    m_window->dialogs.next = QStringLiteral("/nowhere/") + name;
    of<QToolButton>(m_window->part<LoadPanel>(), "exportButton")->click();
    QTRY_VERIFY(m_window->infoBar()->isVisible());
    QCOMPARE(m_window->infoBar()->severity(), InfoBar::Severity::Error);
}

void TestLoadPanel::pauseAndResume()
{
    QVERIFY(m_window->openSheetWith({m_window->manyUsers(60000)}));
    LoadPresenter &loads = m_window->loads();
    QSignalSpy completed(&loads, &LoadPresenter::completed);
    QSignalSpy progressed(&loads, &LoadPresenter::progressed);
    QVERIFY(m_window->loadPaused());
    LoadPanel *panel = m_window->panel();
    QVERIFY(of<QToolButton>(panel, "pauseButton")->isChecked());
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Paused"));
    // Batches under way end; then nothing moves any more, however long it takes.
    qint64 rows = -1;
    const auto standsStill = [&] {
        const int ticks = progressed.count();
        return QTest::qWaitFor([&] { return progressed.count() >= ticks + 8; })
            && std::exchange(rows, loads.progressModel().total().counts.read()) == rows;
    };
    QTRY_VERIFY(standsStill());
    QVERIFY(standsStill());
    QVERIFY(rows < 60000);
    QCOMPARE(completed.count(), 0);
    of<QToolButton>(panel, "pauseButton")->click();
    QCOMPARE(loads.state(), LoadPresenter::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20000);
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (60,000)"));
}

void TestLoadPanel::cancelAndResume()
{
    QVERIFY(m_window->loadAndCancel(m_window->manyUsers(6000)));
    const LoadResult result = *m_window->loads().result();
    QVERIFY(result.accounted());
    QVERIFY(result.counts().inserted > 0 && result.counts().inserted < 6000);
    LoadPanel *panel = m_window->panel();
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Cancelled"));
    auto *resume = of<QToolButton>(panel, "resumeButton");
    QVERIFY(resume->isVisible() && resume->isEnabled());
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    resume->click();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 30000);
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (6,000)"));
    QVERIFY(!resume->isVisible());
}

void TestLoadPanel::outcomesAppearAsTheyHappen()
{
    const auto *files = of<QTableView>(m_window->panel(), "filesView");
    LoadProgressModel &model = m_window->loads().progressModel();
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nAlice,a@example.com\n")}));
    QVERIFY(files->isColumnHidden(LoadProgressModel::Failed));
    QVERIFY(files->isColumnHidden(LoadProgressModel::Cancelled));
    FileProgress progress;
    progress.state = FileState::Loading;
    progress.counts = {5, 1, 1, 0};
    model.update({progress}, 100);
    Q_EMIT m_window->loads().progressed();
    QVERIFY(!files->isColumnHidden(LoadProgressModel::Failed));
    QVERIFY(files->isColumnHidden(LoadProgressModel::Cancelled));
    const QString figures = of<QLabel>(m_window->panel(), "figuresLabel")->text();
    QVERIFY2(figures.contains(QStringLiteral("5 inserted")) && figures.contains(QStringLiteral("1 failed")),
             qPrintable(figures));
}

void TestLoadPanel::allOrNothingIsNotMended()
{
    QVERIFY(
        m_window->openSheetWith({m_window->write("users.csv", "name,email\nAlice,a@example.com\nBob,b\n")}));
    of<QComboBox>(m_window->sheet(), "policyCombo")->setCurrentIndex(2);
    QVERIFY(m_window->loadSheet());
    QTRY_COMPARE(m_window->tableTitles(), titles(0, 0, 0));
    auto *mend = of<QToolButton>(m_window->panel(), "mendButton");
    QVERIFY(mend->isVisible() && !mend->isEnabled());
    QVERIFY2(mend->toolTip().contains(QStringLiteral("the file itself")), qPrintable(mend->toolTip()));
    QVERIFY(of<QToolButton>(m_window->panel(), "folderButton")->isEnabled());
    QVERIFY(!of<QToolButton>(m_window->panel(), "resumeButton")->isVisible());
    QVERIFY(of<QToolButton>(m_window->panel(), "stopButton")->toolTip().contains(QStringLiteral("nothing")));
}

void TestLoadPanel::waitingCanBeCancelled()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nAlice,a@example.com\n")}));
    LoadPlan plan = m_window->loads().plan();
    plan.settings.known = LoadSettings::Known::Again;
    auto lock = std::make_unique<DatabaseLock>(m_window->database("users.db"));
    QVERIFY(lock->isHeld());
    m_window->trigger("actionRun"); // waits for the lock
    m_window->find<QWidget>("logDock")->raise();
    QVERIFY(m_window->loads().load(plan));
    QCOMPARE(m_window->loads().state(), LoadPresenter::State::Waiting);
    LoadPanel *panel = m_window->panel();
    QTRY_VERIFY(panel->isVisible() && !panel->visibleRegion().isEmpty());
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Waiting"));
    QVERIFY(!of<QLabel>(panel, "figuresLabel")->text().isEmpty());
    auto *cancel = of<QToolButton>(panel, "stopButton");
    QVERIFY(cancel->isVisible() && cancel->isEnabled());
    cancel->click();
    QCOMPARE(m_window->loads().state(), LoadPresenter::State::Idle);
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Loaded"));
    QSignalSpy ran(&m_window->window->presenter(), &RunPresenter::completed);
    lock.reset();
    QTRY_COMPARE_WITH_TIMEOUT(ran.count(), 1, 20000);
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (10)")); // nothing was loaded
}

void TestLoadPanel::keysReachThePanel()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a\nB,b@example.com\n")}));
    LoadPanel *panel = m_window->panel();
    m_window->find<QWidget>("logDock")->raise();
    m_window->window->activateWindow(); // the sheet was
    QVERIFY(QTest::qWaitForWindowActive(m_window->window.get()));
    QTest::keyClick(m_window->window.get(), Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(of<QTableView>(panel, "filesView")->hasFocus());
    of<QTabWidget>(panel, "tabs")->setCurrentIndex(2);
    of<QTableView>(panel, "reasonsView")->setFocus();
    QTest::keyClick(of<QTableView>(panel, "reasonsView"), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(of<QLineEdit>(panel, "filterEdit")->hasFocus());
    QTest::keyClick(m_window->window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_window->part<MendDialog>());
}

// Nothing of the old project may be gone on with in the new one.
void TestLoadPanel::projectIsReplaced()
{
    QVERIFY(m_window->loadAndCancel(m_window->manyUsers(6000)));
    QVERIFY(m_window->openHistory(1));
    LoadPanel *panel = m_window->panel();
    QVERIFY(of<QToolButton>(panel, "resumeButton")->isVisible());
    m_window->trigger("actionNew");
    QTRY_VERIFY(!m_window->part<LoadHistoryDialog>());
    QVERIFY(!m_window->loads().result());
    QVERIFY(m_window->loads().plan().files.isEmpty());
    QVERIFY(!of<QToolButton>(panel, "resumeButton")->isVisible());
    QVERIFY(of<EmptyState>(panel, "emptyState")->isVisible());
    QVERIFY(!m_window->loads().resumeStopped());
}

QTEST_MAIN(TestLoadPanel)
#include "tst_loadpanel.moc"
