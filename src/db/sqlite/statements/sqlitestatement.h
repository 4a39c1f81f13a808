// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace Weir {

/// A prepared statement of the native interface; finalized before its connection closes. In the connection's
/// thread. Invalid after an error: sqlite3_errmsg() of the connection has it.
class SqliteStatement
{
public:
    enum class Lifetime { Once, Kept };

    SqliteStatement() = default;
    /// Not valid, for this reason.
    explicit SqliteStatement(int code)
        : m_code(code)
    {}
    SqliteStatement(sqlite3 *db, const QString &sql, Lifetime lifetime = Lifetime::Once);

    /// The first statement of `sql`, with where the rest begins. Invalid without error: there is none in it.
    SqliteStatement(sqlite3 *db, std::string_view sql, const char **tail);

    bool isValid() const { return m_statement != nullptr; }
    /// SQLite's extended code for the preparing: why it is not valid.
    int code() const { return m_code; }
    sqlite3_stmt *get() const { return m_statement.get(); }

    /// Parameters from 1, columns from 0, as SQLite counts them. A bind returns SQLite's code.
    int bind(int parameter, qint64 value);
    int bind(int parameter, const QString &value);
    int step();
    /// Steps once and resets: for what gives no row. step()'s code.
    int run();
    /// Ends the read transaction that a statement holds while it stands on a row.
    void reset();

    qint64 integer(int column) const;
    QString text(int column) const; // null for NULL

private:
    struct Finalizer
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalizer> m_statement;
    int m_code = 0;
};

/// Resets a statement that is kept, whatever way the function is left.
class SqliteReset
{
public:
    explicit SqliteReset(SqliteStatement &statement)
        : m_statement(statement)
    {}
    ~SqliteReset() { m_statement.reset(); }
    SqliteReset(const SqliteReset &) = delete;
    SqliteReset &operator=(const SqliteReset &) = delete;

private:
    SqliteStatement &m_statement;
};

} // namespace Weir
