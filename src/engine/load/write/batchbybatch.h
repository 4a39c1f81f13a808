// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/write/loadstrategy.h"

namespace Weir {

/// Every batch is committed by itself, with its record in the ledger; too many bad rows stop a file.
class BatchByBatch : public LoadStrategy
{
public:
    explicit BatchByBatch(LoadContext context);

    void takeBatch(FileAccount &file, LoadBatch &batch) override;
    void takeEnd(FileAccount &file, const ReadEnd &end) override;
    void rest() override { flush(); }
    void finish() override { flush(); }

private:
    /// Rows from which on a share of them says something.
    static constexpr qint64 ShareFromRows = 1000;

    void flush();
    void confirm();
    void giveUp(SqlError error);
    void stopIfTooManyRejected(FileAccount &file, bool atEnd);
    void end(FileAccount &file, FileState state, const QString &error);
    void fail(FileAccount &file, const SqlError &error);

    LoadContext m_context;
    FileAccount *m_unflushed = nullptr; // whose last batch may not be safe on the disk yet
};

} // namespace Weir
