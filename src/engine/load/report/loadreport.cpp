// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/report/loadreport.h"

#include "core/csv/csvwriter.h"
#include "core/text/printabletext.h"
#include "engine/load/report/loadreportmarks.h"
#include "engine/load/report/loadreporttexts.h"

#include <QLocale>

#include <array>
#include <vector>

namespace Weir {

namespace {

QString fileText(const FileResult &file)
{
    const Counts &counts = file.counts;
    QString text = QStringLiteral("%1 -> %2 (%3): %4\n")
                       .arg(printableText(file.path), printableText(file.table), printableText(file.database),
                            LoadReportTexts::state(file.state));
    text += QStringLiteral("  ") + LoadReportTexts::counts(counts);
    if (file.earlier.read() > 0)
        text += QStringLiteral("; ")
            + LoadReportTexts::tr("loaded before: %1").arg(LoadReportTexts::number(file.earlier.written()));
    text += u'\n';
    if (!file.error.isEmpty())
        text += QStringLiteral("  %1\n").arg(printableText(file.error));
    for (const RejectGroup &group : file.groups) {
        text += QStringLiteral("  %1 x %2\n")
                    .arg(LoadReportTexts::number(group.count), printableText(LoadReportTexts::group(group)));
        if (!group.examples.isEmpty()) {
            const RejectReason &first = group.examples.constFirst();
            text += QStringLiteral("    ")
                + LoadReportTexts::tr("line %1: %2")
                      .arg(QString::number(first.line), printableText(first.message))
                + u'\n';
        }
    }
    for (const QString &sentence : LoadReportTexts::spans(file.spanned))
        text += QStringLiteral("  %1\n").arg(sentence);
    if (!file.rejectedFile.isEmpty()) {
        text += QStringLiteral("  ")
            + LoadReportTexts::tr("Rejected lines: %1").arg(printableText(file.rejectedFile))
            + QStringLiteral("\n  ") + LoadReportTexts::tr("Reasons: %1").arg(printableText(file.reasonsFile))
            + u'\n';
    }
    return text;
}

QStringList groupCells(const FileResult &file, const RejectGroup &group)
{
    const RejectReason example = group.examples.value(0);
    return {file.path,
            file.table,
            file.database,
            rejectStageName(group.stage),
            group.rule,
            group.column,
            QString::number(group.count),
            QString::number(example.line),
            example.value,
            example.message};
}

} // namespace

QByteArray loadReportCsv(const LoadResult &result)
{
    std::string text = LoadReportMarks::Csv;
    for (const FileResult &file : result.files) {
        for (const RejectGroup &group : file.groups)
            appendCsvRecord(&text, groupCells(file, group));
    }
    return QByteArray::fromStdString(text);
}

bool isLoadReport(QByteArrayView beginning)
{
    return beginning.startsWith(LoadReportMarks::Html) || beginning.startsWith(LoadReportMarks::Json)
        || beginning.startsWith(LoadReportMarks::Csv);
}

QString loadReportText(const LoadResult &result)
{
    QString text;
    for (const FileResult &file : result.files)
        text += fileText(file);
    text += QStringLiteral("%1: %2\n")
                .arg(LoadReportTexts::tr("Total"), LoadReportTexts::counts(result.counts()));
    text += LoadReportTexts::speed(result) + u'\n';
    if (!result.accounted())
        text += LoadReportTexts::tr("The numbers do not add up: some rows have no verdict.") + u'\n';
    for (const QString &note : result.notes)
        text += printableText(note) + u'\n';
    if (const QString how = result.howToResume(); !how.isEmpty())
        text += printableText(how) + u'\n';
    return text;
}

} // namespace Weir
