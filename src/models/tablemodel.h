// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <QAbstractTableModel>
#include <QThread>

#include <memory>

namespace Weir {

/// A database table as pages by key, fetched by a reader in a thread of its own: the GUI thread never waits
/// for a database. Cells not fetched yet are empty and announce themselves by dataChanged. GUI thread.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        FreshRole = Qt::UserRole + 1, // bool: inserted a moment ago
        KeyRole, // qint64
    };
    enum class CountState { Unknown, Estimated, Exact };

    explicit TableModel(QObject *parent = nullptr);
    ~TableModel() override;

    /// Shows this table from now on; nullptr: nothing. A file that is not there yet is an empty table.
    void setSource(std::shared_ptr<Backend> backend, const Entity &entity);
    void setView(const TableView &view);
    const TableView &view() const;
    void refresh();
    /// Rows committed by a run, in commit order: they appear at once and are fresh for a moment.
    void addCommitted(const QList<qint64> &keys);
    /// Forgets which rows are fresh.
    void clearFresh();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

    CountState countState() const;
    bool isBusy() const; // a sort, filter or count is under way
    void cancelScan();
    QString lastError() const; // one sentence, or empty
    /// Are all rows of this range fetched? (The view's End key waits on pageReady.)
    bool isFetched(int firstRow, int lastRow) const;

Q_SIGNALS:
    void countChanged(qint64 rows, Weir::TableModel::CountState state);
    void busyChanged(bool busy, qint64 rowsScanned);
    void pageReady(int firstRow, int lastRow);
    void failed(const QString &sentence);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Weir
