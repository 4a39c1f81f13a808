// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/texttable.h"

#include "core/text/numbertext.h"
#include "core/text/printabletext.h"

#include <algorithm>
#include <wchar.h>

namespace Weir {

namespace {
/// Columns on a terminal.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const uint point : text.toUcs4())
        width += std::max(::wcwidth(static_cast<wchar_t>(point)), 0);
    return width;
}

QString shown(const QString &cell)
{
    return cell.isNull() ? QStringLiteral("NULL") : printableText(cell);
}

class TableText
{
public:
    TableText(const QStringList &columns, const QList<QStringList> &rows)
    {
        for (const QString &column : columns) {
            m_widths += widthOf(shown(column));
            m_numeric += !rows.isEmpty();
        }
        for (const QStringList &row : rows)
            measure(row);
    }

    QString line(const QStringList &cells) const
    {
        QStringList padded;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const QString cell = shown(cells[i]);
            const QString space(m_widths[i] - widthOf(cell), u' ');
            padded += m_numeric[i] ? space + cell : cell + space;
        }
        QString text = padded.join(QStringLiteral("  "));
        while (text.endsWith(u' '))
            text.chop(1);
        return text + u'\n';
    }

    QString rule() const
    {
        QStringList dashes;
        for (const qsizetype width : m_widths)
            dashes += QString(std::max<qsizetype>(width, 1), u'-');
        return dashes.join(QStringLiteral("  ")) + u'\n';
    }

private:
    void measure(const QStringList &row)
    {
        for (qsizetype i = 0; i < row.size(); ++i) {
            m_widths[i] = std::max(m_widths[i], widthOf(shown(row[i])));
            m_numeric[i] = m_numeric[i] && (row[i].isNull() || parseNumber(row[i].toStdString()));
        }
    }

    QList<qsizetype> m_widths;
    QList<bool> m_numeric;
};

QString csvCell(const QString &cell)
{
    if (cell.isNull())
        return {};
    const auto needsQuotes = [](QChar c) {
        return c == u',' || c == u'"' || c == u'\n' || c == u'\r';
    };
    if (!cell.isEmpty() && std::none_of(cell.begin(), cell.end(), needsQuotes))
        return cell;
    QString doubled = cell;
    return u'"' + doubled.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString csvLine(const QStringList &cells)
{
    QStringList quoted;
    std::transform(cells.begin(), cells.end(), std::back_inserter(quoted), csvCell);
    return quoted.join(u',') + u'\n';
}
} // namespace

QString alignedTable(const QStringList &columns, const QList<QStringList> &rows)
{
    const TableText table(columns, rows);
    QString text = table.line(columns) + table.rule();
    for (const QStringList &row : rows)
        text += table.line(row);
    return text;
}

QString shownCommaSeparated(const QStringList &columns, const QList<QStringList> &rows)
{
    const auto shownCells = [](const QStringList &cells) {
        QStringList result;
        for (const QString &cell : cells)
            result += cell.isNull() ? QString() : printableText(cell);
        return result;
    };
    QList<QStringList> shownRows;
    for (const QStringList &row : rows)
        shownRows += shownCells(row);
    return commaSeparated(shownCells(columns), shownRows);
}

QString commaSeparated(const QStringList &columns, const QList<QStringList> &rows)
{
    QString text = csvLine(columns);
    for (const QStringList &row : rows)
        text += csvLine(row);
    return text;
}

} // namespace Weir
