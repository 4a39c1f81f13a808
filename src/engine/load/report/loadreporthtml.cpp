// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printabletext.h"
#include "engine/load/report/loadreport.h"
#include "engine/load/report/loadreportmarks.h"
#include "engine/load/report/loadreporttexts.h"

#include <QLocale>

namespace Weir {

namespace {

// Nothing from outside: no script, no picture, no font, and a policy that says so.
constexpr const char *Head =
    "<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
    "'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<style>\n"
    "body { font: 15px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem;\n"
    "       color: #222; background: #fff; }\n"
    "table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }\n"
    "th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid #ccc;\n"
    "         overflow-wrap: anywhere; }\n"
    "td.number, th.number { text-align: right; white-space: nowrap; }\n"
    ".error { color: #a40000; }\n"
    "@media (prefers-color-scheme: dark) { body { color: #ddd; background: #1c1c1c; }\n"
    "  th, td { border-color: #555; } .error { color: #ff8080; } }\n"
    "</style>\n";

/// Text from outside is neither markup nor does it turn the line round.
QString shown(const QString &text)
{
    return printableText(text).toHtmlEscaped();
}

QString element(const QString &name, const QString &text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(name, shown(text));
}

QString cell(const QString &text)
{
    return QStringLiteral("<td>%1</td>").arg(shown(text));
}

QString numberCell(qint64 number)
{
    return QStringLiteral("<td class=\"number\">%1</td>")
        .arg(LoadReportTexts::number(number).toHtmlEscaped());
}

QString headerRow(const QStringList &titles, qsizetype numbersFrom, qsizetype numbersTo)
{
    QString row = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < titles.size(); ++i) {
        const bool number = i >= numbersFrom && i < numbersTo;
        row += QStringLiteral("<th scope=\"col\"%1>%2</th>")
                   .arg(number ? QStringLiteral(" class=\"number\"") : QString(), titles[i].toHtmlEscaped());
    }
    return row + QStringLiteral("</tr>\n");
}

QString fileRow(const FileResult &file)
{
    return QStringLiteral("<tr>") + cell(file.path) + cell(file.table) + cell(file.database)
        + cell(LoadReportTexts::state(file.state)) + numberCell(file.counts.read())
        + numberCell(file.counts.inserted) + numberCell(file.counts.updated)
        + numberCell(file.counts.rejected) + numberCell(file.counts.failed)
        + numberCell(file.counts.cancelled) + QStringLiteral("</tr>\n");
}

QString filesTable(const LoadResult &result)
{
    QString table = QStringLiteral("<table>\n")
        + headerRow({LoadReportTexts::tr("File"), LoadReportTexts::tr("Table"),
                     LoadReportTexts::tr("Database"), LoadReportTexts::tr("State"),
                     LoadReportTexts::tr("Read"), LoadReportTexts::tr("Inserted"),
                     LoadReportTexts::tr("Updated"), LoadReportTexts::tr("Rejected"),
                     LoadReportTexts::tr("Failed"), LoadReportTexts::tr("Cancelled")},
                    4, 10);
    for (const FileResult &file : result.files)
        table += fileRow(file);
    return table + QStringLiteral("</table>\n");
}

QString exampleText(const RejectReason &reason)
{
    const QString value = reason.value.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(reason.value);
    return LoadReportTexts::tr("line %1: %2").arg(QString::number(reason.line), reason.message + value);
}

QString groupsTable(const FileResult &file)
{
    QString table = QStringLiteral("<table>\n")
        + headerRow({LoadReportTexts::tr("Rejections"), LoadReportTexts::tr("Stage"),
                     LoadReportTexts::tr("Rule"), LoadReportTexts::tr("Column"),
                     LoadReportTexts::tr("Examples")},
                    0, 1);
    for (const RejectGroup &group : file.groups) {
        QStringList examples;
        for (const RejectReason &example : group.examples)
            examples += shown(exampleText(example));
        table += QStringLiteral("<tr>") + numberCell(group.count) + cell(rejectStageName(group.stage))
            + cell(group.rule) + cell(group.column)
            + QStringLiteral("<td>%1</td></tr>\n").arg(examples.join(QStringLiteral("<br>")));
    }
    return table + QStringLiteral("</table>\n");
}

QString fileSection(const FileResult &file)
{
    QString section = element(QStringLiteral("h2"), file.path);
    if (!file.error.isEmpty())
        section += QStringLiteral("<p class=\"error\">%1</p>\n").arg(shown(file.error));
    if (file.earlier.read() > 0)
        section += element(
            QStringLiteral("p"),
            LoadReportTexts::tr("loaded before: %1").arg(LoadReportTexts::number(file.earlier.written())));
    if (!file.groups.isEmpty())
        section += groupsTable(file);
    for (const QString &sentence : LoadReportTexts::spans(file.spanned))
        section += element(QStringLiteral("p"), sentence);
    if (!file.rejectedFile.isEmpty()) {
        section +=
            element(QStringLiteral("p"), LoadReportTexts::tr("Rejected lines: %1").arg(file.rejectedFile))
            + element(QStringLiteral("p"), LoadReportTexts::tr("Reasons: %1").arg(file.reasonsFile));
    }
    return section;
}

} // namespace

QByteArray loadReportHtml(const LoadResult &result)
{
    const QString title = LoadReportTexts::tr("Load of %1")
                              .arg(QLocale().toString(result.started.toLocalTime(), QLocale::ShortFormat));
    QString text = QLatin1String(LoadReportMarks::Html)
        + QStringLiteral("<html lang=\"%1\">\n<head>\n").arg(QLocale().bcp47Name().toHtmlEscaped())
        + QString::fromLatin1(Head) + element(QStringLiteral("title"), title)
        + QStringLiteral("</head>\n<body>\n") + element(QStringLiteral("h1"), title)
        + element(QStringLiteral("p"), LoadReportTexts::speed(result)) + filesTable(result);
    for (const FileResult &file : result.files) {
        if (!file.error.isEmpty() || !file.groups.isEmpty() || file.earlier.read() > 0)
            text += fileSection(file);
    }
    for (const QString &note : result.notes)
        text += element(QStringLiteral("p"), note);
    if (const QString how = result.howToResume(); !how.isEmpty())
        text += element(QStringLiteral("p"), how);
    return (text + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace Weir
