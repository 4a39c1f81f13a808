// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryledger.h"

#include "db/rowhash.h"
#include "support/memorysession.h"

#include <QtEndian>

#include <algorithm>

namespace Weir::Test {

namespace {

MemoryLoad *findLoad(MemoryContent &content, const QByteArray &id)
{
    const auto found = std::find_if(content.loads.begin(), content.loads.end(),
                                    [&](const MemoryLoad &load) { return load.load.id == id; });
    return found == content.loads.end() ? nullptr : &*found;
}

LedgerEntry withSums(const MemoryLoad &known)
{
    LedgerEntry load = known.load;
    load.counts = {};
    load.batches = static_cast<qint64>(known.batches.size());
    load.batchesToUndo = std::count_if(known.batches.begin(), known.batches.end(),
                                       [](const MemoryLoad::Batch &batch) { return !batch.undone; });
    for (const MemoryLoad::Batch &batch : known.batches)
        load.counts += batch.entry.counts;
    return load;
}

/// As the load has hashed it; the first of the columns is the key's.
quint32 hashOf(const MemoryTable &table, const MemoryTable::Row &row, const QStringList &columns)
{
    RowHash hash;
    for (const QString &column : columns.sliced(1))
        hash.add(storedValue(row[static_cast<std::size_t>(table.columnIndex(column))]));
    return hash.value();
}

/// Rows of a batch that are to go: each with its hash.
class UndoOfRows
{
public:
    UndoOfRows(MemoryContent &content, const LedgerEntry &load)
        : m_content(content)
        , m_load(load)
        , m_table(content.tables.at(load.table))
    {}

    /// False: the row stays.
    bool remove(qint64 key, quint32 hash, UndoResult *result)
    {
        const auto row = m_table.rows().find(key);
        if (row == m_table.rows().end()) {
            ++result->gone;
            return true;
        }
        if (hashOf(m_table, row->second, m_load.columns) != hash) {
            ++result->changed;
            result->addExample(QStringLiteral("Row %1 was changed after the load.").arg(key));
            return false;
        }
        if (!m_content.tableReferringTo(m_load.table, key).isEmpty()) {
            ++result->refused;
            result->addExample(QStringLiteral("Row %1 cannot be removed: others refer to it.").arg(key));
            return false;
        }
        m_table.remove(key);
        ++result->removed;
        return true;
    }

private:
    const MemoryContent &m_content;
    const LedgerEntry &m_load;
    MemoryTable &m_table;
};

} // namespace

Expected<void, SqlError> MemoryLedger::makeTables()
{
    if (const auto done = m_session.refusal(MemoryCall::Ledger); !done)
        return done;
    MemoryContent *draft = m_session.draft();
    if (!draft)
        return tl::unexpected(error(QStringLiteral("there is no transaction to make the ledger in")));
    draft->hasLedger = true;
    return {};
}

Expected<void, SqlError> MemoryLedger::begin(const LedgerEntry &load)
{
    return change([&](MemoryContent &content) -> Expected<void, SqlError> {
        if (findLoad(content, load.id))
            return tl::unexpected(error(QStringLiteral("the ledger has this load already")));
        content.loads.push_back({load, {}});
        return {};
    });
}

Expected<void, SqlError> MemoryLedger::revise(const LedgerEntry &load)
{
    return changeLoad(load.id, [&](MemoryLoad &known) -> Expected<void, SqlError> {
        known.load.plan = load.plan;
        known.load.rejectedFile = load.rejectedFile;
        known.load.reasonsFile = load.reasonsFile;
        return {};
    });
}

Expected<void, SqlError> MemoryLedger::reopen(const QByteArray &loadId)
{
    return changeLoad(loadId, [](MemoryLoad &known) -> Expected<void, SqlError> {
        known.load.contentHash.clear();
        known.load.finished = {};
        known.load.state = LoadState::Running;
        return {};
    });
}

Expected<void, SqlError> MemoryLedger::add(const QByteArray &loadId, const LedgerBatch &batch)
{
    return changeLoad(loadId, [&](MemoryLoad &known) -> Expected<void, SqlError> {
        const bool isThere =
            std::any_of(known.batches.begin(), known.batches.end(),
                        [&](const MemoryLoad::Batch &other) { return other.entry.number == batch.number; });
        if (isThere)
            return tl::unexpected(error(QStringLiteral("the ledger has this batch already")));
        known.batches.push_back({batch, false});
        return {};
    });
}

Expected<void, SqlError> MemoryLedger::finish(const QByteArray &loadId, const QByteArray &contentHash,
                                              const QDateTime &when)
{
    return changeLoad(loadId, [&](MemoryLoad &known) -> Expected<void, SqlError> {
        known.load.contentHash = contentHash;
        known.load.finished = when;
        known.load.state = LoadState::Finished;
        return {};
    });
}

Expected<void, SqlError> MemoryLedger::drop(const QByteArray &loadId)
{
    return change([&](MemoryContent &content) -> Expected<void, SqlError> {
        const auto dropped =
            std::erase_if(content.loads, [&](const MemoryLoad &load) { return load.load.id == loadId; });
        if (dropped == 1)
            return {};
        return tl::unexpected(error(QStringLiteral("the ledger does not know this load")));
    });
}

Expected<std::optional<UndoneBatch>, SqlError> MemoryLedger::undoLast(const QByteArray &loadId, qint64 before)
{
    std::optional<UndoneBatch> undone;
    const SqlError failed = errorOf(change([&](MemoryContent &content) -> Expected<void, SqlError> {
        MemoryLoad *load = findLoad(content, loadId);
        if (!load)
            return tl::unexpected(error(QStringLiteral("the ledger does not know this load")));
        const auto batch = std::find_if(load->batches.rbegin(), load->batches.rend(), [&](const auto &one) {
            return !one.undone && one.entry.number < before;
        });
        if (batch == load->batches.rend())
            return {};
        auto result = takeBack(content, *load, *batch);
        if (!result)
            return tl::unexpected(result.error());
        undone = UndoneBatch{batch->entry.number, std::move(*result)};
        return {};
    }));
    if (!failed.isNone())
        return tl::unexpected(failed);
    return undone;
}

Expected<UndoResult, SqlError> MemoryLedger::takeBack(MemoryContent &content, MemoryLoad &load,
                                                      MemoryLoad::Batch &batch)
{
    constexpr qsizetype HashBytes = sizeof(quint32);
    const auto keys = decodeKeys(batch.entry.keys);
    const auto rows = keys ? static_cast<qint64>(keys->size()) : -1;
    const qint64 written = batch.entry.counts.inserted + batch.entry.counts.updated;
    if (rows < std::min<qint64>(written, 1) || rows > written || load.load.columns.isEmpty()
        || batch.entry.rowHashes.size() != rows * HashBytes)
        return tl::unexpected(error(QStringLiteral("the ledger does not hold which rows the load wrote")));
    UndoOfRows undo(content, load.load);
    UndoResult result;
    std::vector<qint64> staying;
    QByteArray stayingHashes;
    for (qint64 i = rows; i-- > 0;) {
        const char *const hash = batch.entry.rowHashes.constData() + i * HashBytes;
        const qint64 key = (*keys)[static_cast<std::size_t>(i)];
        if (undo.remove(key, qFromLittleEndian<quint32>(hash), &result))
            continue;
        staying.insert(staying.begin(), key);
        stayingHashes.prepend(hash, HashBytes);
    }
    batch.undone = staying.empty();
    batch.entry.keys = encodeKeys(staying);
    batch.entry.rowHashes = stayingHashes;
    if (static_cast<qint64>(staying.size()) < rows)
        load.load.state = LoadState::Undone;
    return result;
}

Expected<QList<LedgerEntry>, SqlError> MemoryLedger::loads()
{
    const auto now = content();
    if (!now)
        return tl::unexpected(now.error());
    QList<LedgerEntry> loads;
    std::transform(now->loads.rbegin(), now->loads.rend(), std::back_inserter(loads), withSums);
    return loads;
}

Expected<QList<LedgerBatch>, SqlError> MemoryLedger::batches(const QByteArray &loadId)
{
    auto now = content();
    if (!now)
        return tl::unexpected(now.error());
    QList<LedgerBatch> batches;
    if (const MemoryLoad *load = findLoad(*now, loadId)) {
        for (const MemoryLoad::Batch &batch : load->batches) {
            batches += batch.entry;
            batches.last().keys.clear();
            batches.last().rowHashes.clear();
        }
    }
    return batches;
}

Expected<void, SqlError>
MemoryLedger::change(const std::function<Expected<void, SqlError>(MemoryContent &)> &work)
{
    if (const auto done = m_session.refusal(MemoryCall::Ledger); !done)
        return done;
    MemoryContent *draft = m_session.draft();
    if (!draft)
        return tl::unexpected(error(QStringLiteral("there is no transaction to write the ledger in")));
    if (!draft->hasLedger)
        return tl::unexpected(
            m_session.store().error(ErrorClass::NoTable, QStringLiteral("the ledger was not made")));
    return work(*draft);
}

Expected<void, SqlError>
MemoryLedger::changeLoad(const QByteArray &loadId,
                         const std::function<Expected<void, SqlError>(MemoryLoad &)> &work)
{
    return change([&](MemoryContent &content) {
        MemoryLoad *load = findLoad(content, loadId);
        return load ? work(*load)
                    : tl::unexpected(error(QStringLiteral("the ledger does not know this load")));
    });
}

Expected<MemoryContent, SqlError> MemoryLedger::content()
{
    if (const auto done = m_session.refusal(MemoryCall::Read); !done)
        return tl::unexpected(done.error());
    const MemoryContent *draft = m_session.draft();
    return draft ? *draft : *m_session.store().content();
}

SqlError MemoryLedger::error(const QString &what) const
{
    return m_session.store().error(ErrorClass::Other, what);
}

} // namespace Weir::Test
