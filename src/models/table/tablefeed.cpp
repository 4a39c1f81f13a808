// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablefeed.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace Weir {

namespace {
constexpr int PagesUnderWay = 2;       // few, so that a page that comes into sight has not to wait long
constexpr std::size_t PagesWanted = 8; // a view shows two or three
constexpr std::chrono::milliseconds InterruptInterval{10};
constexpr std::chrono::milliseconds ReleaseDelay{250}; // questions come in twos and threes
} // namespace

TableFeed::TableFeed(Slicer slicer, QObject *parent)
    : QObject(parent)
    , m_slicer(std::move(slicer))
{
    m_send.setSingleShot(true);
    connect(&m_send, &QTimer::timeout, this, &TableFeed::sendPages);
    m_interrupt.setInterval(InterruptInterval);
    connect(&m_interrupt, &QTimer::timeout, this, [this] {
        if (m_threads->scanner.handle().interruptUnwanted())
            return;
        m_interrupt.stop();
        releaseSoon();
    });
    m_release.setSingleShot(true);
    m_release.setInterval(ReleaseDelay);
    connect(&m_release, &QTimer::timeout, this, &TableFeed::release);
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
    m_threads->pager.handle().setWanted(m_pageToken);
    m_threads->scanner.handle().setWanted(m_scanToken);
    postSource();
}

void TableFeed::postSource()
{
    const auto change = [backend = m_backend, entity = m_entity](TableWorker &worker) {
        worker.setSource(backend, entity);
    };
    m_threads->pager.post(change);
    m_threads->scanner.post(change);
}

TableFeed::Threads *TableFeed::threads()
{
    if (!m_threads && m_backend)
        start();
    return m_threads.get();
}

void TableFeed::setKept(bool kept)
{
    m_kept = kept;
    releaseSoon();
}

bool TableFeed::isIdle() const
{
    return !m_rangeAsked && !m_scanning && !m_interrupt.isActive() && m_wanted.empty()
        && m_underWay.isEmpty();
}

void TableFeed::releaseSoon()
{
    if (!m_kept && m_threads)
        m_release.start();
}

void TableFeed::release()
{
    if (!m_kept && isIdle())
        m_threads.reset();
}

void TableFeed::takeRange(const RangeReply &reply)
{
    if (reply.token != m_rangeToken)
        return;
    m_rangeAsked = false;
    releaseSoon();
    Q_EMIT rangeRead(reply);
}

void TableFeed::takeScan(const ScanReport &report)
{
    if (report.token != m_scanToken)
        return;
    if (report.finished) {
        m_scanning = false;
        releaseSoon();
    }
    Q_EMIT scanned(report);
}

void TableFeed::setSource(const std::shared_ptr<Backend> &backend, const Entity &entity)
{
    m_rangeToken = nextToken();
    m_rangeAsked = false;
    dropPages();
    cancelScan();
    m_backend = backend;
    m_entity = entity;
    if (m_threads)
        postSource();
    releaseSoon();
}

void TableFeed::requestRange()
{
    m_rangeToken = nextToken();
    const RangeRequest request{m_rangeToken};
    Threads *asked = threads();
    m_rangeAsked = asked;
    if (asked)
        asked->pager.post([request](TablePager &pager) { pager.readRange(request); });
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
        Threads *asked = request.slice.size() == 0 ? nullptr : threads();
        if (!asked) {
            m_neighbours.remove(request.page);
            continue;
        }
        m_underWay.insert(request.page);
        asked->pager.post([request](TablePager &pager) { pager.readPage(request); });
    }
}

void TableFeed::takePage(const PageReply &reply)
{
    if (reply.token != m_pageToken || !m_underWay.remove(reply.page))
        return;
    const bool asked = !m_neighbours.remove(reply.page);
    sendPages();
    releaseSoon();
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
    Threads *asked = threads();
    setScanToken(nextToken());
    request.token = m_scanToken;
    m_scanning = asked;
    if (asked)
        asked->scanner.post([request](TableScanner &scanner) { scanner.scan(request); });
}

void TableFeed::cancelScan()
{
    setScanToken(nextToken());
    m_scanning = false;
    releaseSoon();
}

} // namespace Weir
