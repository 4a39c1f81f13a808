// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memoryreader.h"

#include <algorithm>

namespace Weir::Test {

namespace {

/// ASCII letters only.
QString folded(QString text)
{
    for (QChar &c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + (u'a' - u'A'));
    }
    return text;
}

} // namespace

MemoryReader::MemoryReader(std::shared_ptr<MemoryStore> store, Entity entity)
    : m_store(std::move(store))
    , m_entity(std::move(entity))
    , m_generation(m_store->generation())
{}

TableReader::Result<KeyRange> MemoryReader::keyRange()
{
    const auto now = table();
    if (!now)
        return tl::unexpected(now.error());
    if (now->rows().empty())
        return KeyRange{};
    return KeyRange{false, now->rows().begin()->first, now->rows().rbegin()->first};
}

TableReader::Result<TablePage> MemoryReader::page(qint64 from, int skip, int limit)
{
    const auto now = table();
    if (!now)
        return tl::unexpected(now.error());
    TablePage page;
    for (auto row = now->rows().lower_bound(from); row != now->rows().end() && page.keys.size() < limit;
         ++row) {
        if (skip-- > 0)
            continue;
        page.keys += row->first;
        page.rows += cells(*now, row->second);
    }
    return page;
}

TableReader::Result<TablePage> MemoryReader::lastPage(int limit)
{
    const auto now = table();
    if (!now)
        return tl::unexpected(now.error());
    TablePage page;
    for (auto row = now->rows().rbegin(); row != now->rows().rend() && page.keys.size() < limit; ++row) {
        page.keys.prepend(row->first);
        page.rows.prepend(cells(*now, row->second));
    }
    return page;
}

TableReader::Result<TablePage> MemoryReader::rows(std::span<const qint64> keys)
{
    const auto now = table();
    if (!now)
        return tl::unexpected(now.error());
    TablePage page;
    for (const qint64 key : keys) {
        const auto row = now->rows().find(key);
        page.keys += key;
        page.rows +=
            row == now->rows().end() ? QStringList(m_entity.fields.size()) : cells(*now, row->second);
    }
    return page;
}

TableReader::Result<qint64> MemoryReader::scanKeys(const TableView &view,
                                                   const std::function<bool(std::span<const qint64>)> &sink)
{
    const auto now = table();
    if (!now)
        return tl::unexpected(now.error());
    const std::vector<qint64> found = keys(*now, view);
    std::span<const qint64> rest(found);
    while (!rest.empty()) {
        if (m_interrupted)
            return tl::unexpected(interrupted());
        const std::size_t count = std::min(rest.size(), PortionSize);
        const bool goesOn = sink(rest.first(count));
        rest = rest.subspan(count);
        if (!goesOn)
            break;
    }
    return static_cast<qint64>(found.size() - rest.size());
}

TableReader::Result<MemoryTable> MemoryReader::table()
{
    if (m_interrupted)
        return tl::unexpected(interrupted());
    const MemoryTrouble trouble = m_store->troubleAt(MemoryCall::Read);
    if (trouble.kind == MemoryTrouble::Kind::Refused)
        return tl::unexpected(trouble.error);
    if (trouble.kind != MemoryTrouble::Kind::None || m_generation != m_store->generation())
        return tl::unexpected(m_store->error(ErrorClass::Io, QStringLiteral("the connection is lost")));
    const MemoryStore::Content now = m_store->content();
    const auto found = now->tables.find(m_entity.table);
    if (found == now->tables.end())
        return tl::unexpected(
            m_store->error(ErrorClass::NoTable, QStringLiteral("no table \"%1\"").arg(m_entity.table)));
    return found->second;
}

QStringList MemoryReader::cells(const MemoryTable &table, const MemoryTable::Row &row) const
{
    QStringList cells;
    for (const Field &field : m_entity.fields)
        cells += cellText(row[static_cast<std::size_t>(table.columnIndex(field.name))]);
    return cells;
}

bool MemoryReader::matches(const MemoryTable &table, const MemoryTable::Row &row, const TableView &view) const
{
    const QStringList texts = cells(table, row);
    const QString wanted = folded(view.filter);
    for (int field = 0; field < texts.size(); ++field) {
        if ((view.filterColumn < 0 || view.filterColumn == field) && folded(texts.at(field)).contains(wanted))
            return true;
    }
    return view.filter.isEmpty();
}

/// In the view's order.
std::vector<qint64> MemoryReader::keys(const MemoryTable &table, const TableView &view) const
{
    std::vector<qint64> keys;
    for (const auto &[key, row] : table.rows()) {
        if (matches(table, row, view))
            keys.push_back(key);
    }
    if (view.sortColumn < 0)
        return keys;
    const auto column = static_cast<std::size_t>(table.columnIndex(m_entity.fields.at(view.sortColumn).name));
    std::stable_sort(keys.begin(), keys.end(), [&](qint64 one, qint64 other) {
        const MemoryCell &first = table.rows().at(one)[column];
        const MemoryCell &second = table.rows().at(other)[column];
        return view.order == Qt::AscendingOrder ? isLess(first, second) : isLess(second, first);
    });
    return keys;
}

SqlError MemoryReader::interrupted()
{
    m_interrupted = false;
    return m_store->error(ErrorClass::Interrupted, QStringLiteral("the reading was stopped"));
}

} // namespace Weir::Test
