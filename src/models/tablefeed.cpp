// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablefeed.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Weir {

namespace {
constexpr int PagesUnderWay = 2;       // few, so that a page that comes into sight has not to wait long
constexpr std::size_t PagesWanted = 8; // a view shows two or three
constexpr std::chrono::milliseconds InterruptInterval{10};
} // namespace

TableFeed::TableFeed(Slicer slicer, QObject *parent)
    : QObject(parent)
    , m_slicer(std::move(slicer))
{
    m_send.setSingleShot(true);
    connect(&m_send, &QTimer::timeout, this, &TableFeed::sendPages);
    m_interrupt.setInterval(InterruptInterval);
    connect(&m_interrupt, &QTimer::timeout, this, [this] {
        if (!m_threads->scanner.handle().interruptUnwanted())
            m_interrupt.stop();
    });
}

TableFeed::~TableFeed() = default;

void TableFeed::start()
{
    const TablePager::Replies replies{
        [this](const RangeReply &reply) { m_mailbox.post([this, reply] { takeRange(reply); }); },
        [this](const PageReply &reply) { m_mailbox.post([this, reply] { takePage(reply); }); },
    };
    const auto report = [this](const ScanReport &found) {
        m_mailbox.post([this, found] { takeScan(found); });
    };
    m_threads = std::make_unique<Threads>(replies, report);
}

void TableFeed::takeRange(const RangeReply &reply)
{
    if (reply.token == m_rangeToken)
        Q_EMIT rangeRead(reply);
}

void TableFeed::takeScan(const ScanReport &report)
{
    if (report.token == m_scanToken)
        Q_EMIT scanned(report);
}

void TableFeed::setSource(const std::shared_ptr<Backend> &backend, const Entity &entity)
{
    m_rangeToken = nextToken();
    dropPages();
    cancelScan();
    if (!m_threads && backend)
        start();
    if (!m_threads)
        return;
    const auto change = [backend, entity](TableWorker &worker) {
        worker.setSource(backend, entity);
    };
    m_threads->pager.post(change);
    m_threads->scanner.post(change);
}

void TableFeed::requestRange()
{
    m_rangeToken = nextToken();
    const RangeRequest request{m_rangeToken};
    if (m_threads)
        m_threads->pager.post([request](TablePager &pager) { pager.readRange(request); });
}

void TableFeed::requestPage(qint64 page)
{
    m_neighbours.remove(page);
    if (m_underWay.contains(page))
        return;
    const auto known = std::find(m_wanted.begin(), m_wanted.end(), page);
    if (known != m_wanted.end())
        m_wanted.erase(known);
    m_wanted.push_front(page);
    if (m_wanted.size() > PagesWanted) {
        m_neighbours.remove(m_wanted.back());
        m_wanted.pop_back();
    }
    if (!m_send.isActive())
        m_send.start(0);
}

void TableFeed::requestNeighbour(qint64 page)
{
    if (!m_wanted.empty() || m_underWay.contains(page))
        return;
    m_neighbours.insert(page);
    m_wanted.push_back(page);
    sendPages();
}

void TableFeed::restartPages()
{
    m_pageToken = nextToken();
    if (m_threads)
        m_threads->pager.handle().setWanted(m_pageToken);
    const QSet<qint64> again = std::exchange(m_underWay, {});
    for (const qint64 page : again) {
        if (m_neighbours.remove(page))
            continue;
        requestPage(page);
    }
}

void TableFeed::dropPages()
{
    m_wanted.clear();
    m_underWay.clear();
    m_neighbours.clear();
    restartPages();
}

void TableFeed::sendPages()
{
    while (!m_wanted.empty() && m_underWay.size() < PagesUnderWay) {
        PageRequest request;
        request.page = m_wanted.front();
        request.token = m_pageToken;
        request.slice = m_slicer(request.page);
        m_wanted.pop_front();
        if (request.slice.size() == 0 || !m_threads) {
            m_neighbours.remove(request.page);
            continue;
        }
        m_underWay.insert(request.page);
        m_threads->pager.post([request](TablePager &pager) { pager.readPage(request); });
    }
}

void TableFeed::takePage(const PageReply &reply)
{
    if (reply.token != m_pageToken || !m_underWay.remove(reply.page))
        return;
    const bool asked = !m_neighbours.remove(reply.page);
    sendPages();
    Q_EMIT pageRead(reply, asked);
}

void TableFeed::setScanToken(quint64 token)
{
    m_scanToken = token;
    if (!m_threads)
        return;
    m_threads->scanner.handle().setWanted(token);
    if (m_threads->scanner.handle().interruptUnwanted())
        m_interrupt.start();
}

void TableFeed::scan(ScanRequest request)
{
    setScanToken(nextToken());
    request.token = m_scanToken;
    if (m_threads)
        m_threads->scanner.post([request](TableScanner &scanner) { scanner.scan(request); });
}

void TableFeed::cancelScan()
{
    setScanToken(nextToken());
}

} // namespace Weir
