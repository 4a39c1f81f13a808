// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadwindow.h"

using namespace Weir;

class TestLoadGuards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void loadAndRunExclude();
    void filesBeingLoadedAreNotSavedOver();
    void loadThatWaitsCounts();
    void quitDuringLoadAsks();
    void quitWhileUndoingWaits();

private:
    std::unique_ptr<LoadWindow> m_window;
};

void TestLoadGuards::init()
{
    failOnWarnings();
    m_window = std::make_unique<LoadWindow>();
    QVERIFY(m_window->show());
}

void TestLoadGuards::cleanup()
{
    m_window.reset();
}

void TestLoadGuards::loadAndRunExclude()
{
    QVERIFY(m_window->openSheetWith({m_window->manyUsers(20000)}));
    QSignalSpy loaded(&m_window->loads(), &LoadPresenter::completed);
    QVERIFY(m_window->loadPaused());
    QVERIFY(!m_window->action("actionRun")->isEnabled());
    QVERIFY(!m_window->action("actionNew")->isEnabled());
    drop(m_window->window.get(), {m_window->write("products.csv", "name,price\nTea,3\n")});
    QVERIFY(m_window->sheet());
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    m_window->loads().setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20000);
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    QVERIFY(m_window->action("actionRun")->isEnabled());
    WEIR_RUN(*m_window, m_window->trigger("actionRun"));
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (20,009)"));
}

void TestLoadGuards::filesBeingLoadedAreNotSavedOver()
{
    const QString path = m_window->manyUsers(20000);
    QVERIFY(m_window->openSheetWith({path}));
    const qint64 size = QFileInfo(path).size();
    QSignalSpy loaded(&m_window->loads(), &LoadPresenter::completed);
    QVERIFY(m_window->loadPaused());
    m_window->dialogs.next = path;
    m_window->trigger("actionSaveAs");
    QTRY_COMPARE(m_window->infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY(m_window->infoBar()->text().contains(path));
    QCOMPARE(QFileInfo(path).size(), size);
    m_window->loads().setPaused(false);
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20000);
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (20,000)"));
}

// Its files are not saved over, and closing says what becomes of it.
void TestLoadGuards::loadThatWaitsCounts()
{
    const QString path = m_window->write("users.csv", "name,email\nA,a@example.com\n");
    QVERIFY(m_window->openSheetWith({path}));
    LoadPlan plan = m_window->sheet()->draft().plan();
    plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    QSignalSpy loaded(&m_window->loads(), &LoadPresenter::completed);
    {
        const DatabaseLock lock(m_window->database("users.db"));
        QVERIFY(lock.isHeld());
        m_window->trigger("actionMigrate"); // waits for the lock
        QVERIFY(m_window->loads().load(plan));
        QCOMPARE(m_window->loads().state(), LoadPresenter::State::Waiting);
        m_window->dialogs.next = path;
        m_window->trigger("actionSaveAs");
        QTRY_COMPARE(m_window->infoBar()->severity(), InfoBar::Severity::Error);
        QVERIFY(m_window->infoBar()->text().contains(path));
        m_window->window->close();
        auto *box = m_window->find<QMessageBox>("stopAndQuitBox");
        QVERIFY(box);
        QCOMPARE(
            box->informativeText(),
            QStringLiteral("In a database that is not done with all its files, nothing of the load stays."));
        QVERIFY(answer(box, QStringLiteral("&Keep running")));
    }
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20000);
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
}

void TestLoadGuards::quitDuringLoadAsks()
{
    QVERIFY(m_window->openSheetWith({m_window->manyUsers(60000)}));
    QVERIFY(m_window->loadPaused());
    m_window->window->close();
    QVERIFY(m_window->window->isVisible());
    auto *box = m_window->find<QMessageBox>("stopAndQuitBox");
    QVERIFY(box && box->text().contains(QStringLiteral("load")));
    QVERIFY(answer(box, QStringLiteral("&Stop and quit")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window->isVisible(), 20000);
}

// The queued undoing goes; the window must not wait for it.
void TestLoadGuards::quitWhileUndoingWaits()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a@example.com\n")}));
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
    LoadHistoryDialog *dialog = m_window->openHistory(1);
    QVERIFY(dialog);
    const DatabaseLock lock(m_window->database("users.db"));
    QVERIFY(lock.isHeld());
    button(dialog, "undoButton")->click();
    m_window->trigger("actionRun"); // waits for the lock
    QSignalSpy undone(&m_window->loads(), &LoadPresenter::undone);
    button(dialog, "infoAction")->click();
    QCOMPARE(m_window->loads().state(), LoadPresenter::State::Waiting);
    m_window->window->close();
    auto *box = m_window->find<QMessageBox>("stopAndQuitBox");
    QVERIFY(box);
    QVERIFY(answer(box, QStringLiteral("&Stop and quit")));
    QCOMPARE(undone.count(), 1);
    QVERIFY(undone.at(0).at(1).value<UndoResult>().stopped);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->window->isVisible(), 20000);
}

QTEST_MAIN(TestLoadGuards)
#include "tst_loadguards.moc"
