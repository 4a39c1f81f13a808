// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadstrategy.h"

namespace Weir {

/// Every batch is committed by itself, with its record in the ledger; too many bad rows stop a file.
class BatchByBatch : public LoadStrategy
{
public:
    explicit BatchByBatch(LoadContext context);

    void takeBatch(FileLoad &file, LoadBatch &batch) override;
    void takeEnd(FileLoad &file, const ReadEnd &end) override;
    void rest() override { flush(); }
    void finish() override { flush(); }

private:
    /// Rows from which on a share of them says something.
    static constexpr qint64 ShareFromRows = 1000;

    void flush();
    void confirm();
    void giveUp(SqlError error);
    void stopIfTooManyRejected(FileLoad &file, bool atEnd);
    void end(FileLoad &file, FileState state, const QString &error);
    void fail(FileLoad &file, const SqlError &error);

    LoadContext m_context;
    FileLoad *m_unflushed = nullptr; // whose last batch may not be safe on the disk yet
};

} // namespace Weir
