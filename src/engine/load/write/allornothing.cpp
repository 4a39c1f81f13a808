// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/allornothing.h"

#include "core/system/monotonicclock.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Weir {

void AllOrNothing::takeBatch(FileAccount &file, LoadBatch &batch)
{
    if (!m_takenBack && batch.rejected.count() == 0) {
        if (!write(file, batch))
            file.cancelBatch(batch);
        return;
    }
    takeBack();
    turnAway(file, batch, batch.rejected, 0);
}

/// False: the transaction cannot go on, and no row of the batch is at fault.
bool AllOrNothing::write(FileAccount &file, LoadBatch &batch)
{
    if (const auto done = begin(); !done) {
        fail(done.error());
        return false;
    }
    batch.trace.enter(Phase::Writing, monotonicNow());
    const auto written = m_context.writer.writeInside(file, batch, 1);
    batch.trace.enter(Phase::Reporting, monotonicNow());
    if (written && written->failed == 0) {
        file.setInLedger(true);
        file.settle(batch, batch.rejected, {0, written->updated, 0}, {});
        return true;
    }
    const RejectedLines refused = m_context.writer.refusedLines(file, batch, 1);
    m_context.writer.forgetRefused();
    if (!written && (refused.count() == 0 || !written.error().concernsRowOnly())) {
        fail(written.error());
        return false;
    }
    takeBack();
    turnAway(file, batch, refused, refused.count());
    return true;
}

void AllOrNothing::turnAway(FileAccount &file, const LoadBatch &batch, const RejectedLines &rejected,
                            qint64 failed)
{
    const RejectFiles::Lengths before = file.rejectLengths();
    const auto lengths = file.rejectFiles().write(before, rejected.lines(), rejected.reasons());
    file.settle(batch, rejected, {failed, 0, batch.records() - rejected.count()},
                lengths ? *lengths : before);
    if (!lengths) {
        QString error = lengths.error().sentence;
        if (const auto rewound = file.rejectFiles().rewind(before); !rewound)
            error += u' ' + rewound.error().sentence;
        file.end(FileState::Failed, error);
        m_context.pipeline.close(file.job().index);
    }
}

void AllOrNothing::takeEnd(FileAccount &file, const ReadEnd &end)
{
    if (end.complete && file.state() == FileState::Loading) {
        if (file.isAsItWas())
            return file.end(FileState::Finished); // its rows are an earlier load's: they stay, come what may
        if (m_takenBack)
            return;
        auto done = begin();
        if (done)
            done = m_context.writer.finishInside(file, end.contentHash);
        if (done)
            file.setInLedger(true);
        else
            fail(done.error());
        return;
    }
    takeBack();
    if (end.error.isEmpty())
        file.end(FileState::Cancelled);
    else
        file.end(FileState::Failed, end.error);
}

void AllOrNothing::finish()
{
    const bool cancelled = m_context.stop.stop_requested();
    if (cancelled || !isWhole())
        takeBack();
    if (m_transaction) {
        if (const auto done = commit(); !done)
            fail(done.error());
    }
    for (FileAccount *file : m_context.files) {
        if (!m_takenBack)
            file->end(FileState::Finished);
        else if (cancelled)
            file->end(FileState::Cancelled);
        else
            file->end(FileState::Stopped, nothingStays(*file));
    }
    if (m_takenBack && !cancelled)
        forgetStopped();
}

/// It is known what became of them: nothing that a resume could go on with.
void AllOrNothing::forgetStopped()
{
    std::vector<FileAccount *> stopped;
    std::copy_if(m_context.files.begin(), m_context.files.end(), std::back_inserter(stopped),
                 [](const FileAccount *file) { return file->state() == FileState::Stopped; });
    if (!stopped.empty()) // a load that only began claims nothing, should it stay
        static_cast<void>(m_context.writer.forgetLoads(stopped));
}

/// Every row of every file is in the transaction.
bool AllOrNothing::isWhole() const
{
    return std::all_of(m_context.files.begin(), m_context.files.end(), [](const FileAccount *file) {
        return file->state() == FileState::Finished // by an earlier load
            || (file->state() == FileState::Loading && file->countsOfBoth().cancelled == 0);
    });
}

Expected<void, SqlError> AllOrNothing::begin()
{
    if (m_transaction)
        return {};
    return m_context.writer.withRetries([this](int) {
        m_transaction.emplace(m_context.session);
        auto done = m_transaction->begin({.stop = m_context.stop});
        if (!done)
            m_transaction.reset();
        return done;
    });
}

Expected<void, SqlError> AllOrNothing::commit()
{
    const auto committed = m_transaction->commit();
    if (!committed)
        return tl::unexpected(committed.error());
    m_transaction.reset();
    return {};
}

void AllOrNothing::takeBack()
{
    if (m_takenBack)
        return;
    m_takenBack = true;
    m_transaction.reset();
    for (FileAccount *file : m_context.files)
        file->takeBack();
}

void AllOrNothing::fail(const SqlError &error)
{
    takeBack();
    for (FileAccount *file : m_context.files) {
        if (error.errorClass == ErrorClass::CommitUnknown)
            file->setInLedger(true); // or not: a resume asks
    }
    const bool cancelled = error.errorClass == ErrorClass::Interrupted
        || (m_context.stop.stop_requested() && error.errorClass != ErrorClass::CommitUnknown);
    for (FileAccount *file : m_context.files) {
        file->end(cancelled ? FileState::Cancelled : FileState::Failed,
                  cancelled ? QString() : error.sentence);
        m_context.pipeline.close(file->job().index);
    }
}

QString AllOrNothing::nothingStays(const FileAccount &file) const
{
    const Counts counts = file.countsOfBoth();
    if (const qint64 bad = counts.rejected + counts.failed; bad > 0) {
        return QCoreApplication::translate(
                   "Weir::AllOrNothing",
                   "Nothing of this load stays in %1: %2 rows of %3 were rejected. Mend "
                   "them and load again.")
            .arg(file.job().databaseFile, QString::number(bad), QString::number(counts.read()));
    }
    return QCoreApplication::translate(
               "Weir::AllOrNothing",
               "Nothing of this load stays in %1, because another file for it did not "
               "come through. Mend that one and load again.")
        .arg(file.job().databaseFile);
}

} // namespace Weir
