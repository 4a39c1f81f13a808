// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablemodel.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <utility>

namespace Weir {

namespace {
constexpr std::chrono::milliseconds RefreshDelay{250}; // rows of a run come in many portions
constexpr int ScanShare = 25; // of the time between two reads by themselves one part is for reading
constexpr std::chrono::milliseconds FreshInterval{200};
} // namespace

TableModel::TableModel(QObject *parent, int windowRows)
    : QAbstractTableModel(parent)
    , m_windowRows(windowRows)
{
    const auto slicer = [this](qint64 page) {
        return m_layout.slice(page * PageCache::PageRows, PageCache::PageRows);
    };
    m_feed = std::make_unique<TableFeed>(slicer, nullptr);
    connect(m_feed.get(), &TableFeed::rangeRead, this, &TableModel::takeRange);
    connect(m_feed.get(), &TableFeed::pageRead, this, &TableModel::takePage);
    connect(m_feed.get(), &TableFeed::scanned, this, &TableModel::takeScan);
    m_freshTimer.setInterval(FreshInterval);
    connect(&m_freshTimer, &QTimer::timeout, this, &TableModel::expireFresh);
    m_refreshTimer.setSingleShot(true);
    connect(&m_refreshTimer, &QTimer::timeout, this, &TableModel::refresh);
}

TableModel::~TableModel() = default;

void TableModel::setSource(std::shared_ptr<Backend> backend, const Entity &entity)
{
    m_refreshTimer.stop();
    m_freshTimer.stop();
    m_fresh.clear();
    m_feed->setSource(backend, entity);
    endScan();
    beginResetModel();
    m_backend = std::move(backend);
    m_entity = m_backend ? entity : Entity();
    m_view = TableView();
    m_layout = TableLayout();
    m_cache.clear();
    m_start = 0;
    m_rows = 0;
    m_error.clear();
    endResetModel();
    setCountState(CountState::Unknown);
    load();
}

void TableModel::setView(const TableView &view)
{
    TableView wanted = view;
    // Ascending by key is how the table stands anyway: no need to sort it.
    if (wanted.sortColumn < 0
        || (wanted.sortColumn == m_entity.keyIndex() && wanted.order == Qt::AscendingOrder)) {
        wanted.sortColumn = -1;
        wanted.order = Qt::AscendingOrder;
    }
    if (wanted.filter.isEmpty())
        wanted.filterColumn = -1;
    if (wanted == m_view || !m_backend)
        return;
    m_view = wanted;
    m_refreshTimer.stop();
    if (m_view.byKey())
        showByKey();
    else
        startViewScan(Scan::Show);
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    TableView view = m_view;
    view.sortColumn = column;
    view.order = order;
    setView(view);
}

void TableModel::refresh()
{
    if (!m_backend)
        return;
    m_refreshTimer.stop();
    if (m_view.byKey())
        load();
    else
        startViewScan(m_scan == Scan::Show ? Scan::Show : Scan::Update);
}

void TableModel::showByKey()
{
    m_view = TableView();
    m_feed->cancelScan();
    endScan();
    load();
}

void TableModel::cancelScan()
{
    if (m_scan == Scan::None)
        return;
    const bool wasView = m_scan == Scan::Show;
    m_feed->cancelScan();
    m_refreshAgain = false;
    endScan();
    if (wasView)
        showByKey();
}

void TableModel::load()
{
    if (!m_backend)
        return;
    m_loading = true;
    m_announced.clear();
    m_feed->requestRange();
}

void TableModel::takeRange(const RangeReply &reply)
{
    m_loading = false;
    if (!m_view.byKey())
        return;
    m_feed->cancelScan();
    endScan();
    RangeKnowledge known = knowledgeOf(reply);
    std::sort(m_announced.begin(), m_announced.end());
    if (reply.error.isEmpty())
        known.layout.adopt(m_announced); // committed after the range was read, perhaps
    m_error.clear();
    m_countState = known.state;
    become(std::move(known.layout));
    if (known.scan != Scan::None)
        count(known.scan, reply.range.last);
    takeFirstRows(reply.firstRows);
    setCountState(m_countState);
    if (!reply.error.isEmpty())
        fail(reply.error);
}

TableModel::RangeKnowledge TableModel::knowledgeOf(const RangeReply &reply) const
{
    const KeyRange &range = reply.range;
    if (!reply.error.isEmpty())
        return {};
    if (range.empty)
        return {{}, CountState::Exact};
    const TableLayout begun =
        TableLayout::anchored(reply.firstRows.size(), reply.firstRows.constLast().key, {range.first});
    if (reply.firstRows.size() < RangeReply::FirstRows)
        return {begun, CountState::Exact};
    const bool wasExact = m_countState == CountState::Exact && !m_layout.isKeyed() && m_layout.baseSize() > 0;
    if (wasExact && m_layout.firstKey() == range.first && m_layout.lastKey() <= range.last) {
        TableLayout layout = m_layout; // most likely still right
        layout.dropTailBeyond(range.last);
        return {layout, CountState::Exact, Scan::Recount};
    }
    if (reply.looksDense)
        return {TableLayout::dense(range.first, range.last), CountState::Estimated, Scan::Count};
    return {begun, CountState::Unknown, Scan::Grow};
}

void TableModel::takeFirstRows(const QList<TableRow> &rows)
{
    const RowSlice slice = m_layout.slice(0, PageCache::PageRows);
    if (slice.limit == 0 || !slice.keys.empty())
        return;
    PageReply page;
    page.rows = slice.arrange(rows);
    takePage(page, false);
}

void TableModel::count(Scan scan, qint64 upTo)
{
    ++m_scanNumber;
    m_scan = scan;
    m_scanClock.start();
    m_anchors.clear();
    ScanRequest request;
    request.kind = ScanRequest::Kind::Count;
    request.upTo = upTo;
    m_feed->scan(request);
}

void TableModel::startViewScan(Scan scan)
{
    ++m_scanNumber;
    m_scan = scan;
    m_scanClock.start();
    m_streaming = false;
    ScanRequest request;
    request.view = m_view;
    const bool stream = scan == Scan::Show && m_view.sortColumn < 0;
    request.kind = stream ? ScanRequest::Kind::Stream : ScanRequest::Kind::Collect;
    m_feed->scan(request);
    if (scan == Scan::Show)
        setBusy(true, 0);
}

void TableModel::takeScan(const ScanReport &report)
{
    if (report.finished && (report.interrupted || !report.error.isEmpty())) {
        const bool wasView = m_scan == Scan::Show;
        endScan();
        if (!report.error.isEmpty())
            fail(report.error);
        if (wasView)
            showByKey();
        return;
    }
    const quint64 number = m_scanNumber;
    if (m_scan == Scan::Show || m_scan == Scan::Update)
        takeShown(report);
    else
        takeCount(report);
    if (number != m_scanNumber) // whoever heard of the rows has asked for another view
        return;
    if (!report.finished && m_scan != Scan::Update && m_scan != Scan::Recount)
        setBusy(true, report.scanned);
    if (report.finished) {
        m_scanTime = std::chrono::milliseconds(m_scanClock.elapsed());
        m_error.clear();
        // In this order: whoever hears of either may ask for another view at once.
        m_countState = CountState::Exact;
        endScan();
        setCountState(m_countState);
    }
}

void TableModel::takeCount(const ScanReport &report)
{
    m_anchors.insert(m_anchors.end(), report.keys.begin(), report.keys.end());
    const bool dense =
        static_cast<quint64>(report.scanned - 1) == keyDistance(report.firstKey, report.lastKey);
    TableLayout counted;
    if (report.scanned > 0) {
        counted = dense && report.finished ? TableLayout::dense(report.firstKey, report.lastKey)
                                           : TableLayout::anchored(report.scanned, report.lastKey, m_anchors);
    }
    counted.adopt(m_layout.tail());
    if (report.finished) {
        become(std::move(counted));
        return;
    }
    const qint64 known = m_layout.baseSize();
    if (m_scan != Scan::Grow || report.scanned <= known)
        return;
    insertAt(known, report.scanned - known, [this, &counted] { m_layout = std::move(counted); });
    setCountState(CountState::Unknown);
}

void TableModel::takeShown(const ScanReport &report)
{
    if (report.collected) {
        TableLayout layout = TableLayout::keyed(std::move(*report.collected));
        if (m_scan == Scan::Update)
            become(std::move(layout));
        else
            resetTo(std::move(layout));
        return;
    }
    if (m_scan != Scan::Show || m_view.sortColumn >= 0)
        return;
    if (!m_streaming) {
        KeyList keys;
        keys.append(report.keys);
        resetTo(TableLayout::keyed(std::move(keys)));
        m_streaming = true;
    } else if (!report.keys.empty()) {
        insertAt(totalRows(), static_cast<qint64>(report.keys.size()),
                 [this, &report] { m_layout.appendKeys(report.keys); });
    }
    setCountState(CountState::Unknown);
}

void TableModel::endScan()
{
    ++m_scanNumber;
    m_scan = Scan::None;
    m_streaming = false;
    if (m_busy)
        setBusy(false, totalRows());
    if (std::exchange(m_refreshAgain, false))
        startRefreshTimer();
}

void TableModel::scheduleRefresh()
{
    if (m_scan != Scan::None)
        m_refreshAgain = true;
    else if (!m_refreshTimer.isActive())
        startRefreshTimer();
}

void TableModel::startRefreshTimer()
{
    m_refreshTimer.start(std::max(RefreshDelay, ScanShare * m_scanTime));
}

void TableModel::addCommitted(const QList<qint64> &keys)
{
    if (keys.isEmpty() || !m_backend)
        return;
    m_fresh.add(keys);
    m_freshTimer.start();
    if (!m_view.byKey())
        scheduleRefresh();
    if (m_layout.isKeyed())
        return;
    if (m_loading)
        m_announced.insert(m_announced.end(), keys.cbegin(), keys.cend());
    std::vector<qint64> sorted(keys.cbegin(), keys.cend());
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    const auto beyond = std::partition_point(sorted.begin(), sorted.end(),
                                             [this](qint64 key) { return !m_layout.isBeyondBase(key); });
    // Where a row among the others stands only a look at the database can tell.
    if (beyond != sorted.begin())
        scheduleRefresh();
    sorted.erase(sorted.begin(), beyond);
    std::erase_if(sorted, [this](qint64 key) { return m_layout.tailContains(key); });
    if (sorted.empty())
        return;
    insertIntoTail(sorted);
    foldLongTail();
    setCountState(m_countState);
}

void TableModel::insertIntoTail(std::span<const qint64> keys)
{
    bool atEnd = true;
    // From the back, so that the places of the keys before stay right.
    for (std::size_t end = keys.size(); end > 0;) {
        const qint64 position = m_layout.tailPosition(keys[end - 1]);
        std::size_t begin = end - 1;
        while (begin > 0 && m_layout.tailPosition(keys[begin - 1]) == position)
            --begin;
        atEnd = atEnd && m_layout.baseSize() + position == totalRows();
        const std::span<const qint64> run = keys.subspan(begin, end - begin);
        insertAt(m_layout.baseSize() + position, static_cast<qint64>(run.size()),
                 [this, position, run] { m_layout.insertIntoTail(position, run); });
        end = begin;
    }
    if (!atEnd)
        m_feed->restartPages();
}

void TableModel::foldLongTail()
{
    constexpr std::size_t LongTail = 10'000;
    constexpr std::size_t LongestTail = 50'000;
    const std::vector<qint64> &tail = m_layout.tail();
    if (tail.size() < LongTail)
        return;
    const bool dense =
        keyDistance(m_layout.firstKey(), tail.back()) == static_cast<quint64>(m_layout.size() - 1);
    if (m_layout.baseSize() > 0 && dense)
        m_layout.foldTail();
    else if (tail.size() > LongestTail)
        scheduleRefresh();
}

void TableModel::setBusy(bool busy, qint64 rowsScanned)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy, rowsScanned);
}

void TableModel::setCountState(CountState state)
{
    m_countState = state;
    Q_EMIT countChanged(totalRows(), state);
}

void TableModel::fail(const QString &sentence)
{
    m_error = sentence;
    Q_EMIT failed(sentence);
}

} // namespace Weir
