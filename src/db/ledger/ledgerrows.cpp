// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger/ledgerrows.h"

#include "core/text/jsonstring.h"
#include "core/text/storedjson.h"

#include <array>

namespace Weir {

namespace {

constexpr std::array<const char *, 3> StateNames{"running", "finished", "undone"};

LoadState stateOf(const QString &name)
{
    for (std::size_t i = 0; i < StateNames.size(); ++i) {
        if (name == QLatin1String(StateNames.at(i)))
            return static_cast<LoadState>(i);
    }
    return LoadState::Running;
}

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

} // namespace

QString ledgerStateName(LoadState state)
{
    return QString::fromLatin1(StateNames.at(static_cast<std::size_t>(state)));
}

QString ledgerTimeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString ledgerColumnsText(const QStringList &columns)
{
    return QString::fromUtf8(StoredJson::write(nlohmann::json(columns)));
}

QStringList ledgerColumnsOf(const QString &text)
{
    QStringList columns;
    const nlohmann::json names = StoredJson::read(text.toUtf8());
    for (const nlohmann::json &name : StoredJson::list(names))
        columns += StoredJson::text(name);
    return columns;
}

LedgerEntry ledgerLoadOf(const Cursor &row)
{
    LedgerEntry load;
    load.id = row.bytes(0);
    load.file = row.text(1);
    load.size = row.integer(2);
    load.contentHash = row.bytes(3);
    load.entity = row.text(4);
    load.table = row.text(5);
    load.columns = ledgerColumnsOf(row.text(6));
    load.plan = row.bytes(7);
    load.rejectedFile = row.text(8);
    load.reasonsFile = row.text(9);
    load.started = timeOf(row.text(10));
    load.finished = timeOf(row.text(11));
    load.state = stateOf(row.text(12));
    load.batches = row.integer(13);
    load.counts = {row.integer(14), row.integer(15), row.integer(16), row.integer(17)};
    load.batchesToUndo = row.integer(18);
    load.counts.updated = row.integer(19);
    return load;
}

LedgerBatch ledgerBatchOf(const Cursor &row)
{
    LedgerBatch batch;
    batch.number = row.integer(0);
    batch.endOffset = row.integer(1);
    batch.hash = static_cast<quint64>(row.integer(2));
    batch.counts = {row.integer(3), row.integer(4), row.integer(5), row.integer(6)};
    batch.rejectedBytes = row.integer(7);
    batch.reasonsBytes = row.integer(8);
    batch.counts.updated = row.integer(9);
    return batch;
}

} // namespace Weir
