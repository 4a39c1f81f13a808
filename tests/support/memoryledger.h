// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "support/memorystore.h"

#include <functional>

namespace Weir::Test {

class MemorySession;

/// The ledger of a MemoryStore, through one session.
class MemoryLedger : public Ledger
{
public:
    explicit MemoryLedger(MemorySession &session)
        : m_session(session)
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
    Expected<void, SqlError> change(const std::function<Expected<void, SqlError>(MemoryContent &)> &work);
    Expected<void, SqlError> changeLoad(const QByteArray &loadId,
                                        const std::function<Expected<void, SqlError>(MemoryLoad &)> &work);
    Expected<MemoryContent, SqlError> content();
    Expected<UndoResult, SqlError> takeBack(MemoryContent &content, MemoryLoad &load,
                                            MemoryLoad::Batch &batch);
    SqlError error(const QString &what) const;

    MemorySession &m_session;
};

} // namespace Weir::Test
