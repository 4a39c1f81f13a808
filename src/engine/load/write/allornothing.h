// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/transaction.h"
#include "engine/load/write/loadstrategy.h"

#include <optional>

namespace Weir {

/// One transaction over all files of the database. The first bad row takes it back; what follows is read and
/// validated all the same, so that every reason is known.
class AllOrNothing : public LoadStrategy
{
public:
    explicit AllOrNothing(LoadContext context)
        : m_context(std::move(context))
    {}
    /// Where memory ran out on the way, nothing stays either, and the files' counts say so.
    ~AllOrNothing() override
    {
        if (m_transaction)
            takeBack();
    }
    AllOrNothing(const AllOrNothing &) = delete;
    AllOrNothing &operator=(const AllOrNothing &) = delete;

    void takeBatch(FileAccount &file, LoadBatch &batch) override;
    void takeEnd(FileAccount &file, const ReadEnd &end) override;
    void finish() override;

private:
    Expected<void, SqlError> begin();
    Expected<void, SqlError> commit();
    bool isWhole() const;
    void takeBack();
    void forgetStopped();
    bool write(FileAccount &file, LoadBatch &batch);
    void turnAway(FileAccount &file, const LoadBatch &batch, const RejectedLines &rejected, qint64 failed);
    void fail(const SqlError &error);
    QString nothingStays(const FileAccount &file) const;

    LoadContext m_context;
    std::optional<Transaction> m_transaction;
    bool m_takenBack = false;
};

} // namespace Weir
