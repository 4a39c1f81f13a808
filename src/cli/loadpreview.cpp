// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loadpreview.h"

#include "core/csv/csvparser.h"
#include "core/rules/ruleset.h"
#include "core/text/jsonstring.h"
#include "core/text/printabletext.h"
#include "engine/run/resultjson.h"

#include <QLocale>

namespace Weir {

using nlohmann::ordered_json;

namespace {
QString encodingName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
        return QStringLiteral("utf-16le");
    case TextEncoding::Utf16Be:
        return QStringLiteral("utf-16be");
    case TextEncoding::Latin1:
        return QStringLiteral("latin-1");
    case TextEncoding::Utf8:
        break;
    }
    return QStringLiteral("utf-8");
}

QString compressionName(Compression compression)
{
    switch (compression) {
    case Compression::Gzip:
        return QStringLiteral("gzip");
    case Compression::Zstd:
        return QStringLiteral("zstd");
    case Compression::None:
        break;
    }
    return QStringLiteral("none");
}

QString delimiterName(char delimiter)
{
    return delimiter == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(delimiter));
}

QString quoteName(char quote)
{
    return quote == '\0' ? QStringLiteral("none") : QString(QLatin1Char(quote));
}

ordered_json formatJson(const CsvFormat &format)
{
    return {{"encoding", encodingName(format.encoding)},
            {"compression", compressionName(format.compression)},
            {"delimiter", delimiterName(format.delimiter)},
            {"quote", quoteName(format.quote)},
            {"lineEnd", format.lineEnd == '\r' ? "cr" : "lf"},
            {"header", format.header}};
}

QString countText(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}
} // namespace

QString formatText(const CsvFormat &format)
{
    QStringList parts{encodingName(format.encoding)};
    if (format.compression != Compression::None)
        parts += compressionName(format.compression);
    parts += QStringLiteral("delimiter ") + delimiterName(format.delimiter);
    parts += QStringLiteral("quote ") + quoteName(format.quote);
    if (format.lineEnd == '\r')
        parts += QStringLiteral("lines end with CR");
    parts += format.header ? QStringLiteral("header") : QStringLiteral("no header");
    return parts.join(QStringLiteral("; "));
}

LoadPreview::LoadPreview(const Project &project, const DetectedFile &planned, ColumnMapping::Ragged ragged,
                         const QString &misfit)
    : m_entity(project.entities[planned.file.entity])
    , m_planned(planned)
    , m_misfit(misfit)
{
    const int database = project.databaseIndex(m_entity.database);
    m_database = database < 0 ? m_entity.database : project.databases[database].label();
    if (m_misfit.isEmpty())
        check(ragged);
}

void LoadPreview::check(ColumnMapping::Ragged ragged)
{
    const ColumnMapping &mapping = m_planned.file.mapping;
    const RuleSet rules(m_entity);
    RowBatch batch(static_cast<int>(m_entity.fields.size()));
    for (std::size_t i = 0; i < m_planned.detection.rows.size(); ++i) {
        const std::vector<std::string> &cells = m_planned.detection.rows[i];
        const qint64 line = m_planned.detection.lines[i];
        const int found = static_cast<int>(cells.size());
        ++m_checked;
        if (found > mapping.columns || (found < mapping.columns && ragged == ColumnMapping::Ragged::Reject)) {
            const CsvFault fault = found < mapping.columns ? CsvFault::TooFewCells : CsvFault::TooManyCells;
            m_invalid += {line, {MalformedRecord{0, fault, -1, found}.message(mapping.columns)}, {}};
            continue;
        }
        batch.beginRow(line);
        for (const int column : mapping.columnOfField)
            batch.appendCell(column < 0 || column >= found ? std::string_view()
                                                           : cells[static_cast<std::size_t>(column)]);
        const QList<Violation> violations = rules.check(batch.row(batch.rowCount() - 1));
        QStringList messages;
        for (const Violation &violation : violations)
            messages += violation.message;
        if (!violations.isEmpty())
            m_invalid += {line, messages, violations};
    }
}

QString LoadPreview::mappingText() const
{
    const QStringList &columns = m_planned.detection.header;
    QStringList parts;
    for (qsizetype field = 0; field < m_entity.fields.size(); ++field) {
        const int column = m_planned.file.mapping.columnOfField.value(field, -1);
        if (column >= 0)
            parts += QStringLiteral("%1 → %2").arg(columns.value(column), m_entity.fields[field].name);
        else
            parts += QStringLiteral("(none) → ") + m_entity.fields[field].name;
    }
    for (const int column : m_planned.file.mapping.extraColumns())
        parts += columns.value(column) + QStringLiteral(" → (ignored)");
    return printableText(parts.join(QStringLiteral(", ")));
}

QString LoadPreview::verdictText() const
{
    if (!m_misfit.isEmpty())
        return QStringLiteral("✗ %1\n").arg(printableText(m_misfit));
    QString text;
    for (const InvalidRow &row : m_invalid) {
        for (const QString &message : row.messages)
            text += QStringLiteral("✗ line %1: %2\n").arg(countText(row.line), printableText(message));
    }
    if (m_checked == 0)
        return QStringLiteral("✓ No rows\n");
    if (m_invalid.isEmpty())
        return QStringLiteral("✓ First rows checked: %1, all valid\n").arg(countText(m_checked));
    return text
        + QStringLiteral("  First rows checked: %1, of them not valid: %2\n")
              .arg(countText(m_checked), countText(m_invalid.size()));
}

QString LoadPreview::text() const
{
    const CsvDetection &detection = m_planned.detection;
    QString text = QStringLiteral("%1 → table %2 in %3\n")
                       .arg(printableText(m_planned.file.path), printableText(m_entity.table),
                            printableText(m_database));
    text += QStringLiteral("  Format:  %1\n").arg(printableText(formatText(m_planned.file.format)));
    for (const QString &sentence : detection.evidence)
        text += QStringLiteral("           %1\n").arg(printableText(sentence));
    text += QStringLiteral("  Columns: %1\n").arg(mappingText());
    if (detection.estimatedRows >= 0)
        text += QStringLiteral("  Rows:    about %1\n").arg(countText(detection.estimatedRows));
    return text + verdictText();
}

ordered_json LoadPreview::json() const
{
    const CsvDetection &detection = m_planned.detection;
    ordered_json object;
    object["file"] = m_planned.file.path;
    object["entity"] = m_entity.name;
    object["table"] = m_entity.table;
    object["database"] = m_database;
    object["format"] = formatJson(m_planned.file.format);
    object["evidence"] = detection.evidence;
    object["columns"] = detection.header;
    object["mapping"] = ordered_json::object();
    for (qsizetype field = 0; field < m_entity.fields.size(); ++field) {
        const int column = m_planned.file.mapping.columnOfField.value(field, -1);
        object["mapping"][m_entity.fields[field].name.toStdString()] =
            column < 0 ? ordered_json() : ordered_json(detection.header.value(column));
    }
    object["estimatedRows"] =
        detection.estimatedRows < 0 ? ordered_json() : ordered_json(detection.estimatedRows);
    object["error"] = m_misfit.isEmpty() ? ordered_json() : ordered_json(m_misfit);
    object["checkedRows"] = m_checked;
    object["invalidRows"] = m_invalid.size();
    object["violations"] = ordered_json::array();
    for (const InvalidRow &row : m_invalid) {
        for (qsizetype i = 0; i < row.messages.size(); ++i) {
            ordered_json item{{"line", row.line}};
            if (row.violations.isEmpty())
                item["message"] = row.messages[i];
            else
                item.update(violationJson(row.violations[i], m_entity));
            object["violations"].push_back(std::move(item));
        }
    }
    return object;
}

} // namespace Weir
