// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/shortcutsdialog.h"

#include "gui/load/loadpanel.h"
#include "gui/project/testdatapanel.h"
#include "gui/run/logpanel.h"
#include "gui/run/summarypanel.h"
#include "gui/tables/tablepanel.h"
#include "gui/widgets/mnemonic.h"
#include "ui_shortcutsdialog.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace Weir {

ShortcutsDialog::ShortcutsDialog(QMainWindow *window)
    : QDialog(window)
    , ui(std::make_unique<Ui::ShortcutsDialog>())
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    ui->tree->setColumnWidth(0, 330);
    for (const QAction *action : window->menuBar()->actions()) {
        if (action->menu())
            addMenu(action->menu(), withoutMnemonic(action->text()));
    }
    if (const auto *panel = window->findChild<TestDataPanel *>())
        addPanel(panel, tr("Test data"));
    if (const auto *panel = window->findChild<TablePanel *>())
        addPanel(panel, tr("Tables"));
    if (const auto *panel = window->findChild<SummaryPanel *>())
        addPanel(panel, tr("Summary"));
    if (const auto *panel = window->findChild<LogPanel *>())
        addPanel(panel, tr("Log"));
    if (const auto *panel = window->findChild<LoadPanel *>())
        addPanel(panel, tr("Loading"));
    addKeys();
    ui->tree->expandAll();
    connect(ui->filterEdit, &QLineEdit::textChanged, this, &ShortcutsDialog::filter);
}

ShortcutsDialog::~ShortcutsDialog() = default;

QTreeWidgetItem *ShortcutsDialog::group(const QString &title)
{
    for (int i = 0; i < ui->tree->topLevelItemCount(); ++i) {
        if (ui->tree->topLevelItem(i)->text(0) == title)
            return ui->tree->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(ui->tree, {title});
    QFont font = item->font(0);
    font.setBold(true);
    item->setFont(0, font);
    item->setFlags(Qt::ItemIsEnabled);
    return item;
}

void ShortcutsDialog::addAction(QTreeWidgetItem *group, const QAction *action)
{
    QStringList keys;
    for (const QKeySequence &key : action->shortcuts())
        keys.append(key.toString(QKeySequence::NativeText));
    if (!keys.isEmpty())
        new QTreeWidgetItem(group, {withoutMnemonic(action->text()), keys.join(tr(" or "))});
}

void ShortcutsDialog::addMenu(QMenu *menu, const QString &title)
{
    QTreeWidgetItem *item = group(title);
    for (const QAction *action : menu->actions())
        addAction(item, action);
}

void ShortcutsDialog::addPanel(const QWidget *panel, const QString &title)
{
    QTreeWidgetItem *item = group(title);
    for (const QAction *action : panel->findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly))
        addAction(item, action);
}

void ShortcutsDialog::addKeys()
{
    QTreeWidgetItem *tables = group(tr("Tables"));
    const auto key = [](Qt::Key code) {
        return QKeySequence(code).toString(QKeySequence::NativeText);
    };
    new QTreeWidgetItem(tables, {tr("First row"), key(Qt::Key_Home)});
    new QTreeWidgetItem(tables, {tr("Last row"), key(Qt::Key_End)});
    new QTreeWidgetItem(
        tables,
        {tr("A page up or down"), key(Qt::Key_PageUp) + QStringLiteral(", ") + key(Qt::Key_PageDown)});
    QTreeWidgetItem *testData = group(tr("Test data"));
    new QTreeWidgetItem(testData, {tr("Edit the cell"), key(Qt::Key_F2)});
}

void ShortcutsDialog::filter(const QString &text)
{
    for (int i = 0; i < ui->tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = ui->tree->topLevelItem(i);
        bool any = false;
        for (int j = 0; j < item->childCount(); ++j) {
            QTreeWidgetItem *child = item->child(j);
            const bool matches = child->text(0).contains(text, Qt::CaseInsensitive)
                || child->text(1).contains(text, Qt::CaseInsensitive);
            child->setHidden(!matches);
            any = any || matches;
        }
        item->setHidden(!any);
    }
}

} // namespace Weir
