// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/setup/loadledgers.h"
#include "engine/load/values/loadmonitor.h"
#include "engine/transaction/retrypolicy.h"

namespace Weir {

/// Takes a load's batches back, from the last to the first, each in a transaction of its own. The monitor's
/// one file counts rows, not bytes. Thread of the backend's caller.
class LoadUndo
{
public:
    LoadUndo(Backend &backend, LedgerEntry load, RetryPolicy retry, LoadMonitor &monitor)
        : m_backend(backend)
        , m_load(std::move(load))
        , m_retry(retry)
        , m_monitor(monitor)
    {}

    /// Error: nothing could be removed any more; what was removed before stays so.
    Expected<UndoResult> run();

private:
    Expected<void, SqlError> undoLast(Session &session);
    QString removedBefore() const;
    void report(FileState state);

    Backend &m_backend;
    const LedgerEntry m_load;
    const RetryPolicy m_retry;
    LoadMonitor &m_monitor;
    UndoResult m_result;
    qint64 m_before = Ledger::AfterAllBatches; // batches from here on have been looked at
    bool m_isComplete = false;
};

} // namespace Weir
