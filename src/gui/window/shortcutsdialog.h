// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QMainWindow;
class QMenu;
class QTreeWidgetItem;

namespace Weir {

namespace Ui {
class ShortcutsDialog;
}

/// The sheet of keyboard shortcuts, made from the window's own actions, so that it is never out of date.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutsDialog(QMainWindow *window);
    ~ShortcutsDialog() override;

private:
    void addMenu(QMenu *menu, const QString &title);
    void addPanel(const QWidget *panel, const QString &title);
    void addKeys();
    void addAction(QTreeWidgetItem *group, const QAction *action);
    QTreeWidgetItem *group(const QString &title);
    void filter(const QString &text);

    std::unique_ptr<Ui::ShortcutsDialog> ui;
};

} // namespace Weir
