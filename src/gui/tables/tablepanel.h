// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tables/cellcopier.h"
#include "gui/tables/tablepaneltexts.h"
#include "models/table/tablemodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QMenu;

namespace Weir {

namespace Ui {
class TablePanel;
}
class Theme;

/// One database's rows as they are in the file: filter, sort, copy. GUI thread; all reading is the model's,
/// in a thread of its own.
class TablePanel : public QWidget
{
    Q_OBJECT
public:
    TablePanel(const Theme &theme, const DatabaseProfile &profile, const QList<Entity> &entities,
               QWidget *parent = nullptr);
    ~TablePanel() override;

    const QString &database() const { return m_database; }
    void setBackend(const std::shared_ptr<Backend> &backend);
    QString title() const; // "users.db (9)"
    void addCommitted(const QString &entity, const QList<qint64> &keys);
    void beginRun(); // rows of the run before are fresh no more; the end is followed
    void refresh();
    /// As TableModel::follow().
    void follow();
    void setRunShortcut(const QString &shortcut); // for the empty state's advice
    void setCompact(bool compact);                // side by side there is less room
    void focusFilter();
    void focusGrid();
    TableModel &model() { return m_model; }

Q_SIGNALS:
    void titleChanged(const QString &title);
    void runRequested();
    void emptyTablesRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectModel();
    void connectFilter();
    void connectCopier();
    void connectActions(const Theme &theme);
    const Entity *entity() const;
    void showEntity(int index);
    void fillFilterColumns();
    void applyFilter();
    void filterByCurrentValue();
    void sortByCurrent(Qt::SortOrder order);
    void copy(bool withHeaders);
    void showContextMenu(const QPoint &position);
    void showSortIndicator();
    void showBusy(bool busy, const QString &text);
    void cancel();
    void updateCount();
    void updatePage();
    void updateAccessibility();

    std::unique_ptr<Ui::TablePanel> ui;
    const QString m_database;
    const QList<Entity> m_entities;
    std::shared_ptr<Backend> m_backend;
    TableModel m_model;
    const TablePanelTexts m_texts;
    CellCopier m_copier;
    QTimer m_filterDelay;
    QString m_runShortcut;
};

} // namespace Weir
