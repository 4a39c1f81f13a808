// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/ledger/loadedtables.h"
#include "db/session.h"

#include <QHash>

namespace Weir {

/// The ledger of any database that takes SQL statements. In its session's thread, gone before that is.
class SqlLedger : public Ledger
{
public:
    SqlLedger(Session &session, LoadedTables &loadedTables, QString location)
        : m_session(session)
        , m_loadedTables(loadedTables)
        , m_location(std::move(location))
    {}

    Expected<void, SqlError> makeTables() override;
    Expected<void, SqlError> begin(const LedgerEntry &load) override;
    Expected<void, SqlError> revise(const LedgerEntry &load) override;
    Expected<void, SqlError> reopen(const QByteArray &loadId) override;
    Expected<void, SqlError> add(const QByteArray &loadId, const LedgerBatch &batch) override;
    Expected<void, SqlError> finish(const QByteArray &loadId, const QByteArray &contentHash,
                                    const QDateTime &when) override;
    Expected<void, SqlError> drop(const QByteArray &loadId) override;
    Expected<std::optional<UndoneBatch>, SqlError> undoLast(const QByteArray &loadId, qint64 before) override;
    Expected<QList<LedgerEntry>, SqlError> loads() override;
    Expected<QList<LedgerBatch>, SqlError> batches(const QByteArray &loadId) override;

private:
    struct Removable;

    Expected<void, SqlError> changeLoad(const QString &assignments, std::vector<SqlValue> values,
                                        const QByteArray &loadId);
    Expected<void, SqlError> changeOne(const Statement &statement);
    Expected<std::optional<QByteArray>, SqlError> standingHashes(const QByteArray &loadId,
                                                                 const LedgerBatch &batch);
    Expected<RecordedTable, SqlError> tableOf(const QByteArray &loadId);
    Expected<std::optional<Removable>, SqlError> lastBatch(const QByteArray &loadId, qint64 before);
    Expected<void, SqlError> keepStaying(const Removable &batch);
    SqlError notRemovable() const;
    SqlError newerThanThis() const;
    SqlError unknownLoad() const;

    Session &m_session;
    LoadedTables &m_loadedTables;
    const QString m_location;
    QHash<QByteArray, RecordedTable> m_recorded; // by load; what add() has read of it
};

} // namespace Weir
