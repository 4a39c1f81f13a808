// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/readerthread.h"
#include "models/table/tablemessages.h"
#include "models/table/tablepager.h"
#include "models/table/tablescanner.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>

namespace Weir {

/// A TableModel's way to the database: one thread for pages, one for scans, each with a reader of its own.
/// Questions go out queued, answers come as signals; answers to questions that were dropped do not come. The
/// threads and their readers are there from the first question on.
/// GUI thread, which never waits.
class TableFeed : public QObject
{
    Q_OBJECT
public:
    /// How to read a page now; asked when the page's turn comes. An empty slice: not any more.
    using Slicer = std::function<RowSlice(qint64 page)>;

    TableFeed(Slicer slicer, QObject *parent);
    ~TableFeed() override;

    void setSource(const std::shared_ptr<Backend> &backend, const Entity &entity); // nullptr: nothing
    /// Threads and readers stay for the next question; otherwise they go soon after the last answer.
    void setKept(bool kept);
    void requestRange(); // replaces the one before
    /// The page asked for last is read first; one asked for long ago may be dropped.
    void requestPage(qint64 page);
    /// At the very end of the queue, and only when nothing else waits.
    void requestNeighbour(qint64 page);
    /// Where rows stand has changed: pages under way are read anew.
    void restartPages();
    void dropPages();
    void scan(ScanRequest request); // replaces the one before
    void cancelScan();

Q_SIGNALS:
    void rangeRead(const Weir::RangeReply &reply);
    void pageRead(const Weir::PageReply &reply, bool asked); // not asked: a neighbour
    void scanned(const Weir::ScanReport &report);

private:
    struct Threads
    {
        Threads(const TablePager::Replies &replies, const TableScanner::Report &report)
            : pager(replies)
            , scanner(report)
        {}

        ReaderThread<TablePager> pager;
        ReaderThread<TableScanner> scanner;
    };

    /// The threads, started where needed; nullptr: there is nothing to read.
    Threads *threads();
    void start();
    void postSource();
    bool isIdle() const;
    void releaseSoon();
    void release();
    void sendPages();
    void takeRange(const RangeReply &reply);
    void takePage(const PageReply &reply);
    void takeScan(const ScanReport &report);
    void setScanToken(quint64 token);
    quint64 nextToken() { return ++m_lastToken; }

    Slicer m_slicer;
    Mailbox m_mailbox;                  // answers; outlives the threads
    std::unique_ptr<Threads> m_threads; // none when there is nothing to ask
    std::shared_ptr<Backend> m_backend;
    Entity m_entity;
    bool m_kept = true;
    bool m_rangeAsked = false;
    bool m_scanning = false;
    std::deque<qint64> m_wanted; // pages, the most urgent first
    QSet<qint64> m_underWay;
    QSet<qint64> m_neighbours; // of those wanted or under way
    QTimer m_send;             // once a turn of the event loop, so that the newest wishes go first
    QTimer m_interrupt;        // until the scanner has let go of the question before
    QTimer m_release;          // until nothing was asked for a moment
    quint64 m_lastToken = 0;
    quint64 m_rangeToken = 0;
    quint64 m_pageToken = 0;
    quint64 m_scanToken = 0;
};

} // namespace Weir
