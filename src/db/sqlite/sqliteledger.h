// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/sqlite/sqlitereadback.h"

#include <QString>

namespace Weir {

/// The ledger of an SQLite file, on a session's connection.
class SqliteLedger : public Ledger
{
public:
    SqliteLedger(sqlite3 *db, QString location)
        : m_db(db)
        , m_location(location)
        , m_readBack(db, std::move(location))
    {}

    SqlError makeTables() override;
    SqlError begin(const LedgerLoad &load) override;
    SqlError revise(const LedgerLoad &load) override;
    SqlError reopen(const QByteArray &loadId) override;
    SqlError add(const QByteArray &loadId, const LedgerBatch &batch) override;
    SqlError finish(const QByteArray &loadId, const QByteArray &contentHash, const QDateTime &when) override;
    SqlError drop(const QByteArray &loadId) override;
    Expected<std::optional<UndoneBatch>, SqlError> undoLast(const QByteArray &loadId, qint64 before) override;
    Expected<QList<LedgerLoad>, SqlError> loads() override;
    Expected<QList<LedgerBatch>, SqlError> batches(const QByteArray &loadId) override;

private:
    struct Removable;

    Expected<std::optional<Removable>, SqlError> lastBatch(const QByteArray &loadId, qint64 before);
    SqlError keepStaying(const Removable &batch);
    SqlError markUndone(qint64 load);
    SqlError notRemovable() const;
    SqlError error() const;
    SqlError unknownLoad() const;

    sqlite3 *m_db;
    QString m_location;
    SqliteReadBack m_readBack;
};

} // namespace Weir
