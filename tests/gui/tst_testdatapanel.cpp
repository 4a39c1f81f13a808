// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plaintext.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

using namespace Weir;

class TestTestDataPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void marksWhileTyping();
    void addRemoveDuplicateMove();
    void pasteAndUndo();
    void clipboardKeysInsideAnEditorAreTheEditors();
    void resetToSample();
    void fixRejectedRowsAndRunOnlyThose();
    void verdictsStayUntilEdited();
    void buttonsFollowTheSelection();

private:
    void edit(int row, int column, const QString &text);
    // A closed editor lives on for a moment.
    QLineEdit *editor() const
    {
        const auto editors = grid()->viewport()->findChildren<QLineEdit *>();
        return editors.isEmpty() ? nullptr : editors.last();
    }
    void select(int row, int column) const
    {
        grid()->selectionModel()->setCurrentIndex(grid()->model()->index(row, column),
                                                  QItemSelectionModel::ClearAndSelect);
    }
    QTableView *grid() const { return m_fixture->testGrid(); }
    QAction *action(const char *name) const
    {
        return m_fixture->part<TestDataPanel>()->findChild<QAction *>(QLatin1String(name));
    }
    QString message() const { return m_fixture->find<QLabel>("messageLabel")->text(); }
    QList<TestRow> rows() const { return m_fixture->project().rowsOf(QStringLiteral("users")); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestTestDataPanel::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
}

void TestTestDataPanel::cleanup()
{
    m_fixture.reset();
}

void TestTestDataPanel::edit(int row, int column, const QString &text)
{
    select(row, column);
    grid()->edit(grid()->currentIndex());
    QLineEdit *editor = this->editor();
    QVERIFY(editor);
    editor->selectAll();
    if (text.isEmpty())
        QTest::keyClick(editor, Qt::Key_Delete);
    else
        QTest::keyClicks(editor, text);
    const QPointer<QLineEdit> closing(editor);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!closing);
}

void TestTestDataPanel::marksWhileTyping()
{
    select(0, 2);
    QTest::keyClick(grid(), Qt::Key_F2);
    QLineEdit *editor = this->editor();
    QVERIFY(editor);
    QVERIFY(!editor->property("invalid").toBool());
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("alice@"));
    QVERIFY(editor->property("invalid").toBool());
    QVERIFY(!message().isEmpty());
    QCOMPARE(editor->toolTip(), plainToolTip(message()));
    QTest::keyClicks(editor, QStringLiteral("example.com"));
    QVERIFY(!editor->property("invalid").toBool());
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(rows().at(0).at(2), QStringLiteral("alice@example.com"));
    QVERIFY(!m_fixture->window->isWindowModified());

    edit(0, 1, QString()); // invalid data can be kept: seeing its rejection is the point
    QCOMPARE(rows().at(0).at(1), QString());
    QCOMPARE(message(), QStringLiteral("Name is required and cannot be empty"));
    QVERIFY(m_fixture->window->isWindowModified());
}

void TestTestDataPanel::addRemoveDuplicateMove()
{
    const QList<TestRow> before = rows();
    grid()->setFocus();
    QTest::keyClick(grid(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(rows().size(), 11);
    QCOMPARE(grid()->currentIndex(), grid()->model()->index(10, 1)); // the key is given by the database

    select(1, 1);
    QTest::keyClick(grid(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(rows().size(), 12);
    QCOMPARE(rows().at(2).at(1), QStringLiteral("Bob"));
    QTest::keyClick(grid(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(rows().at(3).at(1), QStringLiteral("Bob"));
    QTest::keyClick(grid(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(rows().at(2).at(1), QStringLiteral("Bob"));
    QTest::keyClick(grid(), Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(rows().size(), 11);

    for (int steps = 0; m_fixture->action("actionUndo")->isEnabled(); ++steps) {
        QVERIFY(steps < 10);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier);
    }
    QCOMPARE(rows(), before);
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(rows().size(), 11);
}

void TestTestDataPanel::pasteAndUndo()
{
    const QList<TestRow> before = rows();
    QGuiApplication::clipboard()->setText(QStringLiteral("Kim\tkim@example.com\nLee\tlee@example.com\n"));
    grid()->setFocus();
    select(9, 1);
    QTest::keyClick(grid(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(rows().size(), 11);
    QCOMPARE(rows().at(9).mid(1), QStringList({QStringLiteral("Kim"), QStringLiteral("kim@example.com")}));
    QCOMPARE(rows().at(10).mid(1), QStringList({QStringLiteral("Lee"), QStringLiteral("lee@example.com")}));
    m_fixture->trigger("actionUndo");
    QCOMPARE(rows(), before);

    grid()->selectionModel()->select(
        QItemSelection(grid()->model()->index(0, 1), grid()->model()->index(1, 2)),
        QItemSelectionModel::ClearAndSelect);
    QTest::keyClick(grid(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("Alice\talice@example.com\nBob\tbob@example.com"));
    QTest::keyClick(grid(), Qt::Key_X, Qt::ControlModifier);
    QCOMPARE(rows().at(1).at(2), QString());
    QTest::keyClick(m_fixture->window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(rows(), before);
}

void TestTestDataPanel::clipboardKeysInsideAnEditorAreTheEditors()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("x\ty"));
    select(0, 1);
    grid()->edit(grid()->currentIndex());
    QLineEdit *editor = this->editor();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Alice"));
    QTest::keyClick(editor, Qt::Key_Escape);
    QCOMPARE(rows().size(), 10);
}

void TestTestDataPanel::resetToSample()
{
    const QList<TestRow> before = rows();
    edit(0, 1, QStringLiteral("Zoe"));
    QVERIFY(rows() != before);
    action("actionReset")->trigger();
    QCOMPARE(rows(), before);
    m_fixture->trigger("actionUndo");
    QCOMPARE(rows().at(0).at(1), QStringLiteral("Zoe"));
}

void TestTestDataPanel::fixRejectedRowsAndRunOnlyThose()
{
    auto *button = m_fixture->find<QPushButton>("runRejectedButton");
    QVERIFY(button->text().contains(QStringLiteral("(5)"))); // before any run: those that break a rule
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(9, 9, 7));
    QVERIFY(button->text().contains(QStringLiteral("(5)")));

    edit(9, 1, QStringLiteral("Jane"));
    auto *entity = m_fixture->part<TestDataPanel>()->findChild<QComboBox *>(QStringLiteral("entityCombo"));
    entity->setCurrentIndex(1);
    edit(9, 2, QStringLiteral("50"));
    QVERIFY(button->text().contains(QStringLiteral("(5)"))); // mended, but not inserted yet
    WEIR_RUN(*m_fixture, QTest::mouseClick(button, Qt::LeftButton));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(10, 10, 7));
    QVERIFY(button->text().contains(QStringLiteral("(3)"))); // the orders are still as they were
}

void TestTestDataPanel::verdictsStayUntilEdited()
{
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    const auto verdict = [this](int row) {
        return grid()->model()->headerData(row, Qt::Vertical, TestDataModel::VerdictRole).toInt();
    };
    QCOMPARE(verdict(0), int(Verdict::Inserted));
    QCOMPARE(verdict(9), int(Verdict::Rejected));
    edit(0, 1, QStringLiteral("Zoe"));
    QCOMPARE(verdict(0), -1);
    QCOMPARE(verdict(1), int(Verdict::Inserted));
}

void TestTestDataPanel::buttonsFollowTheSelection()
{
    grid()->clearSelection();
    grid()->setCurrentIndex({});
    QVERIFY(!action("actionRemove")->isEnabled());
    select(0, 1);
    QVERIFY(action("actionRemove")->isEnabled());
    QVERIFY(!action("actionMoveUp")->isEnabled());
    QVERIFY(action("actionMoveDown")->isEnabled());
    select(9, 1);
    QVERIFY(action("actionMoveUp")->isEnabled());
    QVERIFY(!action("actionMoveDown")->isEnabled());
}

QTEST_MAIN(TestTestDataPanel)
#include "tst_testdatapanel.moc"
