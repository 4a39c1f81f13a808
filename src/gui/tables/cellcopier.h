// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemodel.h"

#include <QItemSelection>
#include <QObject>
#include <QTimer>

namespace Weir {

/// Selected cells of a table as tab-separated text, their values as they are. Rows that were not read yet are
/// read first, some at a time, so that neither the window waits nor a cell is missing. Rows and columns
/// without a selected cell are left out. GUI thread.
class CellCopier : public QObject
{
    Q_OBJECT
public:
    explicit CellCopier(TableModel &model, QObject *parent = nullptr);

    /// A copy under way gives way to the new one. `withHeaders`: the column titles come first.
    void start(const QItemSelection &selection, bool withHeaders);
    bool isActive() const { return m_active; }
    void cancel();

Q_SIGNALS:
    void progress(int rows);
    void finished(const QString &text);
    void cancelled(); // also when the table's rows changed meanwhile

private:
    void collect(const QItemSelection &selection);
    void next();
    void take(int first, int last);

    TableModel &m_model;
    QTimer m_next;
    QItemSelection m_selection;
    QList<int> m_columns;
    QList<QPair<int, int>> m_rows; // ranges, in order
    QString m_text;
    int m_copied = 0;
    bool m_active = false;
};

} // namespace Weir
