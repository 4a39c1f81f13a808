// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/read/sqlitequery.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefailedcommit.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <string_view>

namespace Weir {

namespace {

SqlError refusal(const QString &sentence)
{
    return {ErrorClass::Other, SQLITE_MISUSE, sentence};
}

SqlError statementError(sqlite3 *db, const QString &location)
{
    SqlError error = sqliteError(db, location);
    if (error.code == SQLITE_ERROR) {
        error.sentence =
            QCoreApplication::translate("SqliteQuery", "The statement is wrong (%1): correct it.")
                .arg(QString::fromUtf8(sqlite3_errmsg(db)));
    }
    return error;
}

bool isReadingPragma(std::string_view name, const char *argument) noexcept
{
    static constexpr std::array<std::string_view, 12> WithArgument{
        "table_info",       "table_xinfo",       "table_list",    "index_list",
        "index_info",       "index_xinfo",       "quick_check",   "integrity_check",
        "foreign_key_list", "foreign_key_check", "function_list", "collation_list"};
    static constexpr std::array<std::string_view, 12> WithoutArgument{
        "user_version", "application_id", "schema_version",  "page_count",  "page_size",    "freelist_count",
        "encoding",     "journal_mode",   "compile_options", "synchronous", "foreign_keys", "data_version"};
    const auto names = [name](const auto &list) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    return names(WithArgument) || (!argument && (names(WithoutArgument) || name == "database_list"));
}

/// Lets nothing through but reading: sqlite3_stmt_readonly() alone also passes BEGIN and some PRAGMAs.
int authorizeReading(void *, int action, const char *first, const char *second, const char *,
                     const char *) noexcept
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_FUNCTION:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_PRAGMA:
        return isReadingPragma(first, second) ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_UPDATE:
        // Asked for when a pragma_… table is used; nobody can really do it (DEFENSIVE,
        // sqlite3_stmt_readonly()).
        return std::string_view(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

SqlError notReading()
{
    return refusal(
        QCoreApplication::translate("SqliteQuery",
                                    "The statement does more than read, which is not allowed here: use "
                                    "SELECT, or allow writing."));
}

/// The only statement in `sql`; nothing but space, comments and semicolons may follow it.
Expected<SqliteStatement, SqlError> prepareOnly(sqlite3 *db, const QByteArray &sql, const QString &location)
{
    SqliteStatement only;
    const char *rest = sql.constData();
    const char *const end = rest + sql.size();
    while (rest < end) {
        const char *tail = nullptr;
        SqliteStatement statement(db, std::string_view(rest, static_cast<std::size_t>(end - rest)), &tail);
        const int code = sqlite3_extended_errcode(db);
        if (!statement.isValid() && code == SQLITE_AUTH)
            return tl::unexpected(notReading());
        if (!statement.isValid() && code != SQLITE_OK)
            return tl::unexpected(statementError(db, location));
        if (statement.isValid() && only.isValid()) {
            return tl::unexpected(refusal(QCoreApplication::translate(
                "SqliteQuery", "More than one statement was given: run them one by one.")));
        }
        if (statement.isValid())
            only = std::move(statement);
        rest = tail;
    }
    if (!only.isValid())
        return tl::unexpected(refusal(QCoreApplication::translate(
            "SqliteQuery", "There is no SQL statement in the text: give one, such as SELECT 1.")));
    return only;
}

Expected<void, SqlError> appendRow(const SqliteStatement &statement, QueryResult &result, qsizetype &bytes)
{
    QStringList row;
    for (int column = 0; column < result.columns.size(); ++column) {
        row += statement.text(column);
        bytes += row.constLast().size() * qsizetype(sizeof(QChar));
    }
    result.rows += row;
    if (result.rows.size() <= SqliteQuery::MaximumRows && bytes <= SqliteQuery::MaximumBytes)
        return {};
    return tl::unexpected(SqlError{
        ErrorClass::TooBig, 0,
        QCoreApplication::translate("SqliteQuery",
                                    "The result is larger than %1 rows or %2 MiB: select less of it, for "
                                    "example with LIMIT.")
            .arg(QString::number(SqliteQuery::MaximumRows),
                 QString::number(SqliteQuery::MaximumBytes >> 20))});
}

/// Whether a statement that failed has done its work all the same: only the commit told an error, and has
/// happened.
Expected<void, SqlError> settleFailure(sqlite3 *db, bool writes, SqliteFailedCommit &commit,
                                       const QString &location)
{
    const SqlError error = statementError(db, location);
    const bool mayBeTheCommit = writes && sqlite3_get_autocommit(db) != 0
        && (error.errorClass == ErrorClass::Io || error.errorClass == ErrorClass::Full
            || error.errorClass == ErrorClass::Memory);
    if (mayBeTheCommit)
        return commit.settle(error);
    return tl::unexpected(error);
}

Expected<QueryResult, SqlError> collect(sqlite3 *db, SqliteStatement &statement, const QString &location)
{
    const bool writes = !sqlite3_stmt_readonly(statement.get());
    SqliteFailedCommit commit(db, location);
    if (writes)
        commit.remember();
    QueryResult result;
    const qint64 before = sqlite3_total_changes64(db);
    for (int column = 0; column < sqlite3_column_count(statement.get()); ++column)
        result.columns += QString::fromUtf8(sqlite3_column_name(statement.get(), column));
    qsizetype bytes = 0;
    int code = SQLITE_OK;
    while ((code = statement.step()) == SQLITE_ROW) {
        if (const auto done = appendRow(statement, result, bytes); !done)
            return tl::unexpected(done.error());
    }
    if (code != SQLITE_DONE) {
        if (const auto done = settleFailure(db, writes, commit, location); !done)
            return tl::unexpected(done.error());
    }
    if (sqlite3_total_changes64(db) != before)
        result.changes = sqlite3_changes64(db);
    return result;
}

} // namespace

Expected<QueryResult, SqlError> SqliteQuery::run(sqlite3 *db, const QString &sql, bool writable,
                                                 const QString &location)
{
    if (sql.contains(QChar(u'\0'))) {
        return tl::unexpected(refusal(
            QCoreApplication::translate("SqliteQuery", "The statement holds a NUL character: remove it.")));
    }
    if (!writable)
        sqlite3_set_authorizer(db, authorizeReading, nullptr);
    auto statement = prepareOnly(db, sql.toUtf8(), location);
    if (!statement)
        return tl::unexpected(std::move(statement).error());
    if (!writable && !sqlite3_stmt_readonly(statement->get()))
        return tl::unexpected(notReading());
    return collect(db, *statement, location);
}

} // namespace Weir
