// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger/ledgertables.h"

#include "db/cursor.h"
#include "db/ledger/ledgerrows.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace Weir {

namespace {

using Column = ColumnDefinition;
using Type = ColumnDefinition::Type;

constexpr qint64 LongestName = qint64{1} << 16; // a name, a path, a time
constexpr qint64 LongestWord = 64;
constexpr qint64 IdLength = 16;
constexpr qint64 GreatestCount = qint64{1} << 40;
constexpr qint64 Least = std::numeric_limits<qint64>::min();
constexpr qint64 Most = std::numeric_limits<qint64>::max();

QString loadTable()
{
    return QStringLiteral("weir_load");
}

QString batchTable()
{
    return QStringLiteral("weir_ledger");
}

Column integer(const char *name, qint64 least = Least, qint64 most = Most)
{
    return {QLatin1String(name), Type::Integer, true, false, least, most};
}

Column text(const char *name, qint64 longest = LongestName)
{
    return {QLatin1String(name), Type::Text, true, false, 0, longest};
}

Column bytes(const char *name, qint64 longest = Most)
{
    return {QLatin1String(name), Type::Bytes, false, false, Least, longest};
}

Column optional(Column column)
{
    column.mandatory = false;
    return column;
}

/// What the first Weir that had a ledger made, then what came later, which is optional.
TableDefinition loadDefinition()
{
    return {loadTable(),
            {integer("number"),
             {QStringLiteral("id"), Type::Bytes, true, true, IdLength, IdLength},
             text("file"),
             integer("size", -1, LedgerTables::GreatestOffset),
             bytes("content_hash", LongestWord),
             text("entity"),
             text("table_name"),
             text("columns", LedgerTables::LongestList),
             bytes("plan", LedgerTables::LongestList),
             text("rejected_file"),
             text("reasons_file"),
             text("started"),
             optional(text("finished", LongestWord)),
             text("state", LongestWord),
             optional(text("definition", LedgerTables::LongestList)),
             optional(integer("version", 0, GreatestCount))},
            {QStringLiteral("number")},
            true};
}

TableDefinition batchDefinition()
{
    return {batchTable(),
            {integer("load"), integer("number", 0, GreatestCount),
             integer("end_offset", 0, LedgerTables::GreatestOffset), integer("hash"),
             integer("inserted", 0, GreatestCount), integer("rejected", 0, GreatestCount),
             integer("failed", 0, GreatestCount), integer("cancelled", 0, GreatestCount),
             integer("rejected_bytes", 0, LedgerTables::GreatestOffset),
             integer("reasons_bytes", 0, LedgerTables::GreatestOffset), optional(integer("undone")),
             bytes("keys"), bytes("row_hashes"), optional(integer("read_back")),
             optional(integer("updated", 0, GreatestCount))},
            {QStringLiteral("load"), QStringLiteral("number")},
            false};
}

bool mayLack(const QString &column)
{
    static constexpr std::array<const char *, 4> Later{"definition", "read_back", "updated", "version"};
    return std::any_of(Later.begin(), Later.end(),
                       [&](const char *later) { return column == QLatin1String(later); });
}

SqlError notWeirs(const QString &location)
{
    return {ErrorClass::Schema, 0,
            QCoreApplication::translate(
                "LedgerTables",
                "The ledger tables of the database %1 (weir_load, weir_ledger) are not Weir's: they are no "
                "ordinary tables, lack columns, or have triggers or foreign keys. Rename or drop them, or "
                "choose another database.")
                .arg(location)};
}

/// A query that gives a row when the table holds what Weir does not write.
QString findBad(const Dialect &dialect, const TableDefinition &table, const TableFit &fit,
                const QString &more = {})
{
    QStringList faults;
    for (const Column &column : table.columns) {
        if (fit.has(column.name))
            faults += dialect.isOutside(column);
    }
    if (!more.isEmpty())
        faults += more;
    return QStringLiteral("SELECT 1 FROM %1 WHERE %2 LIMIT 1")
        .arg(dialect.table(table.name), faults.join(QStringLiteral(" OR ")));
}

QString isNoState(const Dialect &dialect)
{
    QStringList names;
    for (const LoadState state : {LoadState::Running, LoadState::Finished, LoadState::Undone})
        names += u'\'' + ledgerStateName(state) + u'\'';
    return QStringLiteral("%1 NOT IN (%2)")
        .arg(dialect.identifier(QStringLiteral("state")), names.join(u','));
}

Expected<void, SqlError> makeMissing(Session &session, const TableDefinition &table, const TableFit &fit)
{
    const Dialect &dialect = session.dialect();
    if (!fit.exists)
        return doneOf(session.execute({dialect.createTable(table), {}}));
    for (const Column &column : table.columns) {
        if (fit.has(column.name))
            continue;
        if (const auto done = session.execute({dialect.addColumn(table.name, column), {}}); !done)
            return tl::unexpected(done.error());
    }
    return {};
}

QString columnOrNull(const TableFit &fit, const QString &name)
{
    return fit.has(name) ? u'"' + name + u'"' : QStringLiteral("NULL");
}

} // namespace

Expected<LedgerTables, SqlError> LedgerTables::find(Session &session, const QString &location)
{
    auto loads = session.catalog().compare(loadDefinition());
    if (!loads)
        return tl::unexpected(loads.error());
    auto batches = session.catalog().compare(batchDefinition());
    if (!batches)
        return tl::unexpected(batches.error());
    for (const TableFit &fit : {*loads, *batches}) {
        const bool suits = fit.suits && std::all_of(fit.missing.begin(), fit.missing.end(), mayLack);
        if (fit.exists && !suits)
            return tl::unexpected(notWeirs(location));
    }
    return LedgerTables(std::move(*loads), std::move(*batches));
}

bool LedgerTables::areComplete() const
{
    return exist() && m_loads.missing.isEmpty() && m_batches.missing.isEmpty();
}

Expected<void, SqlError> LedgerTables::complete(Session &session) const
{
    if (const auto done = makeMissing(session, loadDefinition(), m_loads); !done)
        return done;
    return makeMissing(session, batchDefinition(), m_batches);
}

Expected<void, SqlError> LedgerTables::checkContent(Session &session, const QString &location) const
{
    const Dialect &dialect = session.dialect();
    for (const QString &sql : {findBad(dialect, loadDefinition(), m_loads, isNoState(dialect)),
                               findBad(dialect, batchDefinition(), m_batches)}) {
        const auto bad = session.query({sql, {}});
        if (!bad)
            return tl::unexpected(bad.error());
        if ((*bad)->next())
            return tl::unexpected(damaged(location));
        if (SqlError error = (*bad)->error(); !error.isNone())
            return tl::unexpected(error);
    }
    return {};
}

QString LedgerTables::loadColumn(const QString &name) const
{
    return columnOrNull(m_loads, name);
}

QString LedgerTables::batchColumn(const QString &name) const
{
    return columnOrNull(m_batches, name);
}

QString LedgerTables::loads(const Dialect &dialect)
{
    return dialect.table(loadTable());
}

QString LedgerTables::batches(const Dialect &dialect)
{
    return dialect.table(batchTable());
}

QStringList LedgerTables::names()
{
    return {loadTable(), batchTable()};
}

SqlError LedgerTables::damaged(const QString &location)
{
    return {ErrorClass::Corrupt, 0,
            QCoreApplication::translate(
                "LedgerTables",
                "The ledger of the database %1 is damaged: its tables weir_load and weir_ledger hold what "
                "Weir does not write there. Restore the database from a backup, or drop these two tables: "
                "the rows that were loaded stay, but their loads are no longer known.")
                .arg(location)};
}

} // namespace Weir
