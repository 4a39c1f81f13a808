// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadwindow.h"

using namespace Weir;

class TestMending : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void mendAndLoadOnlyThese();
    void damagedTextIsNotLoaded();
    void refusedLinesSayWhy();
    void editsAreNotLostUnasked();
    void moreLinesAreOffered();
    void planIsThatOfTheLoad();
    void mendedLinesWaitOnTheSheet();
    void projectIsReplaced();
    void quitAsksAboutEdits();

private:
    std::unique_ptr<LoadWindow> m_window;
};

void TestMending::init()
{
    failOnWarnings();
    m_window = std::make_unique<LoadWindow>();
    QVERIFY(m_window->show());
}

void TestMending::cleanup()
{
    m_window.reset();
}

void TestMending::mendAndLoadOnlyThese()
{
    QVERIFY(m_window->load({m_window->write(
        "users.csv", "name,email\nAlice,a@example.com\nBob,bob\n\"C\"x,c@example.com\nD,d\n")}));
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
    of<QToolButton>(m_window->part<LoadPanel>(), "mendButton")->click();
    auto *dialog = m_window->part<MendDialog>();
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QTRY_COMPARE(grid->model()->rowCount(), 3);
    QCOMPARE(grid->currentIndex(), grid->model()->index(0, 1)); // the first problem
    QVERIFY(!of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    grid->edit(grid->currentIndex());
    auto *editor = grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("bob@"));
    QVERIFY(editor->property("invalid").toBool());
    editor->setText(QStringLiteral("bob@example.com"));
    QVERIFY(!editor->property("invalid").toBool());
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(grid->model()->index(0, 1).data().toString(), QStringLiteral("bob@example.com"));
    QTRY_VERIFY(!grid->viewport()->findChild<QLineEdit *>());
    QVERIFY(of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    button(dialog, "nextButton")->click();
    QCOMPARE(grid->currentIndex().row(), 2);
    button(dialog, "removeButton")->click();
    QCOMPARE(grid->model()->rowCount(), 2);
    QVERIFY(!button(dialog, "nextButton")->isEnabled());
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    button(dialog, "loadButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QTRY_COMPARE(m_window->tableTitles(), titles(3, 0, 0));
    QCOMPARE(m_window->loads().result()->counts().rejected, 0);
    QVERIFY(QFile::exists(m_window->file("users.csv.mended.csv"))
            || QFile::exists(m_window->file("users.mended.csv")));
    QTRY_VERIFY(!m_window->part<MendDialog>());
}

void TestMending::damagedTextIsNotLoaded()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nJ\xfcrgen,j@example.com\n")}));
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    QVERIFY(!of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    button(dialog, "loadButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QCOMPARE(m_window->loads().result()->counts(), (Counts{0, 1, 0, 0}));
    QTRY_COMPARE(m_window->tableTitles(), titles(0, 0, 0));
}

void TestMending::refusedLinesSayWhy()
{
    const QString lines =
        m_window->write("users.csv", "id,name,email\n1,A,a@example.com\n1,B,b@example.com\n");
    QVERIFY(m_window->load({lines}));
    QCOMPARE(m_window->loads().result()->counts(), (Counts{1, 0, 1, 0}));
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    QVERIFY(!of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    QVERIFY(button(dialog, "nextButton")->isEnabled());
}

void TestMending::editsAreNotLostUnasked()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a\nB,b\n")}));
    MendDialog *dialog = m_window->openMending(2);
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@example.com")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    auto *box = dialog->findChild<QMessageBox *>(QStringLiteral("discardBox"));
    QVERIFY(box && dialog->isVisible());
    QVERIFY(answer(box, QStringLiteral("&Keep Mending")));
    QTRY_VERIFY(!dialog->findChild<QMessageBox *>(QStringLiteral("discardBox")));
    QVERIFY(dialog->isVisible());
    dialog->close();
    box = dialog->findChild<QMessageBox *>(QStringLiteral("discardBox"));
    QVERIFY(box);
    QVERIFY(answer(box, QStringLiteral("&Discard")));
    QTRY_VERIFY(!m_window->part<MendDialog>());
    dialog = m_window->openMending(2);
    QVERIFY(dialog);
    dialog->close(); // nothing to lose
    QTRY_VERIFY(!m_window->part<MendDialog>());
}

void TestMending::moreLinesAreOffered()
{
    QByteArray bytes("name,email\n");
    for (int i = 0; i < MendLines::Maximum + 3; ++i)
        bytes += "A,a\n";
    QVERIFY(m_window->load({m_window->write("users.csv", bytes)}));
    MendDialog *dialog = m_window->openMending(MendLines::Maximum);
    QVERIFY(dialog);
    QVERIFY(of<QLabel>(dialog, "titleLabel")->text().contains(QStringLiteral("5,000")));
    QPushButton *more = button(dialog, "moreButton");
    QVERIFY(more->isVisible());
    const auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@example.com")));
    more->click();
    QTRY_COMPARE(grid->model()->rowCount(), MendLines::Maximum + 3);
    QVERIFY(!more->isVisible());
    QCOMPARE(grid->model()->index(0, 1).data().toString(), QStringLiteral("a@example.com"));
}

// Another load may have been the last one when the lines are saved.
void TestMending::planIsThatOfTheLoad()
{
    QVERIFY(m_window->openSheetWith({m_window->write("users.csv", "name,email,x\nA,a,1\n")}));
    of<QComboBox>(m_window->sheet(), "extraCombo")->setCurrentIndex(1);
    QVERIFY(m_window->loadSheet());
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@example.com")));
    QVERIFY(m_window->openSheetWith({m_window->write("products.csv", "name,price\nTea,3\n")}));
    of<QComboBox>(m_window->sheet(), "extraCombo")->setCurrentIndex(0);
    QVERIFY(m_window->loadSheet());
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    button(dialog, "loadButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 1, 0));
}

void TestMending::mendedLinesWaitOnTheSheet()
{
    QVERIFY(m_window->openSheetWith({m_window->write("people.csv", "who;email\nA;a\n")}));
    m_window->sheet()->draft().setEntity(0, 0);
    QTRY_VERIFY(m_window->isRead());
    m_window->sheet()->draft().setField(0, 0, 1);
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled() && m_window->isRead());
    QVERIFY(m_window->loadSheet());
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@example.com")));
    auto lock = std::make_unique<DatabaseLock>(m_window->database("users.db"));
    QVERIFY(lock->isHeld());
    m_window->trigger("actionRun"); // waits for the lock
    button(dialog, "loadButton")->click();
    QTRY_VERIFY(m_window->sheet() && m_window->isRead());
    const SourceFile waiting = m_window->sheet()->draft().plan().files.at(0);
    QCOMPARE(waiting.entity, 0);
    QCOMPARE(waiting.mapping.columnOfField, (QList<int>{-1, 0, 1}));
    QCOMPARE(waiting.format.delimiter, ';');
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    QSignalSpy ran(&m_window->window->presenter(), &RunPresenter::completed);
    lock.reset();
    QTRY_COMPARE_WITH_TIMEOUT(ran.count(), 1, 20000);
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    QVERIFY(m_window->loadSheet());
    QTRY_COMPARE(m_window->table(0)->title(), QStringLiteral("users.db (10)"));
}

void TestMending::projectIsReplaced()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a\n")}));
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    m_window->trigger("actionNew");
    QTRY_VERIFY(!m_window->part<MendDialog>());

    QVERIFY(m_window->load({m_window->write("other.csv", "name,email\nOther,a\n")}));
    dialog = m_window->openMending(1);
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@example.com")));
    m_window->trigger("actionNew");
    QVERIFY(dialog->isVisible()); // the edits can be saved, but not loaded
    QCOMPARE(button(dialog, "loadButton")->text(), QStringLiteral("&Save"));
    button(dialog, "loadButton")->click();
    QTRY_VERIFY(!m_window->part<MendDialog>());
    QVERIFY(QFile::exists(m_window->file("other.csv.mended.csv")));
    QVERIFY(!m_window->loads().isActive());
}

void TestMending::quitAsksAboutEdits()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nA,a\n")}));
    MendDialog *dialog = m_window->openMending(1);
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QVERIFY(grid->model()->setData(grid->model()->index(0, 1), QStringLiteral("a@")));
    m_window->window->close();
    QVERIFY(m_window->window->isVisible());
    auto *box = dialog->findChild<QMessageBox *>(QStringLiteral("discardBox"));
    QVERIFY(box);
    QVERIFY(answer(box, QStringLiteral("&Discard")));
    QTRY_VERIFY(!m_window->part<MendDialog>());
    m_window->window->close();
    QTRY_VERIFY(!m_window->window->isVisible());
}

QTEST_MAIN(TestMending)
#include "tst_mending.moc"
