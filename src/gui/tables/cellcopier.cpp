// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/cellcopier.h"

#include "core/text/delimitedtext.h"

#include <algorithm>
#include <set>

namespace Weir {

namespace {

constexpr int PortionRows = 500; // a few milliseconds' work

} // namespace

CellCopier::CellCopier(TableModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &CellCopier::next);
    connect(&model, &TableModel::pageReady, &m_next, qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::modelReset, this, &CellCopier::cancel);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &CellCopier::cancel);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first) {
        if (m_active && !m_rows.isEmpty() && first <= m_rows.last().second)
            cancel();
    });
    connect(&model, &TableModel::failed, this, &CellCopier::cancel);
}

void CellCopier::start(const QItemSelection &selection, bool withHeaders)
{
    collect(selection);
    if (m_rows.isEmpty())
        return;
    m_active = true;
    m_copied = 0;
    m_text.clear();
    if (withHeaders) {
        QStringList titles;
        for (const int column : std::as_const(m_columns))
            titles.append(m_model.headerData(column, Qt::Horizontal).toString());
        m_text = tabSeparated({titles});
    }
    next();
}

void CellCopier::collect(const QItemSelection &selection)
{
    m_selection = selection;
    std::set<int> columns;
    m_rows.clear();
    for (const QItemSelectionRange &range : selection) {
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
        m_rows.append({range.top(), range.bottom()});
    }
    m_columns = QList<int>(columns.cbegin(), columns.cend());
    std::sort(m_rows.begin(), m_rows.end());
    for (int i = 1; i < m_rows.size();) {
        if (m_rows.at(i).first <= m_rows.at(i - 1).second + 1) {
            m_rows[i - 1].second = std::max(m_rows.at(i - 1).second, m_rows.at(i).second);
            m_rows.removeAt(i);
        } else {
            ++i;
        }
    }
}

void CellCopier::next()
{
    if (!m_active)
        return;
    if (m_rows.isEmpty()) {
        m_active = false;
        Q_EMIT finished(m_text);
        return;
    }
    const int first = m_rows.first().first;
    const int last = std::min(m_rows.first().second, first + PortionRows - 1);
    if (!m_model.isFetched(first, last)) {
        // Asking for a cell is what makes the model read it; pageReady comes back here.
        for (int row = first; row <= last; ++row)
            m_model.data(m_model.index(row, 0));
        return;
    }
    take(first, last);
    if (last == m_rows.first().second)
        m_rows.removeFirst();
    else
        m_rows.first().first = last + 1;
    m_next.start();
}

void CellCopier::take(int first, int last)
{
    QList<QStringList> lines;
    for (int row = first; row <= last; ++row) {
        QStringList cells;
        for (const int column : std::as_const(m_columns)) {
            const QModelIndex index = m_model.index(row, column);
            cells.append(m_selection.contains(index) ? index.data(Qt::EditRole).toString() : QString());
        }
        lines.append(cells);
    }
    if (!m_text.isEmpty())
        m_text += u'\n';
    m_text += tabSeparated(lines);
    m_copied += last - first + 1;
    Q_EMIT progress(m_copied);
}

void CellCopier::cancel()
{
    if (!m_active)
        return;
    m_active = false;
    m_next.stop();
    Q_EMIT cancelled();
}

} // namespace Weir
