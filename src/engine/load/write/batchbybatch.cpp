// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/batchbybatch.h"

#include <QCoreApplication>

namespace Weir {

BatchByBatch::BatchByBatch(LoadContext context)
    : m_context(std::move(context))
{
    m_context.writer.deferSync();
}

void BatchByBatch::takeBatch(FileAccount &file, LoadBatch &batch)
{
    stopIfTooManyRejected(file, false); // a resumed load may have had them before
    if (file.state() != FileState::Loading)
        return file.cancelBatch(batch);
    const auto written = m_context.writer.write(file, batch);
    if (!written) {
        file.cancelBatch(batch);
        if (written.error().errorClass == ErrorClass::CommitUnknown)
            file.setInLedger(true); // or not: a resume asks
        fail(file, written.error());
        return;
    }
    confirm();
    file.setInLedger(true);
    if (m_context.writer.isFlushDue()) {
        file.holdBack();
        m_unflushed = &file;
    }
    file.settle(batch, written->rejected(batch), {written->failed, written->updated, 0}, written->lengths);
    stopIfTooManyRejected(file, false);
}

void BatchByBatch::takeEnd(FileAccount &file, const ReadEnd &end)
{
    if (!end.error.isEmpty())
        return this->end(file, FileState::Failed, end.error);
    if (!end.complete || file.state() != FileState::Loading)
        return this->end(file, FileState::Cancelled, {});
    if (file.isAsItWas())
        return this->end(file, FileState::Finished, {});
    stopIfTooManyRejected(file, true);
    if (file.state() != FileState::Loading)
        return;
    auto done = m_context.writer.finish(file, end.contentHash);
    if (done) {
        confirm();
        done = m_context.writer.flush();
    }
    if (!done)
        return fail(file, done.error());
    file.setInLedger(true);
    file.end(FileState::Finished);
}

void BatchByBatch::flush()
{
    if (!m_unflushed)
        return;
    if (const auto done = m_context.writer.flush(); !done)
        giveUp(done.error());
    else
        confirm();
}

/// What was committed before is safe.
void BatchByBatch::confirm()
{
    if (m_unflushed)
        m_unflushed->confirm();
    m_unflushed = nullptr;
}

/// What was committed last may be lost, and the database takes nothing more.
void BatchByBatch::giveUp(SqlError error)
{
    if (m_unflushed && error.errorClass == ErrorClass::ReadOnly) { // the file is another one now
        m_unflushed->takeBackLast();
    } else if (m_unflushed) {
        m_unflushed->leaveUnconfirmed();
        error.sentence += u' '
            + QCoreApplication::translate(
                              "Weir::BatchByBatch",
                              "The rows that were loaded last are in the table, but may be lost if "
                              "the power fails.");
    }
    m_unflushed = nullptr;
    for (FileAccount *file : m_context.files) {
        file->end(FileState::Failed, error.sentence);
        m_context.pipeline.close(file->job().index);
    }
}

void BatchByBatch::stopIfTooManyRejected(FileAccount &file, bool atEnd)
{
    if (m_context.settings.policy != LoadSettings::Policy::StopAfter)
        return;
    const Counts counts = file.countsOfBoth();
    const qint64 bad = counts.rejected + counts.failed;
    const double percent =
        counts.read() > 0 ? 100.0 * static_cast<double>(bad) / static_cast<double>(counts.read()) : 0;
    const qint64 most = m_context.settings.maximumRejected;
    const double mostPercent = m_context.settings.maximumPercent;
    if (most >= 0 && bad > most) {
        end(file, FileState::Stopped,
            QCoreApplication::translate("Weir::BatchByBatch",
                                        "Stopped: %1 rows of %2 were rejected, more than the %3 that are "
                                        "allowed. Allow more and resume, or undo the load, mend the file and "
                                        "load it again.")
                .arg(bad)
                .arg(counts.read())
                .arg(most));
    } else if (mostPercent >= 0 && percent > mostPercent && (atEnd || counts.read() >= ShareFromRows)) {
        end(file, FileState::Stopped,
            QCoreApplication::translate("Weir::BatchByBatch",
                                        "Stopped: %1 rows of %2 were rejected, more than the %3 % that are "
                                        "allowed. Allow more and resume, or undo the load, mend the file and "
                                        "load it again.")
                .arg(bad)
                .arg(counts.read())
                .arg(mostPercent));
    }
}

void BatchByBatch::end(FileAccount &file, FileState state, const QString &error)
{
    flush();
    file.end(state, error);
    m_context.pipeline.close(file.job().index);
}

void BatchByBatch::fail(FileAccount &file, const SqlError &error)
{
    if (m_context.writer.isFlushLost())
        giveUp(error);
    else if (error.errorClass == ErrorClass::Interrupted
             || (m_context.stop.stop_requested() && error.errorClass != ErrorClass::CommitUnknown))
        end(file, FileState::Cancelled, {});
    else
        end(file, FileState::Failed, error.sentence);
}

} // namespace Weir
