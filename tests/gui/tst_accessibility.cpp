// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runsettingsdialog.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QDialog>
#include <QMenu>
#include <QMenuBar>
#include <QScrollBar>
#include <QSet>
#include <QToolButton>

using namespace Weir;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyWidgetHasAName();
    void dialogsToo_data();
    void dialogsToo();
    void menusHaveDistinctMnemonics();
    void shortcutsAreUnambiguous();
    void tabReachesThePanels();

private:
    static QStringList nameless(const QWidget *root);
};

void TestAccessibility::init()
{
    failOnWarnings();
}

// What a screen reader would say of each widget that takes the focus.
QStringList TestAccessibility::nameless(const QWidget *root)
{
    QStringList result;
    const auto widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool inner = widget->objectName().startsWith(QStringLiteral("qt_"))
            || qobject_cast<QMenu *>(widget) || qobject_cast<QScrollBar *>(widget)
            || qobject_cast<QAbstractItemView *>(widget->parentWidget())
            || qobject_cast<QComboBox *>(widget->parentWidget())
            || qobject_cast<QLineEdit *>(widget->parentWidget())
            || qobject_cast<QAbstractSpinBox *>(widget->parentWidget())
            || qobject_cast<QComboBox *>(widget->window()->parentWidget());
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const bool unused = button && button->isHidden() && button->text().isEmpty();
        if (inner || unused || (widget->focusPolicy() & Qt::TabFocus) == 0)
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).isEmpty())
            result.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return result;
}

void TestAccessibility::everyWidgetHasAName()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    const QStringList without = nameless(fixture.window.get());
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void TestAccessibility::dialogsToo_data()
{
    QTest::addColumn<QByteArray>("action");
    for (const char *action : {"actionRunSettings", "actionSettings", "actionEmpty", "actionShortcuts",
                               "actionLoad", "actionLoads", "actionAbout", "actionGuide"})
        QTest::newRow(action) << QByteArray(action);
}

void TestAccessibility::dialogsToo()
{
    QFETCH(QByteArray, action);
    WindowFixture fixture;
    QVERIFY(fixture.show());
    fixture.trigger(action.constData());
    auto *dialog = fixture.part<QDialog>();
    QVERIFY(dialog);
    QVERIFY(!dialog->windowTitle().isEmpty());
    const QStringList without = nameless(dialog);
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!fixture.part<QDialog>());
}

void TestAccessibility::menusHaveDistinctMnemonics()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QSet<QKeySequence> menus;
    for (const QAction *entry : fixture.window->menuBar()->actions()) {
        QVERIFY2(!menus.contains(QKeySequence::mnemonic(entry->text())), qPrintable(entry->text()));
        menus.insert(QKeySequence::mnemonic(entry->text()));
        QSet<QKeySequence> items;
        for (const QAction *action : entry->menu()->actions()) {
            if (action->isSeparator())
                continue;
            const QKeySequence mnemonic = QKeySequence::mnemonic(action->text());
            QVERIFY2(!mnemonic.isEmpty() && !items.contains(mnemonic), qPrintable(action->text()));
            items.insert(mnemonic);
        }
    }
}

void TestAccessibility::shortcutsAreUnambiguous()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QHash<QKeySequence, QString> keys; // of actions that are reached from everywhere
    const auto actions = fixture.window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (action->shortcutContext() != Qt::WindowShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(action->text() + u' ' + keys.value(key)));
            keys.insert(key, action->text());
        }
    }
    for (const QAction *action : actions) {
        if (action->shortcutContext() == Qt::WindowShortcut)
            continue;
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(!keys.contains(key), qPrintable(action->text() + u' ' + keys.value(key)));
    }
}

void TestAccessibility::tabReachesThePanels()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QSet<const QWidget *> reached;
    auto *first = fixture.find<QWidget>("runRejectedButton");
    first->setFocus();
    constexpr int Enough = 100;
    for (int i = 0; i < Enough; ++i) {
        QWidget *focus = fixture.window->focusWidget();
        QVERIFY(focus);
        reached.insert(focus);
        if (focus == fixture.testGrid()) // keeps Tab for its cells; the chain has been walked
            break;
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    for (const char *name : {"runButton", "strategyCombo", "tasksSpin", "runRejectedButton", "tableTabs"}) {
        const auto *widget = fixture.find<QWidget>(name);
        const bool found = std::any_of(reached.cbegin(), reached.cend(), [widget](const QWidget *focused) {
            return focused == widget || widget->isAncestorOf(focused);
        });
        QVERIFY2(found, name);
    }
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
