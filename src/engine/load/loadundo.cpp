// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadundo.h"

#include "db/connections.h"
#include "engine/transaction/transactor.h"

#include <QCoreApplication>

namespace Weir {

Expected<UndoResult> LoadUndo::run()
{
    const std::stop_token stop = m_monitor.stopToken();
    auto session = m_backend.openSession(newConnectionName(m_backend.profile().name));
    if (!session)
        return failure(session.error().sentence);
    report(FileState::Loading);
    while (!m_isComplete) {
        m_monitor.awaitResume();
        const auto done = undoLast(**session);
        // What may have been committed is not to be hidden by a cancellation.
        if (!done && stop.stop_requested() && done.error().errorClass != ErrorClass::CommitUnknown) {
            m_result.stopped = true;
            m_result.addExample(QCoreApplication::translate(
                "Weir::LoadUndo", "Stopped before all rows were looked at: undo again to go on."));
            report(FileState::Cancelled);
            return m_result;
        }
        if (!done) {
            report(FileState::Failed);
            return failure(done.error().sentence + removedBefore());
        }
        report(m_isComplete ? FileState::Finished : FileState::Loading);
    }
    session->reset();
    static_cast<void>(m_backend.settle()); // the log can wait
    return m_result;
}

Expected<void, SqlError> LoadUndo::undoLast(Session &session)
{
    std::optional<UndoneBatch> batch;
    const auto work = [&](int) -> Expected<void, SqlError> {
        auto undone = session.ledger().undoLast(m_load.id, m_before);
        if (!undone)
            return tl::unexpected(undone.error());
        batch = std::move(*undone);
        return {};
    };
    const auto committed = Transactor(session, m_retry, m_monitor.stopToken()).run({}, work);
    if (!committed)
        return tl::unexpected(committed.error());
    m_isComplete = !batch;
    if (batch) {
        m_result += batch->result;
        m_before = batch->number;
    }
    return {};
}

/// A sentence to go after another, or empty.
QString LoadUndo::removedBefore() const
{
    if (m_result.removed == 0)
        return {};
    return u' '
        + QCoreApplication::translate("Weir::LoadUndo", "Rows of the load that were removed before that: %1.")
              .arg(m_result.removed);
}

void LoadUndo::report(FileState state)
{
    FileProgress progress;
    progress.state = state;
    progress.counts.inserted = m_result.removed;
    progress.counts.failed = m_result.changed + m_result.gone + m_result.refused;
    progress.bytes = progress.counts.read();
    progress.size = m_load.counts.written();
    m_monitor.setProgress(0, progress);
}

} // namespace Weir
