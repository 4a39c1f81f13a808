// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of TableModel: what is known of them, and fetching the others.
#include "core/text/printabletext.h"
#include "models/plaintext.h"
#include "models/rowranges.h"
#include "models/table/tablemodel.h"

#include <algorithm>

namespace Weir {

int TableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entity.fields.size());
}

bool TableModel::isNumber(int column) const
{
    return isNumeric(m_entity.fields.at(column).type);
}

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return isNumber(index.column())
            ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
            : QVariant();
    const bool ofContent = role == Qt::DisplayRole || role == Qt::EditRole || role == Qt::ToolTipRole
        || role == Qt::AccessibleTextRole || (role >= FreshRole && role <= NullRole);
    if (!ofContent)
        return {};
    const qint64 number = rowNumber(index.row());
    if (m_cache.isMissing(number))
        m_feed->requestPage(PageCache::pageOf(number));
    const TableRow *row = m_cache.row(number);
    if (!row || row->state != TableRow::State::Present)
        return {};
    return cellData(*row, index.column(), role);
}

QVariant TableModel::cellData(const TableRow &row, int column, int role) const
{
    const QString text = row.cells.value(column);
    switch (role) {
    case FreshRole:
        return m_fresh.contains(row.key);
    case KeyRole:
        return row.key;
    case NullRole:
        return text.isNull();
    case Qt::EditRole:
        return text;
    case Qt::AccessibleTextRole:
        return text.isNull() ? QStringLiteral("NULL") : shortText(text, ShownCharacters);
    case Qt::ToolTipRole:
        return plainToolTip(shortText(text, ShownCharacters));
    default:
        return text.isNull() ? QStringLiteral("") : shortText(text, ShownCharacters);
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role == Qt::DisplayRole && section >= 0 && section < m_rows)
            return QString::number(rowNumber(section) + 1);
        return {};
    }
    if (section < 0 || section >= columnCount())
        return {};
    const Field &field = m_entity.fields.at(section);
    if (role == Qt::DisplayRole)
        return printableText(field.label);
    if (role == Qt::ToolTipRole)
        return plainToolTip(field.name);
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

bool TableModel::isFetched(int firstRow, int lastRow) const
{
    for (int row = std::max(firstRow, 0); row <= lastRow && row < m_rows; ++row) {
        if (m_cache.isMissing(rowNumber(row)))
            return false;
    }
    return true;
}

void TableModel::takePage(const PageReply &reply, bool asked)
{
    if (!reply.error.isEmpty() && reply.error != m_error) // each of many pages may fail for the same reason
        fail(reply.error);
    m_cache.store(reply.page, reply.rows);
    const qint64 first = reply.page * PageCache::PageRows;
    const qint64 last = first + reply.rows.size() - 1;
    windowChanged(first, last);
    if (last >= m_start && first < m_start + m_rows) {
        Q_EMIT pageReady(static_cast<int>(std::max(first - m_start, qint64(0))),
                         static_cast<int>(std::min<qint64>(last - m_start, m_rows - 1)));
    }
    if (!asked)
        return;
    for (const qint64 page : {reply.page + 1, reply.page - 1}) {
        if (page >= 0 && page * PageCache::PageRows < totalRows() && !m_cache.hasPage(page))
            m_feed->requestNeighbour(page);
    }
}

void TableModel::refreshFresh(const std::function<void()> &change)
{
    QHash<qint64, int> rows; // by key
    m_cache.forEach([this, &rows](qint64 number, const TableRow &row) {
        if (number >= m_start && number < m_start + m_rows && m_fresh.contains(row.key))
            rows.insert(row.key, static_cast<int>(number - m_start));
    });
    change();
    QList<int> changed;
    for (auto row = rows.cbegin(); row != rows.cend(); ++row) {
        if (!m_fresh.contains(row.key()))
            changed.append(*row);
    }
    for (const RowRange &range : rowRanges(changed, m_rows))
        Q_EMIT dataChanged(index(range.first, 0), index(range.first + range.count - 1, columnCount() - 1),
                           {FreshRole});
}

void TableModel::expireFresh()
{
    refreshFresh([this] { m_fresh.expire(); });
    if (m_fresh.isEmpty())
        m_freshTimer.stop();
}

void TableModel::clearFresh()
{
    refreshFresh([this] { m_fresh.clear(); });
    m_freshTimer.stop();
}

} // namespace Weir
