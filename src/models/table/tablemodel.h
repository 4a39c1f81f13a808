// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"
#include "models/table/freshkeys.h"
#include "models/table/pagecache.h"
#include "models/table/tablefeed.h"
#include "models/table/tablelayout.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace Weir {

/// A database table as pages by key, fetched by readers in threads of their own: the GUI thread never waits
/// for a database. Cells not fetched yet are empty and announce themselves by dataChanged. The model's rows
/// are a window over the table's rows, since views need memory for every row of their model: tables of up to
/// WindowRows rows are all in it. GUI thread.
class TableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        FreshRole = Qt::UserRole + 1, // bool: inserted a moment ago
        KeyRole,                      // qint64; invalid while not fetched
        NullRole,                     // bool: the value is NULL (DisplayRole is then empty)
    };
    enum class CountState { Unknown, Estimated, Exact };
    Q_ENUM(CountState)

    static constexpr int WindowRows = 100'000;
    static constexpr int ShownCharacters = 1000; // DisplayRole; EditRole has all of them

    explicit TableModel(QObject *parent = nullptr, int windowRows = WindowRows);
    ~TableModel() override;

    /// Shows this table from now on; nullptr: nothing. A file that is not there yet is an empty table.
    void setSource(std::shared_ptr<Backend> backend, const Entity &entity);
    void setView(const TableView &view);
    const TableView &view() const { return m_view; }
    void refresh();
    /// refresh() soon, for rows that come in great numbers: leaves most of the time to whoever writes them,
    /// however long reading the table takes.
    void follow() { scheduleRefresh(); }
    /// Nobody looks at a table that is not shown: it holds no thread and no connection once it has read what
    /// it was asked for.
    void setShown(bool shown) { m_feed->setKept(shown); }
    /// Rows committed by a run, in commit order: they appear at once and are fresh for a moment. Until the
    /// next refresh() rows of the run that were not announced stay out of sight.
    void addCommitted(const QList<qint64> &keys);
    /// Forgets which rows are fresh.
    void clearFresh();

    qint64 totalRows() const { return m_layout.size(); }
    qint64 windowStart() const { return m_start; } // the table's row, from 0, that is the model's row 0
    qint64 rowNumber(int row) const { return m_start + row; } // from 0
    void setWindowStart(qint64 first); // clamped; rows that stay in the window keep their indexes

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override; // column -1: by key

    CountState countState() const { return m_countState; }
    bool isBusy() const { return m_busy; } // a sort, filter or count is under way
    /// A cancelled sort or filter gives way to the table by key; a cancelled count stays an estimate.
    void cancelScan();
    const QString &lastError() const { return m_error; } // one sentence, or empty
    /// Are all rows of this range fetched? (The view's End key waits on pageReady.)
    bool isFetched(int firstRow, int lastRow) const;

Q_SIGNALS:
    void countChanged(qint64 rows, Weir::TableModel::CountState state); // rows: totalRows()
    void busyChanged(bool busy, qint64 rowsScanned);                    // repeated while busy
    void pageReady(int firstRow, int lastRow);
    void windowMoved(qint64 first);
    void failed(const QString &sentence);

private:
    enum class Scan {
        None,
        Count,   // by key: how many rows there are
        Recount, // the same, with a count that is most likely still right
        Grow,    // the same, and rows appear as they are found
        Show,    // a new sort or filter
        Update,  // a sort or filter that is shown already
    };

    struct RangeKnowledge
    {
        TableLayout layout;
        CountState state = CountState::Unknown;
        Scan scan = Scan::None; // what is left to find out
    };

    // Which rows there are (tablemodel.cpp)
    void load();
    void takeRange(const RangeReply &reply);
    RangeKnowledge knowledgeOf(const RangeReply &reply) const;
    void takeFirstRows(const QList<TableRow> &rows);
    void count(Scan scan, qint64 upTo);
    void startViewScan(Scan scan);
    void takeScan(const ScanReport &report);
    void takeCount(const ScanReport &report);
    void takeShown(const ScanReport &report);
    void endScan();
    void showByKey();
    void scheduleRefresh();
    void startRefreshTimer();
    void insertIntoTail(std::span<const qint64> keys);
    void foldLongTail();
    void setBusy(bool busy, qint64 rowsScanned);
    void setCountState(CountState state);
    void fail(const QString &sentence);

    // Rows and their window (tablewindow.cpp)
    using Change = std::function<void()>;
    void become(TableLayout layout);  // a better knowledge of the same view
    void resetTo(TableLayout layout); // another view
    void insertAt(qint64 row, qint64 count, const Change &change);
    void removeAt(qint64 row, qint64 count, const Change &change);
    void growWindow();           // rows at its end, until it is full or the table ends
    void shrinkWindow(int rows); // at its end
    void moveDown(qint64 start);
    void moveUp(qint64 start);
    int windowSize(qint64 start) const;
    void windowChanged(qint64 firstRow, qint64 lastRow); // by the table's numbers

    // Cells (tablecells.cpp)
    void takePage(const PageReply &reply, bool asked);
    QVariant cellData(const TableRow &row, int column, int role) const;
    bool isNumber(int column) const;
    void expireFresh();
    void refreshFresh(const std::function<void()> &change);

    const int m_windowRows;
    std::shared_ptr<Backend> m_backend;
    Entity m_entity;
    TableView m_view;
    TableLayout m_layout;
    mutable PageCache m_cache; // remembers what was used last
    FreshKeys m_fresh;
    std::unique_ptr<TableFeed> m_feed;
    QTimer m_freshTimer;
    QTimer m_refreshTimer;
    qint64 m_start = 0;
    int m_rows = 0;
    CountState m_countState = CountState::Unknown;
    QString m_error;
    Scan m_scan = Scan::None;
    quint64 m_scanNumber = 0;                // tells whether a slot has begun or ended a scan
    bool m_loading = false;                  // the range was asked for
    std::vector<qint64> m_announced;         // keys, since then
    std::vector<qint64> m_anchors;           // of the count under way
    bool m_streaming = false;                // the filter's first rows are shown
    QElapsedTimer m_scanClock;               // since the last scan began
    std::chrono::milliseconds m_scanTime{0}; // of the last one that was finished
    bool m_refreshAgain = false;             // rows came while a scan was under way
    bool m_busy = false;
};

} // namespace Weir
