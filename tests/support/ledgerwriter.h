// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/connections.h"
#include "db/ledger.h"
#include "db/rowhash.h"
#include "db/transaction.h"
#include "support/dbfixture.h"

#include <QtEndian>

#include <numeric>

namespace Weir::Test {

/// A load as its database sees it: batches of users, each committed together with its line in the ledger. In
/// each batch but the first the last row breaks a UNIQUE constraint.
class LedgerWriter
{
public:
    static constexpr int Batches = 8;
    static constexpr int Rows = 40;
    static constexpr int CheckpointEvery = 3;

    static int inserted(int batches) { return batches * Rows - std::max(batches - 1, 0); }
    static QString schema()
    {
        return QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE)");
    }
    static QByteArray loadId() { return QByteArray(16, 'w'); }

    /// Goes on after what the ledger holds; the first error. `committed` counts the commits that succeeded.
    static Expected<void, SqlError> write(Backend &backend, int *committed)
    {
        if (const auto done = backend.prepare({usersEntity()}); !done)
            return done;
        auto session = backend.openSession(newConnectionName(QStringLiteral("users")));
        if (!session)
            return tl::unexpected(session.error());
        if (const auto done = makeLedger(**session); !done)
            return done;
        const auto known = (*session)->ledger().batches(loadId());
        if (!known)
            return tl::unexpected(known.error());
        for (int number = static_cast<int>(known->size()); number < Batches; ++number) {
            if (const auto done = writeBatch(**session, number); !done)
                return done;
            ++*committed;
            if (number % CheckpointEvery == CheckpointEvery - 1) {
                if (const auto done = backend.settle(); !done)
                    return done;
            }
        }
        return {};
    }

private:
    static Expected<void, SqlError> writeBatch(Session &session, int number)
    {
        const Entity entity = usersEntity();
        const RowBatch batch = rowsOf(number);
        std::vector<int> rows(Rows);
        std::iota(rows.begin(), rows.end(), 0);
        Transaction transaction(session);
        if (const auto done = transaction.begin({}); !done)
            return done;
        if (number == 0) {
            LedgerEntry load;
            load.id = loadId();
            load.table = entity.table;
            load.columns = RowHasher::columns(entity);
            if (const auto done = session.ledger().begin(load); !done)
                return done;
        }
        InsertResult result;
        if (const auto done = session.insert(entity, batch, rows, &result); !done)
            return done;
        LedgerBatch entry;
        entry.number = number;
        entry.endOffset = (number + 1) * 10000;
        entry.counts = {static_cast<qint64>(result.keys.size()), 0,
                        static_cast<qint64>(result.failures.size()), 0};
        entry.keys = encodeKeys(result.keys);
        entry.rowHashes = hashes(entity, batch, result.keys.size());
        if (const auto done = session.ledger().add(loadId(), entry); !done)
            return done;
        return doneOf(transaction.commit());
    }

    static RowBatch rowsOf(int number)
    {
        RowBatch batch(3);
        for (int row = 0; row < Rows; ++row) {
            const bool taken = number > 0 && row == Rows - 1;
            const int mail = taken ? 0 : number * Rows + row;
            batch.appendRow(row + 1,
                            {QString::number(number * 100 + row + 1), QString(300, u'n'),
                             QStringLiteral("%1@example.com").arg(mail)});
        }
        return batch;
    }

    /// Only the last row of a batch fails.
    static QByteArray hashes(const Entity &entity, const RowBatch &batch, std::size_t rows)
    {
        const RowHasher hasher(entity);
        QByteArray hashes;
        for (std::size_t row = 0; row < rows; ++row) {
            const quint32 hash = qToLittleEndian(hasher.hash(batch, static_cast<int>(row)));
            hashes.append(reinterpret_cast<const char *>(&hash), sizeof hash);
        }
        return hashes;
    }
};

} // namespace Weir::Test
