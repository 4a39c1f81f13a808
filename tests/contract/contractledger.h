// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/contractbackend.h"
#include "db/rowhash.h"

#include <QtEndian>

namespace Weir::Test {

/// A load of users that has begun.
inline LedgerEntry someLoad(char id)
{
    LedgerEntry load;
    load.id = QByteArray(16, id);
    load.file = QStringLiteral("/data/große %1.csv").arg(QLatin1Char(id));
    load.size = 1234567890123;
    load.entity = QStringLiteral("users");
    load.table = QStringLiteral("users");
    load.columns = RowHasher::columns(usersEntity());
    load.plan = QByteArray("{\"a\":\"\0\"}", 9);
    load.rejectedFile = QStringLiteral("/data/x.rejected.csv");
    load.reasonsFile = QStringLiteral("/data/x.reasons.csv");
    load.started = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    return load;
}

/// The batch's entry for rows that were written; those that failed are told apart by `result`.
inline LedgerBatch entryFor(qint64 number, const QList<QStringList> &rows, const InsertResult &result)
{
    LedgerBatch entry;
    entry.number = number;
    entry.endOffset = (number + 1) * 1'000'000'000'000;
    entry.hash = 0xfedcba9876543210U + static_cast<quint64>(number);
    entry.counts.inserted = static_cast<qint64>(result.keys.size());
    entry.counts.rejected = 10;
    entry.counts.failed = static_cast<qint64>(result.failures.size());
    entry.rejectedBytes = 77 + number;
    entry.reasonsBytes = 99 + number;
    entry.keys = encodeKeys(result.keys);
    const RowHasher hasher(usersEntity());
    const RowBatch batch = batchOf(rows);
    auto failure = result.failures.begin();
    for (int row = 0; row < batch.rowCount(); ++row) {
        if (failure != result.failures.end() && failure->index == row) {
            ++failure;
            continue;
        }
        const quint32 hash = qToLittleEndian(hasher.hash(batch, row));
        entry.rowHashes.append(reinterpret_cast<const char *>(&hash), sizeof hash);
    }
    return entry;
}

/// Users and their entry, inside the caller's transaction.
[[nodiscard]] inline Expected<void, SqlError> loadBatch(ContractSession &session, const QByteArray &id,
                                                        qint64 number, const QList<QStringList> &rows)
{
    const Written written = session.insert(usersEntity(), rows);
    return written.done ? session.addBatch(id, entryFor(number, rows, written.result)) : written.done;
}

} // namespace Weir::Test
