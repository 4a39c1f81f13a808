// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitestatements.h"

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

int bindValue(SqliteStatement &statement, int parameter, const SqlValue &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        return statement.bind(parameter, *integer);
    if (const auto *number = std::get_if<double>(&value))
        return sqlite3_bind_double(statement.get(), parameter, *number);
    if (const auto *text = std::get_if<QString>(&value))
        return statement.bind(parameter, *text);
    if (const auto *bytes = std::get_if<QByteArray>(&value)) {
        return sqlite3_bind_blob64(statement.get(), parameter, bytes->constData(),
                                   static_cast<sqlite3_uint64>(bytes->size()), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement.get(), parameter);
}

} // namespace

SqliteStatement SqliteStatements::take(const Statement &statement)
{
    SqliteStatement taken = prepared(statement.sql);
    if (!taken.isValid())
        return taken;
    const auto wanted = static_cast<std::size_t>(sqlite3_bind_parameter_count(taken.get()));
    int code = wanted == statement.values.size() ? SQLITE_OK : SQLITE_RANGE;
    for (std::size_t i = 0; i < statement.values.size() && code == SQLITE_OK; ++i)
        code = bindValue(taken, static_cast<int>(i) + 1, statement.values[i]);
    return code == SQLITE_OK ? std::move(taken) : SqliteStatement(code);
}

SqliteStatement SqliteStatements::prepared(const QString &sql)
{
    const auto found =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const auto &kept) { return kept.first == sql; });
    if (found == m_kept.end())
        return {m_db, sql, SqliteStatement::Lifetime::Kept};
    SqliteStatement statement = std::move(found->second);
    m_kept.erase(found);
    return statement;
}

void SqliteStatements::giveBack(const QString &sql, SqliteStatement statement)
{
    statement.reset();
    sqlite3_clear_bindings(statement.get());
    if (m_kept.size() == Most)
        m_kept.erase(m_kept.begin());
    m_kept.emplace_back(sql, std::move(statement));
}

} // namespace Weir
