// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/report/loadreporttexts.h"

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
    if (counts.updated > 0) {
        return tr("%1 read, %2 inserted, %3 updated, %4 rejected, %5 failed, %6 cancelled")
            .arg(number(counts.read()), number(counts.inserted), number(counts.updated),
                 number(counts.rejected), number(counts.failed), number(counts.cancelled));
    }
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

QString LoadReportTexts::span(const SpannedRejects::Record &record)
{
    const QString text = record.isUnclosed
        ? tr("A quote opened in line %1 was never closed: %2 lines were taken as one record and rejected. "
             "Close the quote, or double it where it belongs to the text, and load these lines again.")
        : tr("A quote opened in line %1 made %2 lines one record, which was rejected. If they are rows of "
             "their own, mend the quote and load them again.");
    return text.arg(QString::number(record.line), number(record.lines));
}

QStringList LoadReportTexts::spans(const SpannedRejects &spanned)
{
    QStringList sentences;
    qint64 told = 0;
    for (const SpannedRejects::Record &record : spanned.longest) {
        sentences += span(record);
        told += record.lines;
    }
    if (spanned.records > spanned.longest.size()) {
        sentences += tr("More rejected records of several lines: %1, with %2 lines in all.")
                         .arg(number(spanned.records - spanned.longest.size()), number(spanned.lines - told));
    }
    return sentences;
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
