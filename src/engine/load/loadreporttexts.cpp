// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadreporttexts.h"

#include <QLocale>

namespace Weir {

QString LoadReportTexts::number(qint64 number)
{
    return QLocale().toString(number);
}

QString LoadReportTexts::state(FileState state)
{
    switch (state) {
    case FileState::Waiting:
        return tr("waiting");
    case FileState::Loading:
        return tr("loading");
    case FileState::Finished:
        return tr("finished");
    case FileState::Stopped:
        return tr("stopped");
    case FileState::Cancelled:
        return tr("cancelled");
    case FileState::Failed:
        break;
    }
    return tr("failed");
}

QString LoadReportTexts::counts(const Counts &counts)
{
    return tr("%1 read, %2 inserted, %3 rejected, %4 failed, %5 cancelled")
        .arg(number(counts.read()), number(counts.inserted), number(counts.rejected), number(counts.failed),
             number(counts.cancelled));
}

QString LoadReportTexts::group(const RejectGroup &group)
{
    const QString stage = rejectStageName(group.stage);
    return group.column.isEmpty() ? QStringLiteral("%1 (%2)").arg(group.rule, stage)
                                  : QStringLiteral("%1: %2 (%3)").arg(group.column, group.rule, stage);
}

QString LoadReportTexts::speed(const LoadResult &result)
{
    const qint64 rows = result.counts().read();
    const double seconds = static_cast<double>(result.elapsedNs) / 1e9;
    const qint64 perSecond = seconds > 0 ? qRound64(static_cast<double>(rows) / seconds) : 0;
    constexpr qint64 MiB = 1 << 20;
    return tr("%1 rows in %2 s (%3 rows/s), peak memory %4 MiB")
        .arg(number(rows), QLocale().toString(seconds, 'f', 2), number(perSecond),
             number(result.peakMemory / MiB));
}

} // namespace Weir
