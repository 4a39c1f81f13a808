// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/read/sqlitetablereader.h"

#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqlitetable.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>
#include <vector>

namespace Weir {

namespace {

Expected<void, SqlError> checkTable(const SqliteTable &table, const Entity &entity, const QString &location)
{
    if (!table.exists()) {
        return tl::unexpected(
            SqlError{ErrorClass::NoTable, 0,
                     QCoreApplication::translate("SqliteTableReader",
                                                 "The database %1 has no table \"%2\" yet: a run creates it.")
                         .arg(location, entity.table)});
    }
    const QList<Field> missing = table.missingFields(entity);
    if (missing.isEmpty())
        return {};
    return tl::unexpected(SqlError{
        ErrorClass::Schema, 0,
        QCoreApplication::translate("SqliteTableReader",
                                    "Table \"%1\" in the database %2 has no column \"%3\": add it (weir-cli "
                                    "migrate) or choose another table.")
            .arg(entity.table, location, missing.constFirst().name)});
}

QString likePattern(const QString &text)
{
    QString escaped;
    for (const QChar c : text) {
        if (c == u'%' || c == u'_' || c == u'\\')
            escaped += u'\\';
        escaped += c;
    }
    return u'%' + escaped + u'%';
}

} // namespace

/// One call of the reader: it answers what interrupted the reader since the call before.
class SqliteTableReader::Call
{
public:
    explicit Call(SqliteTableReader &reader)
        : m_reader(reader)
    {}
    ~Call() { m_reader.forgetInterrupt(); }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;

private:
    SqliteTableReader &m_reader;
};

Expected<std::unique_ptr<TableReader>, SqlError>
SqliteTableReader::open(const std::shared_ptr<SqliteFile> &file, const Entity &entity,
                        const DatabaseProfile &profile, const QString &connectionName)
{
    auto connection = SqliteConnection::open(file->path(), connectionName, profile, SqlitePurpose::Read);
    if (!connection)
        return tl::unexpected(std::move(connection).error());
    const auto table = SqliteTable::read((*connection)->handle(), entity.table, file->path());
    if (!table)
        return tl::unexpected(table.error());
    if (const auto done = checkTable(*table, entity, file->path()); !done)
        return tl::unexpected(done.error());
    std::unique_ptr<SqliteTableReader> reader(new SqliteTableReader(file, std::move(*connection), entity));
    if (const auto done = reader->prepareStatements(); !done)
        return tl::unexpected(done.error());
    return reader;
}

SqliteTableReader::SqliteTableReader(std::shared_ptr<SqliteFile> file,
                                     std::unique_ptr<SqliteConnection> connection, const Entity &entity)
    : m_file(std::move(file))
    , m_connection(std::move(connection))
    , m_user(m_file, SqliteFile::Use::Reader)
    , m_entity(entity)
{}

TableReader::Result<KeyRange> SqliteTableReader::keyRange()
{
    const Call call(*this);
    const SqliteReset reset(m_range);
    if (m_interrupted.load() || m_range.step() != SQLITE_ROW)
        return tl::unexpected(stepError());
    if (sqlite3_column_type(m_range.get(), 0) == SQLITE_NULL)
        return KeyRange{};
    return KeyRange{false, m_range.integer(0), m_range.integer(1)};
}

TableReader::Result<TablePage> SqliteTableReader::page(qint64 from, int skip, int limit)
{
    const Call call(*this);
    m_page.bind(1, from);
    m_page.bind(2, qint64(limit));
    m_page.bind(3, qint64(skip));
    return readPage(m_page);
}

TableReader::Result<TablePage> SqliteTableReader::lastPage(int limit)
{
    const Call call(*this);
    m_lastPage.bind(1, qint64(limit));
    Result<TablePage> page = readPage(m_lastPage);
    if (page) {
        std::reverse(page->keys.begin(), page->keys.end());
        std::reverse(page->rows.begin(), page->rows.end());
    }
    return page;
}

TableReader::Result<TablePage> SqliteTableReader::rows(std::span<const qint64> keys)
{
    const Call call(*this);
    TablePage page;
    for (const qint64 key : keys) {
        const SqliteReset reset(m_row);
        m_row.bind(1, key);
        const int code = m_interrupted.load() ? SQLITE_INTERRUPT : m_row.step();
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return tl::unexpected(stepError());
        page.keys += key;
        page.rows += code == SQLITE_ROW ? readCells(m_row) : QStringList(m_entity.fields.size());
    }
    return page;
}

TableReader::Result<qint64>
SqliteTableReader::scanKeys(const TableView &view, const std::function<bool(std::span<const qint64>)> &sink)
{
    const Call call(*this);
    SqliteStatement scan(m_connection->handle(), scanSql(view));
    if (!scan.isValid())
        return tl::unexpected(m_connection->lastError());
    if (!view.filter.isEmpty() && scan.bind(1, likePattern(view.filter)) != SQLITE_OK)
        return tl::unexpected(m_connection->lastError());
    std::vector<qint64> portion;
    portion.reserve(PortionSize);
    qint64 delivered = 0;
    int code = SQLITE_OK;
    while (!m_interrupted.load() && (code = scan.step()) == SQLITE_ROW) {
        portion.push_back(scan.integer(0));
        if (portion.size() < PortionSize)
            continue;
        delivered += static_cast<qint64>(portion.size());
        if (!sink(portion))
            return delivered;
        portion.clear();
    }
    if (m_interrupted.load() || code != SQLITE_DONE)
        return tl::unexpected(stepError());
    delivered += static_cast<qint64>(portion.size());
    if (!portion.empty())
        static_cast<void>(sink(portion)); // nothing is left to stop
    return delivered;
}

void SqliteTableReader::interrupt()
{
    m_interrupted.store(true);
    m_connection->busyHandler().abort();
    // The handle lives as long as this object does, and SQLite allows this call from any thread.
    sqlite3_interrupt(m_connection->handle());
}

void SqliteTableReader::forgetInterrupt()
{
    m_connection->busyHandler().resume();
    m_interrupted.store(false);
}

Expected<void, SqlError> SqliteTableReader::prepareStatements()
{
    QStringList columns;
    for (int field = 0; field < m_entity.fields.size(); ++field)
        columns += column(field);
    const QString key = column(m_entity.keyIndex());
    const QString table = QStringLiteral(" FROM main.") + sqliteIdentifier(m_entity.table);
    const QString select = QStringLiteral("SELECT ") + columns.join(u',') + table;
    const auto prepare = [this](SqliteStatement &statement, const QString &sql) {
        statement = SqliteStatement(m_connection->handle(), sql, SqliteStatement::Lifetime::Kept);
        return statement.isValid();
    };
    // Two subqueries: SQLite seeks min() and max() in the index only when each stands alone.
    const bool prepared =
        prepare(m_range, QStringLiteral("SELECT (SELECT min(%1)%2), (SELECT max(%1)%2)").arg(key, table))
        && prepare(m_page, select + QStringLiteral(" WHERE %1>=?1 ORDER BY %1 LIMIT ?2 OFFSET ?3").arg(key))
        && prepare(m_lastPage, select + QStringLiteral(" ORDER BY %1 DESC LIMIT ?1").arg(key))
        && prepare(m_row, select + QStringLiteral(" WHERE %1=?1").arg(key));
    if (prepared)
        return {};
    return tl::unexpected(m_connection->lastError());
}

TableReader::Result<TablePage> SqliteTableReader::readPage(SqliteStatement &statement)
{
    const SqliteReset reset(statement);
    TablePage page;
    const int key = m_entity.keyIndex();
    int code = SQLITE_OK;
    while (!m_interrupted.load() && (code = statement.step()) == SQLITE_ROW) {
        page.keys += statement.integer(key);
        page.rows += readCells(statement);
    }
    if (m_interrupted.load() || code != SQLITE_DONE)
        return tl::unexpected(stepError());
    return page;
}

QStringList SqliteTableReader::readCells(const SqliteStatement &statement) const
{
    QStringList cells;
    cells.reserve(m_entity.fields.size());
    for (int field = 0; field < m_entity.fields.size(); ++field)
        cells += statement.text(field);
    return cells;
}

QString SqliteTableReader::scanSql(const TableView &view) const
{
    const QString key = column(m_entity.keyIndex());
    QString sql = QStringLiteral("SELECT ") + key + QStringLiteral(" FROM main.")
        + sqliteIdentifier(m_entity.table) + filterSql(view) + QStringLiteral(" ORDER BY ");
    const QString direction =
        view.order == Qt::AscendingOrder ? QStringLiteral(" ASC") : QStringLiteral(" DESC");
    if (view.sortColumn >= 0 && view.sortColumn != m_entity.keyIndex())
        sql += column(view.sortColumn) + direction + QStringLiteral(", ") + key + QStringLiteral(" ASC");
    else
        sql += key + (view.sortColumn >= 0 ? direction : QString());
    return sql;
}

QString SqliteTableReader::filterSql(const TableView &view) const
{
    if (view.filter.isEmpty())
        return {};
    QStringList conditions;
    for (int field = 0; field < m_entity.fields.size(); ++field) {
        if (view.filterColumn < 0 || view.filterColumn == field)
            conditions += column(field) + QStringLiteral(" LIKE ?1 ESCAPE '\\'");
    }
    return QStringLiteral(" WHERE (") + conditions.join(QStringLiteral(" OR ")) + u')';
}

QString SqliteTableReader::column(int field) const
{
    return sqliteIdentifier(m_entity.fields.at(field).name);
}

SqlError SqliteTableReader::stepError()
{
    return m_interrupted.load() ? sqliteError(SQLITE_INTERRUPT, {}, m_file->path())
                                : m_connection->lastError();
}

} // namespace Weir
