// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadwindow.h"

#include <QPlainTextEdit>
#include <QStatusBar>

using namespace Weir;

class TestLoadHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void undoAndForget();
    void undoIsShown();
    void undoWithoutItsDialog();
    void undoneLoadIsNotResumed();
    void databasesInUseAreTold();
    void resumesWithTheStoredPlan();
    void rowsThatReplacedOthersAreWritten();

private:
    std::unique_ptr<LoadWindow> m_window;
};

void TestLoadHistory::init()
{
    failOnWarnings();
    m_window = std::make_unique<LoadWindow>();
    QVERIFY(m_window->show());
}

void TestLoadHistory::cleanup()
{
    m_window.reset();
}

void TestLoadHistory::undoAndForget()
{
    QVERIFY(m_window->load(
        {m_window->write("users.csv", "name,email\nAlice,a@example.com\nBob,b@example.com\n")}));
    QTRY_COMPARE(m_window->tableTitles(), titles(2, 0, 0));
    m_window->trigger("actionLoads");
    auto *dialog = m_window->part<LoadHistoryDialog>();
    QVERIFY(dialog);
    const auto *view = of<QTableView>(dialog, "view");
    QTRY_COMPARE(view->model()->rowCount(), 1);
    button(dialog, "undoButton")->click();
    QVERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("2 rows")));
    QCOMPARE(m_window->tableTitles(), titles(2, 0, 0)); // asked first
    button(dialog, "infoAction")->click();
    QTRY_COMPARE(m_window->tableTitles(), titles(0, 0, 0));
    QTRY_VERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("removed: 2")));
    QTRY_COMPARE(view->model()->index(0, LoadHistoryModel::State).data().toString(),
                 QStringLiteral("Undone"));
    QTRY_VERIFY(button(dialog, "forgetButton")->isEnabled());
    QVERIFY(!button(dialog, "undoButton")->isEnabled());
    button(dialog, "forgetButton")->click();
    button(dialog, "infoAction")->click();
    QTRY_COMPARE(view->model()->rowCount(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_window->part<LoadHistoryDialog>());
}

void TestLoadHistory::undoIsShown()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a@example.com\nB,b@example.com\n")}));
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    m_window->find<QWidget>("logDock")->raise();
    const DatabaseLock lock(m_window->database("users.db"));
    QVERIFY(lock.isHeld());
    button(dialog, "undoButton")->click();
    button(dialog, "infoAction")->click();
    QTRY_COMPARE(m_window->loads().state(), LoadPresenter::State::Undoing);
    LoadPanel *panel = m_window->panel();
    QTRY_VERIFY(!panel->visibleRegion().isEmpty());
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Removing rows"));
    QVERIFY(of<QLabel>(panel, "figuresLabel")->text().contains(QStringLiteral("of 2 rows")));
    QVERIFY(of<QWidget>(panel, "bar")->isVisible());
    QVERIFY(!of<QToolButton>(panel, "pauseButton")->isVisible());
    m_window->window->close(); // it is no load that is stopped
    auto *box = m_window->find<QMessageBox>("stopAndQuitBox");
    QVERIFY(box && box->text().contains(QStringLiteral("removing rows")));
    QVERIFY(answer(box, QStringLiteral("&Keep running")));
    auto *cancel = of<QToolButton>(panel, "stopButton");
    QVERIFY(cancel->isEnabled());
    cancel->click();
    QTRY_COMPARE(m_window->loads().state(), LoadPresenter::State::Idle);
    QTRY_VERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("Stopped")));
    QCOMPARE(dialog->findChild<InfoBar *>()->severity(), InfoBar::Severity::Warning);
}

void TestLoadHistory::undoWithoutItsDialog()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a@example.com\nB,b@example.com\n")}));
    QTRY_COMPARE(m_window->tableTitles(), titles(2, 0, 0));
    QVERIFY(Outsider(m_window->database("users.db")).execute("UPDATE users SET name = 'Z' WHERE id = 1"));
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    button(dialog, "undoButton")->click();
    QSignalSpy undone(&m_window->loads(), &LoadPresenter::undone);
    button(dialog, "infoAction")->click();
    dialog->close();
    QTRY_COMPARE(undone.count(), 1);
    QTRY_VERIFY(m_window->infoBar()->isVisible());
    QCOMPARE(m_window->infoBar()->severity(), InfoBar::Severity::Warning);
    QVERIFY(m_window->infoBar()->text().contains(QStringLiteral("Changed since")));
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
}

// Its batches are gone from the ledger: resuming would begin at the file's beginning.
void TestLoadHistory::undoneLoadIsNotResumed()
{
    QVERIFY(m_window->loadAndCancel(m_window->manyUsers(6000)));
    auto *resume = of<QToolButton>(m_window->panel(), "resumeButton");
    QVERIFY(resume->isVisible());
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    QSignalSpy undone(&m_window->loads(), &LoadPresenter::undone);
    button(dialog, "undoButton")->click();
    button(dialog, "infoAction")->click();
    QTRY_COMPARE_WITH_TIMEOUT(undone.count(), 1, 20000);
    QVERIFY(!resume->isVisible());
    QVERIFY(!m_window->loads().resumeStopped());
    QTRY_COMPARE(m_window->tableTitles(), titles(0, 0, 0));
}

void TestLoadHistory::databasesInUseAreTold()
{
    QVERIFY(m_window->openSheetWith({m_window->manyUsers(20000)}));
    LoadPresenter &loads = m_window->loads();
    QVERIFY(m_window->loadPaused());
    m_window->trigger("actionLoads");
    auto *dialog = m_window->part<LoadHistoryDialog>();
    QTRY_VERIFY(of<EmptyState>(dialog, "emptyState")->accessibleName().contains(QStringLiteral("in use")));
    loads.setPaused(false);
    const auto *view = of<QTableView>(dialog, "view");
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 1, 20000);
    QTRY_VERIFY(button(dialog, "undoButton")->isEnabled());
    button(dialog, "undoButton")->click();
    QVERIFY(button(dialog, "infoAction")->isEnabled());
    LoadPlan plan = loads.plan();
    plan.settings.known = LoadSettings::Known::Again;
    QVERIFY(loads.load(plan));
    QVERIFY(!button(dialog, "infoAction")->isEnabled());
    loads.stop();
    QTRY_COMPARE(loads.state(), LoadPresenter::State::Idle);
}

// What was settled by hand for the load that stopped need not be settled again.
void TestLoadHistory::resumesWithTheStoredPlan()
{
    QByteArray bytes("who;mail;junk\n");
    for (int i = 0; i < 6000; ++i)
        bytes += "User;u" + QByteArray::number(i) + "@example.com;x\n";
    QVERIFY(m_window->openSheetWith({m_window->write("people.csv", bytes)}));
    LoadDraft &draft = m_window->sheet()->draft();
    draft.setEntity(0, 0);
    QTRY_VERIFY(m_window->isRead());
    draft.setField(0, 0, 1);
    draft.setField(0, 1, 2);
    QTRY_VERIFY(m_window->isRead());
    LoadPlan plan = draft.plan();
    m_window->sheet()->reject();
    plan.settings.extra = ColumnMapping::Extra::Ignore;
    QVERIFY(m_window->cancelMidway(plan));
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    // Whatever file the database names, the user chooses it.
    m_window->dialogs.next = m_window->write("other.csv", bytes);
    button(dialog, "resumeButton")->click();
    QVERIFY(m_window->dialogs.asked.title.contains(m_window->file("people.csv")));
    QCOMPARE(m_window->dialogs.asked.suggestion, QString());
    QVERIFY(m_window->infoBar()->text().contains(QStringLiteral("people.csv")));
    QVERIFY(!m_window->sheet() || !m_window->sheet()->isVisible());
    dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    m_window->dialogs.next = m_window->file("people.csv");
    button(dialog, "resumeButton")->click();
    QTRY_VERIFY(m_window->sheet() && m_window->isRead());
    QCOMPARE(m_window->sheet()->draft().plan().files.at(0).mapping, plan.files.at(0).mapping);
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    button(m_window->sheet(), "loadButton")->click(); // not asked again
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 30000);
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (6,000)"));
}

void TestLoadHistory::rowsThatReplacedOthersAreWritten()
{
    QVERIFY(Outsider(m_window->database("users.db"))
                .execute(
                    "CREATE TABLE users(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, name TEXT, email TEXT)"));
    QVERIFY(m_window->load({m_window->write(
        "users.csv", "id,name,email\n1,A,a@example.com\n1,B,b@example.com\n2,C,c@example.com\n")}));
    QVERIFY2(m_window->window->statusBar()->currentMessage().startsWith(QStringLiteral("3 of 3 rows loaded")),
             qPrintable(m_window->window->statusBar()->currentMessage()));
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    const auto *model = of<QTableView>(dialog, "view")->model();
    QCOMPARE(model->index(0, LoadHistoryModel::Written).data().toString(), QStringLiteral("3"));
    button(dialog, "undoButton")->click();
    QVERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("the 3 rows")));
}

QTEST_MAIN(TestLoadHistory)
#include "tst_loadhistory.moc"
