// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QTableView>

class QScrollBar;

namespace Weir {

/// A table of any length: beyond TableModel::WindowRows it shows a window that slides along, and a scroll
/// bar of its own stands for all rows. GUI thread.
class TableGrid : public QTableView
{
    Q_OBJECT
public:
    explicit TableGrid(QWidget *parent = nullptr);

    /// `bar` stands beside the grid in the same layout.
    void setTable(TableModel *model, QScrollBar *bar);
    /// Row numbers of the whole table, from 0.
    void showFrom(qint64 top);
    void goToStart();
    void goToEnd();
    /// Gives the columns widths after the first rows, once; then they are the user's.
    void fitColumns();
    void forgetColumnWidths(); // other columns come
    /// Keeps the last row in view as rows come in, until the user scrolls, clicks or presses a key.
    void setFollowing(bool following);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void makeCurrent(int row);
    void updateBar();
    void fitRowNumbers();
    void showEnd();
    void followNativeBar();
    void slideTo(qint64 top);
    int visibleRows() const;

    TableModel *m_model = nullptr;
    QScrollBar *m_bar = nullptr;
    bool m_columnsFitted = false;
    bool m_sliding = false;
    bool m_following = false;
};

} // namespace Weir
