// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablescanner.h"

#include "models/table/tablelayout.h"

#include <QElapsedTimer>

#include <functional>
#include <utility>

namespace Weir {

namespace {

/// Sorts a scan's keys into reports.
class ScanCollector
{
public:
    ScanCollector(const ScanRequest &request, std::function<bool(ScanReport)> send)
        : m_request(request)
        , m_send(std::move(send))
    {
        m_report.token = request.token;
        if (request.kind == ScanRequest::Kind::Collect)
            m_report.collected = std::make_shared<KeyList>();
        m_clock.start();
    }

    /// False: enough.
    bool take(std::span<const qint64> keys)
    {
        if (m_request.kind == ScanRequest::Kind::Count) {
            if (!count(keys))
                return false;
        } else {
            keep(keys);
        }
        constexpr int ReportIntervalMs = 100;
        return m_clock.elapsed() < ReportIntervalMs || sendProgress();
    }

    void finish(const SqlError &error)
    {
        m_report.finished = true;
        m_report.interrupted = error.errorClass == ErrorClass::Interrupted;
        m_report.error = m_report.interrupted ? QString() : error.sentence;
        m_send(std::move(m_report));
    }

private:
    bool count(std::span<const qint64> keys)
    {
        for (const qint64 key : keys) {
            if (key > m_request.upTo)
                return false;
            if (m_report.scanned == 0)
                m_report.firstKey = key;
            if (m_report.scanned % TableLayout::Step == 0)
                m_report.keys.push_back(key);
            m_report.lastKey = key;
            ++m_report.scanned;
        }
        return true;
    }

    void keep(std::span<const qint64> keys)
    {
        if (m_request.kind == ScanRequest::Kind::Collect)
            m_report.collected->append(keys);
        else
            m_report.keys.insert(m_report.keys.end(), keys.begin(), keys.end());
        m_report.scanned += static_cast<qint64>(keys.size());
    }

    bool sendProgress()
    {
        m_clock.restart();
        ScanReport progress = m_report;
        progress.collected.reset();
        m_report.keys.clear();
        return m_send(std::move(progress));
    }

    const ScanRequest &m_request;
    std::function<bool(ScanReport)> m_send; // false: nobody wants to know any more
    ScanReport m_report;                    // what has not been sent yet
    QElapsedTimer m_clock;
};

} // namespace

TableScanner::TableScanner(std::shared_ptr<ReaderHandle> handle, Report report)
    : TableWorker(std::move(handle))
    , m_report(std::move(report))
{}

void TableScanner::scan(const ScanRequest &request)
{
    if (!isWanted(request.token))
        return;
    ScanCollector collector(request, [this, &request](ScanReport report) {
        if (!isWanted(request.token))
            return false;
        m_report(std::move(report));
        return true;
    });
    const auto done = read(request.token, [&](TableReader &reader) -> Expected<void, SqlError> {
        // Asked again now that the reader can be interrupted: from here on nothing is missed.
        if (!isWanted(request.token))
            return {};
        const auto rows = reader.scanKeys(request.view, [&](std::span<const qint64> keys) {
            return isWanted(request.token) && collector.take(keys);
        });
        return doneOf(rows);
    });
    collector.finish(errorOf(done));
}

} // namespace Weir
