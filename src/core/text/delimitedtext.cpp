// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/delimitedtext.h"

#include <algorithm>

namespace Weir {

namespace {
bool endsCell(QChar c)
{
    return c == u'\t' || c == u'\n' || c == u'\r';
}

class TabSeparatedParser
{
public:
    explicit TabSeparatedParser(const QString &text)
        : m_text(text)
    {}

    QList<QStringList> rows()
    {
        while (m_at < m_text.size())
            readRow();
        return m_rows;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }

    void readRow()
    {
        QStringList row{readCell()};
        while (!atEnd() && m_text[m_at] == u'\t') {
            ++m_at;
            row += readCell();
        }
        skipLineEnd();
        m_rows += row;
    }

    void skipLineEnd()
    {
        if (atEnd())
            return;
        const bool carriageReturn = m_text[m_at++] == u'\r';
        if (carriageReturn && !atEnd() && m_text[m_at] == u'\n')
            ++m_at;
    }

    QString readCell()
    {
        QString cell;
        if (!atEnd() && m_text[m_at] == u'"' && readQuoted(&cell))
            return cell;
        const qsizetype start = m_at;
        while (!atEnd() && !endsCell(m_text[m_at]))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }

    /// False, and nothing read: spreadsheets leave cells like '"Big" Bob' unquoted.
    bool readQuoted(QString *cell)
    {
        qsizetype start = m_at + 1;
        for (qsizetype quote = m_text.indexOf(u'"', start); quote >= 0; quote = m_text.indexOf(u'"', start)) {
            *cell += QStringView(m_text).mid(start, quote - start);
            start = quote + 1;
            if (start >= m_text.size() || endsCell(m_text[start])) {
                m_at = start;
                return true;
            }
            if (m_text[start] != u'"')
                break;
            *cell += u'"';
            ++start;
        }
        cell->clear();
        return false;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QList<QStringList> m_rows;
};

QString quotedCell(const QString &cell)
{
    if (!cell.startsWith(u'"') && std::none_of(cell.begin(), cell.end(), endsCell))
        return cell;
    QString doubled = cell;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}
} // namespace

QList<QStringList> parseTabSeparated(const QString &text)
{
    return TabSeparatedParser(text).rows();
}

QString tabSeparated(const QList<QStringList> &rows)
{
    QStringList lines;
    lines.reserve(rows.size());
    for (const QStringList &row : rows) {
        QStringList cells;
        cells.reserve(row.size());
        std::transform(row.begin(), row.end(), std::back_inserter(cells), quotedCell);
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace Weir
