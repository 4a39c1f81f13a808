// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketable.h"

#include <QFile>

#include <algorithm>

namespace Weir {

namespace {

SqlError fakeError(ErrorClass errorClass)
{
    return {errorClass, 1, QStringLiteral("The table cannot be read. Try again.")};
}

class FakeReader : public TableReader
{
public:
    explicit FakeReader(std::shared_ptr<FakeTable> table)
        : m_table(std::move(table))
    {
        ++m_table->readersOpen;
    }
    ~FakeReader() override
    {
        checkThread();
        --m_table->readersOpen;
    }

    Result<KeyRange> keyRange() override
    {
        checkThread();
        if (m_table->failsToRead)
            return tl::unexpected(fakeError(ErrorClass::Io));
        const auto rows = m_table->rows();
        if (rows.empty())
            return KeyRange();
        return KeyRange{false, rows.begin()->first, rows.rbegin()->first};
    }

    Result<TablePage> page(qint64 from, int skip, int limit) override
    {
        checkThread();
        if (m_table->failsToRead)
            return tl::unexpected(fakeError(ErrorClass::Io));
        const auto all = m_table->rows();
        TablePage page;
        for (auto row = all.lower_bound(from); row != all.end() && page.keys.size() < limit; ++row) {
            if (skip-- <= 0)
                add(page, row->first);
        }
        return page;
    }

    Result<TablePage> lastPage(int limit) override
    {
        checkThread();
        const auto keys = m_table->keys({});
        TablePage page;
        const auto count = std::min(keys.size(), static_cast<std::size_t>(limit));
        for (std::size_t i = keys.size() - count; i < keys.size(); ++i)
            add(page, keys[i]);
        return page;
    }

    Result<TablePage> rows(std::span<const qint64> keys) override
    {
        checkThread();
        if (m_table->failsToRead)
            return tl::unexpected(fakeError(ErrorClass::Io));
        TablePage page;
        for (const qint64 key : keys)
            add(page, key);
        return page;
    }

    Result<qint64> scanKeys(const TableView &view,
                            const std::function<bool(std::span<const qint64>)> &sink) override
    {
        checkThread();
        m_interrupted = false;
        ++m_table->scansBegun;
        const auto keys = m_table->keys(view);
        if (!m_table->passScanGate(m_interrupted)) {
            ++m_table->scansInterrupted;
            return tl::unexpected(fakeError(ErrorClass::Interrupted));
        }
        if (m_table->failsToRead)
            return tl::unexpected(fakeError(ErrorClass::Io));
        constexpr std::size_t Portion = 1000;
        std::span<const qint64> rest(keys);
        while (!rest.empty()) {
            const auto count = std::min(rest.size(), Portion);
            if (!sink(rest.first(count)))
                break;
            rest = rest.subspan(count);
        }
        return static_cast<qint64>(keys.size() - rest.size());
    }

    void interrupt() override
    {
        m_interrupted = true;
        m_table->wakeScans();
    }

private:
    void add(TablePage &page, qint64 key) const
    {
        page.keys.append(key);
        page.rows.append(m_table->cells(key));
    }

    void checkThread() const
    {
        const auto current = QThread::currentThreadId();
        if (current != m_thread || current == m_table->guiThread)
            ++m_table->callsInWrongThread;
    }

    std::shared_ptr<FakeTable> m_table;
    Qt::HANDLE m_thread = QThread::currentThreadId();
    std::atomic<bool> m_interrupted{false};
};

} // namespace

void FakeTable::insert(qint64 key, const QStringList &cells)
{
    const std::lock_guard lock(m_mutex);
    m_rows[key] = cells;
}

void FakeTable::insert(const QList<qint64> &keys)
{
    for (const qint64 key : keys)
        insert(key, cellsFor(key));
}

void FakeTable::remove(qint64 key)
{
    const std::lock_guard lock(m_mutex);
    m_rows.erase(key);
}

void FakeTable::clear()
{
    const std::lock_guard lock(m_mutex);
    m_rows.clear();
}

FakeTable::Rows FakeTable::rows() const
{
    const std::lock_guard lock(m_mutex);
    return m_rows;
}

QStringList FakeTable::cellsFor(qint64 key)
{
    // Names repeat and their order differs from the keys'.
    return {QStringLiteral("name %1").arg((key % 1000 * 7919) % 100),
            QString::number((key % 1000 * 31) % 1000)};
}

QStringList FakeTable::cells(qint64 key) const
{
    const std::lock_guard lock(m_mutex);
    const auto row = m_rows.find(key);
    if (row == m_rows.end())
        return {QString(), QString(), QString()};
    return QStringList(QString::number(key)) + row->second;
}

std::vector<qint64> FakeTable::keys(const TableView &view) const
{
    const Rows all = rows();
    std::vector<qint64> keys;
    const auto cell = [&all](qint64 key, int column) {
        return column == 0 ? QString::number(key) : all.at(key).at(column - 1);
    };
    for (const auto &[key, cells] : all) {
        bool matches = view.filter.isEmpty();
        for (int column = 0; column < 3 && !matches; ++column) {
            if (view.filterColumn < 0 || view.filterColumn == column)
                matches = cell(key, column).contains(view.filter, Qt::CaseInsensitive);
        }
        if (matches)
            keys.push_back(key);
    }
    if (view.sortColumn < 0)
        return keys;
    const auto less = [&](qint64 a, qint64 b) {
        if (view.sortColumn == 1)
            return cell(a, 1) < cell(b, 1);
        return cell(a, view.sortColumn).toLongLong() < cell(b, view.sortColumn).toLongLong();
    };
    if (view.order == Qt::AscendingOrder)
        std::stable_sort(keys.begin(), keys.end(), less);
    else
        std::stable_sort(keys.begin(), keys.end(), [&](qint64 a, qint64 b) { return less(b, a); });
    return keys;
}

void FakeTable::closeScanGate()
{
    const std::lock_guard lock(m_mutex);
    m_gateClosed = true;
}

void FakeTable::openScanGate()
{
    const std::lock_guard lock(m_mutex);
    m_gateClosed = false;
    m_gateOpened.notify_all();
}

void FakeTable::wakeScans()
{
    const std::lock_guard lock(m_mutex);
    m_gateOpened.notify_all();
}

bool FakeTable::passScanGate(const std::atomic<bool> &interrupted)
{
    std::unique_lock lock(m_mutex);
    m_gateOpened.wait(lock, [&] { return !m_gateClosed || interrupted; });
    return !interrupted;
}

FakeBackend::FakeBackend(std::shared_ptr<FakeTable> table)
    : m_table(std::move(table))
    , m_file(m_directory.filePath(QStringLiteral("fake.db")))
{
    m_profile.name = QStringLiteral("fake");
    createFile();
}

void FakeBackend::createFile()
{
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly))
        qWarning("The test's file cannot be made.");
}

void FakeBackend::removeFile()
{
    if (!QFile::remove(m_file))
        qWarning("The test's file cannot be removed.");
}

Expected<std::unique_ptr<Session>, SqlError> FakeBackend::openSession(const QString &)
{
    return tl::unexpected(fakeError(ErrorClass::CannotOpen));
}

Expected<std::unique_ptr<TableReader>, SqlError> FakeBackend::openReader(const Entity &, const QString &)
{
    if (!m_table->isThere)
        return tl::unexpected(fakeError(ErrorClass::NoTable));
    if (m_table->failsToOpen)
        return tl::unexpected(fakeError(ErrorClass::NotADatabase));
    return std::make_unique<FakeReader>(m_table);
}

Entity fakeEntity()
{
    Entity entity;
    entity.name = QStringLiteral("things");
    entity.title = QStringLiteral("Things");
    entity.table = QStringLiteral("things");
    entity.database = QStringLiteral("fake");
    entity.fields = {{QStringLiteral("id"), QStringLiteral("ID"), FieldType::Integer, true, {}},
                     {QStringLiteral("name"), QStringLiteral("Name"), FieldType::Text, false, {}},
                     {QStringLiteral("number"), QStringLiteral("Number"), FieldType::Integer, false, {}}};
    return entity;
}

} // namespace Weir
