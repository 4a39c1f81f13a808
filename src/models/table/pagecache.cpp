// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/pagecache.h"

#include <algorithm>
#include <utility>

namespace Weir {

const TableRow *PageCache::row(qint64 row) const
{
    const auto page = m_pages.constFind(pageOf(row));
    if (page == m_pages.cend())
        return nullptr;
    const qint64 offset = row % PageRows;
    return offset < page->rows.size() ? &page->rows.at(offset) : nullptr;
}

bool PageCache::isMissing(qint64 row)
{
    const auto page = m_pages.find(pageOf(row));
    if (page == m_pages.end())
        return true;
    page->lastUse = ++m_clock;
    const TableRow *known = this->row(row);
    return page->stale || !known || known->state == TableRow::State::Unknown;
}

bool PageCache::hasPage(qint64 page) const
{
    const auto found = m_pages.constFind(page);
    return found != m_pages.cend() && !found->stale;
}

void PageCache::store(qint64 page, const QList<TableRow> &rows)
{
    m_pages.insert(page, {rows, false, ++m_clock});
    evict();
}

void PageCache::markAllStale()
{
    for (Page &page : m_pages)
        page.stale = true;
}

void PageCache::insertRows(qint64 row, qint64 count)
{
    moveRows(row, [count](qint64 old) { return old + count; });
}

void PageCache::removeRows(qint64 row, qint64 count)
{
    moveRows(row, [row, count](qint64 old) { return old < row + count ? -1 : old - count; });
}

void PageCache::moveRows(qint64 from, const std::function<qint64(qint64)> &newRow)
{
    const bool concerned = std::any_of(m_pages.keyBegin(), m_pages.keyEnd(),
                                       [from](qint64 page) { return (page + 1) * PageRows > from; });
    if (!concerned)
        return;
    QHash<qint64, Page> pages;
    const auto put = [&pages](qint64 row, const TableRow &content, const Page &source, bool stale) {
        Page &page = pages[pageOf(row)];
        const qint64 offset = row % PageRows;
        if (page.rows.size() <= offset)
            page.rows.resize(offset + 1);
        page.rows[offset] = content;
        page.stale = page.stale || stale;
        page.lastUse = std::max(page.lastUse, source.lastUse);
    };
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        for (qint64 i = 0; i < page->rows.size(); ++i) {
            const qint64 old = page.key() * PageRows + i;
            const qint64 row = old < from ? old : newRow(old);
            if (row >= 0)
                put(row, page->rows.at(i), *page, page->stale || row != old);
        }
    }
    m_pages = std::move(pages);
    evict();
}

void PageCache::forEach(const std::function<void(qint64, const TableRow &)> &visit) const
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        for (qint64 i = 0; i < page->rows.size(); ++i) {
            if (page->rows.at(i).state == TableRow::State::Present)
                visit(page.key() * PageRows + i, page->rows.at(i));
        }
    }
}

void PageCache::evict()
{
    while (m_pages.size() > Pages) {
        const auto oldest =
            std::min_element(m_pages.cbegin(), m_pages.cend(),
                             [](const Page &a, const Page &b) { return a.lastUse < b.lastUse; });
        m_pages.erase(oldest);
    }
}

} // namespace Weir
