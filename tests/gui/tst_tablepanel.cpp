// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablegrid.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>

using namespace Weir;

class TestTablePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filterByText();
    void filterByColumnAndValue();
    void filterWithoutHit();
    void sortByHeader();
    void copyAsTabSeparatedText();
    void copyReadsWhatIsMissing();
    void contextMenu();
    void freshRowsAreMarked();
    void sideBySideKeepsThePanels();

private:
    TableGrid *grid() const { return panel()->findChild<TableGrid *>(); }
    TablePanel *panel() const { return m_fixture->table(0); }
    QLineEdit *filterEdit() const { return panel()->findChild<QLineEdit *>(QStringLiteral("filterEdit")); }
    QString count() const { return panel()->findChild<QLabel *>(QStringLiteral("countLabel"))->text(); }
    QString cell(int row, int column) const { return panel()->model().index(row, column).data().toString(); }
    QAction *action(const char *name) const { return panel()->findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestTablePanel::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    m_fixture->window->document().setRunSettings({Strategy::Queue, 1, 1, 5}); // keys follow the rows
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
}

void TestTablePanel::init()
{
    failOnWarnings();
    filterEdit()->clear();
    QTest::keyClick(filterEdit(), Qt::Key_Return);
    panel()->findChild<QComboBox *>(QStringLiteral("filterColumnCombo"))->setCurrentIndex(0);
    grid()->sortByColumn(-1, Qt::AscendingOrder);
    QTRY_COMPARE(count(), QStringLiteral("Rows: 9"));
    QTRY_VERIFY(panel()->model().isFetched(0, 8));
    grid()->setFocus();
}

void TestTablePanel::filterByText()
{
    QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_fixture->window->focusWidget(), filterEdit());
    QTest::keyClicks(filterEdit(), QStringLiteral("alice"));
    QTRY_COMPARE(count(), QStringLiteral("Rows that match: 2")); // row 8 is Alice again
    filterEdit()->clear();
    QTRY_COMPARE(count(), QStringLiteral("Rows: 9"));
}

void TestTablePanel::filterByColumnAndValue()
{
    grid()->setCurrentIndex(panel()->model().index(1, 1));
    QTRY_COMPARE(grid()->currentIndex().data().toString(), QStringLiteral("Bob"));
    QTest::keyClick(grid(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(count(), QStringLiteral("Rows that match: 1"));
    QCOMPARE(filterEdit()->text(), QStringLiteral("Bob"));
    QCOMPARE(panel()->findChild<QComboBox *>(QStringLiteral("filterColumnCombo"))->currentText(),
             QStringLiteral("Name"));
    action("actionClearFilter")->trigger();
    QTRY_COMPARE(count(), QStringLiteral("Rows: 9"));
}

void TestTablePanel::filterWithoutHit()
{
    filterEdit()->setText(QStringLiteral("<b>nobody</b>"));
    auto *message = panel()->findChild<EmptyState *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->title().contains(QStringLiteral("<b>nobody</b>")));
    QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(grid()->isVisible());
    QTRY_COMPARE(count(), QStringLiteral("Rows: 9"));
}

void TestTablePanel::sortByHeader()
{
    QHeaderView *header = grid()->horizontalHeader();
    const QPoint name(header->sectionViewportPosition(1) + 10, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QTRY_VERIFY(!panel()->model().isBusy() && panel()->model().isFetched(0, 8));
    QCOMPARE(cell(0, 1), QStringLiteral("Alice"));
    QCOMPARE(cell(8, 1), QStringLiteral("Henry"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QTRY_COMPARE(cell(0, 1), QStringLiteral("Henry"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name); // the third click: natural order again
    QCOMPARE(panel()->model().view().sortColumn, -1);
    QTRY_COMPARE(cell(0, 0), QStringLiteral("1"));
}

void TestTablePanel::copyAsTabSeparatedText()
{
    const TableModel &model = panel()->model();
    grid()->selectionModel()->select(QItemSelection(model.index(0, 1), model.index(1, 2)),
                                     QItemSelectionModel::ClearAndSelect);
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
    const QString cells = QStringLiteral("Alice\talice@example.com\nBob\tbob@example.com");
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), cells);
    QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Name\tEmail\n") + cells);
}

void TestTablePanel::copyReadsWhatIsMissing()
{
    panel()->refresh();
    grid()->selectAll();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 8);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("henry@example.com")));
}

void TestTablePanel::contextMenu()
{
    grid()->setCurrentIndex(panel()->model().index(0, 1));
    Q_EMIT grid()->customContextMenuRequested(QPoint(5, 5));
    auto *menu = panel()->findChild<QMenu *>();
    QVERIFY(menu);
    QTRY_VERIFY(menu->isVisible());
    QVERIFY(menu->actions().size() >= 9);
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!panel()->findChild<QMenu *>());
    QVERIFY(action("actionCopy")->isEnabled());
}

void TestTablePanel::freshRowsAreMarked()
{
    const int rows = panel()->model().rowCount();
    panel()->model().clearFresh();
    QVERIFY(!panel()->model().index(0, 0).data(TableModel::FreshRole).toBool());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(panel()->model().rowCount(), rows + 9);
    QTRY_VERIFY(panel()->model().index(rows + 8, 0).data(TableModel::FreshRole).toBool());
    QVERIFY(!panel()->model().index(rows - 1, 0).data(TableModel::FreshRole).toBool());
    // Back to nine rows, for the other tests.
    m_fixture->trigger("actionEmpty");
    auto *empty = m_fixture->find<QPushButton>("emptyButton");
    QVERIFY(empty);
    QTRY_VERIFY(empty->isEnabled());
    empty->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
}

void TestTablePanel::sideBySideKeepsThePanels()
{
    const QList<TablePanel *> panels = m_fixture->part<TableWorkspace>()->panels();
    m_fixture->trigger("actionSideBySide");
    QCOMPARE(m_fixture->part<TableWorkspace>()->panels(), panels);
    const auto labels = m_fixture->window->findChildren<QLabel *>(QStringLiteral("tableTitle"));
    QCOMPARE(labels.size(), 3);
    QTRY_COMPARE(panel()->parentWidget()->findChild<QLabel *>(QStringLiteral("tableTitle"))->text(),
                 QStringLiteral("users.db (9)"));
    m_fixture->trigger("actionSideBySide");
    QVERIFY(m_fixture->window->findChildren<QLabel *>(QStringLiteral("tableTitle")).isEmpty());
    QTRY_VERIFY(panel()->isVisible());
}

QTEST_MAIN(TestTablePanel)
#include "tst_tablepanel.moc"
