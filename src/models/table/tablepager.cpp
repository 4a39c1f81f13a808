// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablepager.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace Weir {

namespace {

QList<TableRow> presentRows(const TablePage &page)
{
    QList<TableRow> rows;
    for (qsizetype i = 0; i < page.keys.size(); ++i)
        rows.append({TableRow::State::Present, page.keys.at(i), page.rows.at(i)});
    return rows;
}

/// Do most keys from `from` on have a row? Looks at a few dozen.
TableReader::Result<bool> isDenseFrom(TableReader &reader, qint64 from)
{
    constexpr quint64 Sample = 32;
    const auto page = reader.page(from, 0, int(Sample));
    if (!page)
        return tl::unexpected(page.error());
    return page->keys.isEmpty() || keyDistance(from, page->keys.constLast()) < 2 * Sample;
}

Expected<void, SqlError> lookAround(TableReader &reader, RangeReply &reply)
{
    const qint64 first = reply.range.first;
    const qint64 middle = std::midpoint(first, reply.range.last);
    const std::array<qint64, 4> places{first, std::midpoint(first, middle), middle,
                                       std::midpoint(middle, reply.range.last)};
    reply.looksDense = true;
    for (const qint64 place : places) {
        const auto dense = isDenseFrom(reader, place);
        if (!dense)
            return tl::unexpected(dense.error());
        reply.looksDense = reply.looksDense && *dense;
    }
    return {};
}

Expected<void, SqlError> readRangeWith(TableReader &reader, RangeReply &reply)
{
    const auto range = reader.keyRange();
    if (!range)
        return tl::unexpected(range.error());
    reply.range = *range;
    if (range->empty)
        return {};
    const auto first = reader.page(range->first, 0, RangeReply::FirstRows);
    if (!first)
        return tl::unexpected(first.error());
    reply.firstRows = presentRows(*first);
    return lookAround(reader, reply);
}

/// The rows of a slice's positions; those that are gone are said to be.
Expected<void, SqlError> readByPosition(TableReader &reader, const RowSlice &slice, QList<TableRow> &rows)
{
    const auto page = reader.page(slice.from, slice.skip, slice.limit);
    if (!page)
        return tl::unexpected(page.error());
    rows = slice.arrange(presentRows(*page));
    return {};
}

Expected<void, SqlError> readByKey(TableReader &reader, const RowSlice &slice, QList<TableRow> &rows)
{
    const auto page = reader.rows(slice.keys);
    if (!page)
        return tl::unexpected(page.error());
    rows += presentRows(*page);
    // The key, too, is null: the row was deleted.
    for (TableRow &row : rows) {
        if (std::all_of(row.cells.cbegin(), row.cells.cend(),
                        [](const QString &cell) { return cell.isNull(); }))
            row.state = TableRow::State::Gone;
    }
    return {};
}

} // namespace

TablePager::TablePager(std::shared_ptr<ReaderHandle> handle, Replies replies)
    : TableWorker(std::move(handle))
    , m_replies(std::move(replies))
{}

void TablePager::readRange(const RangeRequest &request)
{
    RangeReply reply;
    reply.token = request.token;
    const auto done = read(request.token, [&](TableReader &reader) { return readRangeWith(reader, reply); });
    reply.error = errorOf(done).sentence;
    m_replies.range(std::move(reply));
}

void TablePager::readPage(const PageRequest &request)
{
    if (!isWanted(request.token))
        return;
    PageReply reply;
    reply.token = request.token;
    reply.page = request.page;
    const auto read = TableWorker::read(request.token, [&](TableReader &reader) {
        Expected<void, SqlError> done;
        if (request.slice.limit > 0)
            done = readByPosition(reader, request.slice, reply.rows);
        if (done && !request.slice.keys.empty())
            done = readByKey(reader, request.slice, reply.rows);
        return done;
    });
    reply.error = errorOf(read).sentence;
    // What could not be read is not asked for again until something changes.
    const qsizetype known = reply.rows.size();
    reply.rows.resize(request.slice.size());
    for (qsizetype i = known; i < reply.rows.size(); ++i)
        reply.rows[i].state = TableRow::State::Gone;
    m_replies.page(std::move(reply));
}

} // namespace Weir
