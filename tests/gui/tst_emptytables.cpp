// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "loadwindow.h"

#include <QCheckBox>
#include <QDir>
#include <QMenu>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>
#include <unistd.h>

using namespace Weir;

namespace {

/// Memory that runs out once, in another thread than this one, as soon as one of these files is gone.
struct MemoryEnd
{
    std::atomic<bool> isSet{false};
    std::array<QByteArray, 3> files;
    std::thread::id here;

    bool strikes()
    {
        return isSet && std::this_thread::get_id() != here
            && std::any_of(files.begin(), files.end(),
                           [](const QByteArray &file) { return ::access(file.constData(), F_OK) != 0; })
            && isSet.exchange(false);
    }
};
MemoryEnd memoryEnd;

} // namespace

void *operator new(std::size_t size)
{
    if (memoryEnd.strikes())
        throw std::bad_alloc();
    if (void *memory = std::malloc(size > 0 ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

class TestEmptyTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowManyRowsGo();
    void emptiesAndPutsBack();
    void onlyTheChosenTables();
    void undoEndsWithTheNextRun();
    void rowsOfAnotherProgramStay();
    void rowsWithoutPlaceStayInTheCopy();
    void rowsThatAreNotBackStayThroughRuns_data();
    void rowsThatAreNotBackStayThroughRuns();
    void rowsThatAreNotBackGoWithTheUsersWord();
    void projectStaysWhileRowsMove_data();
    void projectStaysWhileRowsMove();
    void failedEmptyingKeepsTheUndoBefore();
    void newEmptyingReplacesTheUndoBefore();
    void copyGoesWithTheWindow();
    void copyGoesWhileOthersWork();
    void closingWaitsForTheUndo_data();
    void closingWaitsForTheUndo();
    void closingStaysWithRowsThatAreNotBack();
    void undoAfterMemoryEndedPutsBackTheRest();
    void endlessCountHoldsUpNothing_data();
    void endlessCountHoldsUpNothing();
    void nothingToEmpty();
    void migrateMakesTheTables();

private:
    QPushButton *openDialog() const
    {
        m_fixture->trigger("actionEmpty");
        return m_fixture->find<QPushButton>("emptyButton");
    }
    QStringList backups() const
    {
        return QDir(m_fixture->dataDirectory() + QStringLiteral("/emptied"))
            .entryList({QStringLiteral("*.db")}, QDir::Files);
    }
    void emptyAll() const
    {
        QPushButton *button = openDialog();
        QTRY_VERIFY(button->isEnabled());
        button->click();
        QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
    }
    bool execute(const char *file, const char *sql) const
    {
        return Outsider(m_fixture->dataDirectory() + u'/' + QLatin1String(file)).execute(sql);
    }
    int count(const char *file, const char *sql) const
    {
        return Outsider(m_fixture->dataDirectory() + u'/' + QLatin1String(file)).number(sql);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestEmptyTables::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
}

void TestEmptyTables::cleanup()
{
    m_fixture.reset();
}

void TestEmptyTables::saysHowManyRowsGo()
{
    QPushButton *button = openDialog();
    QVERIFY(!button->isEnabled()); // until the rows are counted
    QTRY_COMPARE(button->text(), QStringLiteral("&Delete 25 rows"));
    QCOMPARE(m_fixture->find<QLabel>("count_orders")->text(), QStringLiteral("Rows: 7"));
    m_fixture->find<QCheckBox>("empty_users")->setChecked(false);
    QCOMPARE(button->text(), QStringLiteral("&Delete 16 rows"));
    QTest::keyClick(button->window(), Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->find<QPushButton>("emptyButton"));
    QCOMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
}

void TestEmptyTables::emptiesAndPutsBack()
{
    QVERIFY(!m_fixture->action("actionUndoEmptying")->isEnabled());
    QPushButton *button = openDialog();
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
    QVERIFY(m_fixture->action("actionUndoEmptying")->isEnabled());
    QCOMPARE(backups().size(), 3);
    QVERIFY(m_fixture->infoBar()->text().contains(QStringLiteral("25")));
    m_fixture->find<QPushButton>("infoAction")->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QVERIFY(!m_fixture->action("actionUndoEmptying")->isEnabled());
    QVERIFY(backups().isEmpty());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(18, 18, 14));
}

void TestEmptyTables::onlyTheChosenTables()
{
    QPushButton *button = openDialog();
    QTRY_VERIFY(button->isEnabled());
    m_fixture->find<QCheckBox>("empty_users")->setChecked(false);
    m_fixture->find<QCheckBox>("empty_orders")->setChecked(false);
    button->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 0, 7));
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
}

void TestEmptyTables::undoEndsWithTheNextRun()
{
    QPushButton *button = openDialog();
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QTRY_VERIFY(m_fixture->action("actionUndoEmptying")->isEnabled());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QVERIFY(!m_fixture->action("actionUndoEmptying")->isEnabled());
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QTRY_VERIFY(backups().isEmpty());
}

void TestEmptyTables::rowsOfAnotherProgramStay()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (77, 'Eve', 'eve@example.com')"));
    QVERIFY(execute("users.db", "CREATE TABLE theirs AS SELECT 1 AS a"));
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(10, 9, 7));
    QVERIFY(execute("users.db", "UPDATE theirs SET a=2"));
    QVERIFY(backups().isEmpty());
}

void TestEmptyTables::rowsWithoutPlaceStayInTheCopy()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (3, 'Eve', 'eve@example.com')"));
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY2(m_fixture->infoBar()->text().contains(QStringLiteral("id=3")),
             qPrintable(m_fixture->infoBar()->text()));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 9, 7));
    QCOMPARE(backups().size(), 1);
    QVERIFY(m_fixture->infoBar()->text().contains(backups().constFirst()));
    QVERIFY(execute("users.db", "DELETE FROM users"));
    QVERIFY(m_fixture->action("actionUndoEmptying")->isEnabled());
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QVERIFY(backups().isEmpty());
}

void TestEmptyTables::rowsThatAreNotBackStayThroughRuns_data()
{
    QTest::addColumn<QByteArray>("work");
    QTest::newRow("a run") << QByteArray("run");
    QTest::newRow("a load") << QByteArray("load");
    QTest::newRow("another emptying") << QByteArray("empty");
}

// The undo waits, and what comes behind it begins as soon as the undo has failed.
void TestEmptyTables::rowsThatAreNotBackStayThroughRuns()
{
    QFETCH(QByteArray, work);
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (3, 'Eve', 'eve@example.com')"));
    m_fixture->trigger("actionUndoEmptying");
    if (work == "run") {
        WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    } else if (work == "load") {
        LoadPlan plan;
        plan.project = m_fixture->project();
        plan.files = {{m_fixture->file("none.csv"), {}, 0, {}, {}}};
        QSignalSpy started(&m_fixture->window->loads(), &LoadPresenter::started);
        QVERIFY(m_fixture->window->loads().load(plan));
        QTRY_COMPARE(started.count(), 1);
        QTRY_VERIFY(!m_fixture->window->loads().isActive());
    } else {
        QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
        QVERIFY(execute("users.db", "DELETE FROM users"));
        m_fixture->trigger("actionRefreshTables");
        QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 9, 7));
        emptyAll();
    }
    QVERIFY(m_fixture->action("actionUndoEmptying")->isEnabled());
    QCOMPARE(backups().size(), work == "empty" ? 3 : 1);
    QVERIFY(execute("users.db", "DELETE FROM users"));
    m_fixture->infoBar()->hide();
    m_fixture->trigger("actionUndoEmptying");
    QTRY_VERIFY(m_fixture->infoBar()->isVisible());
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Success);
    QCOMPARE(count("users.db", "SELECT count(*) FROM users"), 9);
    QVERIFY(backups().isEmpty());
}

void TestEmptyTables::rowsThatAreNotBackGoWithTheUsersWord()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (3, 'Eve', 'eve@example.com')"));
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QSignalSpy reset(&m_fixture->window->document(), &ProjectDocument::reset);
    m_fixture->trigger("actionNew");
    auto *box = m_fixture->find<QMessageBox>("leftRowsBox");
    QVERIFY(box && box->informativeText().contains(QStringLiteral("users.db")));
    QVERIFY(m_fixture->answer("leftRowsBox", QMessageBox::Cancel));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(backups().size(), 1);
    QTRY_VERIFY(!m_fixture->find<QMessageBox>("leftRowsBox"));
    m_fixture->trigger("actionNew");
    QVERIFY(answer(m_fixture->find<QMessageBox>("leftRowsBox"), QStringLiteral("&Let Them Go")));
    QTRY_COMPARE(reset.count(), 1);
    QTRY_VERIFY(backups().isEmpty());
    QVERIFY(!m_fixture->action("actionUndoEmptying")->isEnabled());
}

void TestEmptyTables::projectStaysWhileRowsMove_data()
{
    QTest::addColumn<bool>("undoing");
    QTest::newRow("emptying") << false;
    QTest::newRow("its undo") << true;
}

void TestEmptyTables::projectStaysWhileRowsMove()
{
    QFETCH(bool, undoing);
    const QString other = m_fixture->file("other.weir");
    QVERIFY(ProjectFile::save(ProjectFile::sample(), other));
    QSignalSpy reset(&m_fixture->window->document(), &ProjectDocument::reset);
    if (undoing)
        emptyAll();
    QPushButton *button = undoing ? nullptr : openDialog();
    QTRY_VERIFY(undoing || button->isEnabled());
    {
        const DatabaseLock lock(m_fixture->dataDirectory() + QStringLiteral("/orders.db"));
        QVERIFY(lock.isHeld());
        if (undoing)
            m_fixture->trigger("actionUndoEmptying");
        else
            button->click();
        for (const char *name : {"actionNew", "actionOpen"})
            QVERIFY2(!m_fixture->action(name)->isEnabled(), name);
        QVERIFY(!m_fixture->find<QMenu>("menuRecent")->isEnabled());
        m_fixture->window->openProject(other);
        QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Warning);
        QCOMPARE(
            m_fixture->infoBar()->text(),
            QStringLiteral("Rows are being deleted or put back: wait for that, then open another project."));
    }
    const QStringList after = undoing ? titles(9, 9, 7) : titles(0, 0, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->tableTitles(), after, 20000);
    QTRY_VERIFY(m_fixture->action("actionNew")->isEnabled());
    QCOMPARE(reset.count(), 0);
}

void TestEmptyTables::failedEmptyingKeepsTheUndoBefore()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (70, 'Eve', 'eve@example.com')"));
    QVERIFY(
        execute("users.db", "CREATE TRIGGER g AFTER DELETE ON users BEGIN DELETE FROM users WHERE 0; END"));
    QVERIFY(execute("orders.db", "INSERT INTO orders (id, user_id) VALUES (90, 70)"));
    QPushButton *button = openDialog();
    QTRY_VERIFY(button->isEnabled());
    button->click();
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    const QString text = m_fixture->infoBar()->text();
    QVERIFY2(text.contains(QStringLiteral("\"g\"")) && text.contains(QStringLiteral("orders.db")),
             qPrintable(text));
    QVERIFY(!text.contains(QStringLiteral("products.db")));
    QCOMPARE(backups().size(), 4);
    QVERIFY(execute("users.db", "DROP TRIGGER g"));
    QVERIFY(m_fixture->action("actionUndoEmptying")->isEnabled());
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(10, 9, 8));
}

void TestEmptyTables::newEmptyingReplacesTheUndoBefore()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (70, 'Eve', 'eve@example.com')"));
    m_fixture->trigger("actionRefreshTables");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
    emptyAll();
    QTRY_COMPARE(backups().size(), 1);
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
}

void TestEmptyTables::copyGoesWithTheWindow()
{
    emptyAll();
    QCOMPARE(backups().size(), 3);
    m_fixture->window.reset();
    QVERIFY(backups().isEmpty());
}

// Whatever project is open: nothing of its databases is needed for that.
void TestEmptyTables::copyGoesWhileOthersWork()
{
    emptyAll();
    QCOMPARE(backups().size(), 3);
    QSignalSpy completed(&m_fixture->window->presenter(), &RunPresenter::completed);
    {
        const DatabaseLock lock(m_fixture->dataDirectory() + QStringLiteral("/orders.db"));
        QVERIFY(lock.isHeld());
        m_fixture->trigger("actionRun");
        QTRY_VERIFY(backups().isEmpty());
        QCOMPARE(m_fixture->window->presenter().state(), RunPresenter::State::Running);
    }
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20000);
}

void TestEmptyTables::closingWaitsForTheUndo_data()
{
    QTest::addColumn<QByteArray>("before"); // work that the undo has to wait for
    QTest::newRow("under way") << QByteArray();
    QTest::newRow("queued") << QByteArray("actionMigrate");
    QTest::newRow("a run waits as well") << QByteArray("actionRun");
}

void TestEmptyTables::closingWaitsForTheUndo()
{
    QFETCH(QByteArray, before);
    emptyAll();
    {
        const Outsider program(m_fixture->dataDirectory() + QStringLiteral("/orders.db"));
        QVERIFY(program.execute("BEGIN IMMEDIATE")); // whoever writes there waits
        if (before == "actionMigrate")
            m_fixture->trigger(before.constData());
        m_fixture->trigger("actionUndoEmptying");
        if (before == "actionRun")
            m_fixture->trigger(before.constData());
        m_fixture->window->close();
        if (before == "actionRun")
            QVERIFY(answer(m_fixture->find<QMessageBox>("stopAndQuitBox"), QStringLiteral("&Stop and quit")));
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY2(m_fixture->infoBar()->text().contains(QStringLiteral("put back")),
                 qPrintable(m_fixture->infoBar()->text()));
        m_fixture->window->close(); // once more changes nothing
        QVERIFY(m_fixture->window->isVisible());
    }
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window->isVisible(), 20000);
    m_fixture->window.reset();
    QCOMPARE(count("users.db", "SELECT count(*) FROM users"), 9);
    QCOMPARE(count("products.db", "SELECT count(*) FROM products"), 9);
    QCOMPARE(count("orders.db", "SELECT count(*) FROM orders"), 7);
    QVERIFY(backups().isEmpty());
}

void TestEmptyTables::closingStaysWithRowsThatAreNotBack()
{
    emptyAll();
    QVERIFY(execute("users.db", "INSERT INTO users VALUES (3, 'Eve', 'eve@example.com')"));
    m_fixture->trigger("actionUndoEmptying");
    m_fixture->window->close();
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 9, 7));
    QVERIFY(m_fixture->window->isVisible());
    QCOMPARE(backups().size(), 1);
    QVERIFY(!m_fixture->window->close());
    QVERIFY(answer(m_fixture->find<QMessageBox>("leftRowsBox"), QStringLiteral("&Let Them Go")));
    QTRY_VERIFY(!m_fixture->window->isVisible());
    QTRY_VERIFY(backups().isEmpty());
}

void TestEmptyTables::undoAfterMemoryEndedPutsBackTheRest()
{
    emptyAll();
    const QStringList copies = backups();
    QCOMPARE(copies.size(), 3);
    for (int i = 0; i < 3; ++i)
        memoryEnd.files[static_cast<std::size_t>(i)] =
            QFile::encodeName(m_fixture->dataDirectory() + QStringLiteral("/emptied/") + copies.at(i));
    memoryEnd.here = std::this_thread::get_id();
    memoryEnd.isSet = true;
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY(!memoryEnd.isSet);
    const QString text = m_fixture->infoBar()->text();
    QVERIFY2(text.contains(QStringLiteral("memory")) && text.contains(QStringLiteral("orders.db are back")),
             qPrintable(text));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 7));
    m_fixture->trigger("actionUndoEmptying");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Success);
    QVERIFY(backups().isEmpty());
}

void TestEmptyTables::endlessCountHoldsUpNothing_data()
{
    QTest::addColumn<bool>("windowCloses");
    QTest::newRow("the dialog closes") << false;
    QTest::newRow("the window closes") << true;
}

void TestEmptyTables::endlessCountHoldsUpNothing()
{
    QFETCH(bool, windowCloses);
    QVERIFY(execute("users.db", "DROP TABLE users"));
    QVERIFY(execute("users.db",
                    "CREATE VIEW users AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id+1 FROM n) "
                    "SELECT id, 'Eve' AS name, 'eve@example.com' AS email FROM n"));
    const QPushButton *button = openDialog();
    QTRY_COMPARE(m_fixture->find<QLabel>("count_products")->text(), QStringLiteral("Rows: 9"));
    QTRY_COMPARE(m_fixture->find<QLabel>("count_orders")->text(), QStringLiteral("Rows: 7"));
    QVERIFY(m_fixture->find<QLabel>("count_users")->text().contains(QStringLiteral("counting")));
    QVERIFY(!button->isEnabled());
    m_fixture->find<QCheckBox>("empty_users")->setChecked(false);
    QCOMPARE(button->text(), QStringLiteral("&Delete 16 rows"));
    QVERIFY(button->isEnabled());
    if (windowCloses) {
        m_fixture->window.reset(); // which would not return
        return;
    }
    QTest::keyClick(button->window(), Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->find<QPushButton>("emptyButton"));
    openDialog(); // it needs the database as well: the count before has ended
    QTRY_COMPARE(m_fixture->find<QLabel>("count_products")->text(), QStringLiteral("Rows: 9"));
}

void TestEmptyTables::nothingToEmpty()
{
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    QPushButton *button = openDialog();
    QTRY_COMPARE(m_fixture->find<QLabel>("count_users")->text(), QStringLiteral("Rows: 0"));
    QVERIFY(!button->isEnabled());
    QVERIFY(
        !QFile::exists(m_fixture->dataDirectory() + QStringLiteral("/users.db"))); // looking makes no file
}

void TestEmptyTables::migrateMakesTheTables()
{
    m_fixture.reset();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    m_fixture->trigger("actionMigrate");
    QTRY_VERIFY(m_fixture->infoBar()->isVisible());
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Success);
    QVERIFY(QFile::exists(m_fixture->dataDirectory() + QStringLiteral("/users.db")));
    m_fixture->trigger("actionMigrate");
    QTRY_COMPARE(m_fixture->infoBar()->text(), QStringLiteral("All databases are up to date."));
}

QTEST_MAIN(TestEmptyTables)
#include "tst_emptytables.moc"
