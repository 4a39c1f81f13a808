// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/emptyticket.h"
#include "db/sqlite/emptying/sqlitekeptfile.h"
#include "db/sqlite/emptying/sqlitetakentable.h"

#include <stop_token>
#include <vector>

namespace Weir {

/// The rows of some tables of one database, in a file of their own: each table by its name, its columns
/// without a type, so that every value is what it was. One thread at a time.
class SqliteTakenRows : public TakenRows
{
public:
    SqliteTakenRows(QString location, std::unique_ptr<SqliteKeptFile> file);

    QString place() const override { return m_file->path(); }
    /// The database that they were taken from.
    const QString &location() const { return m_location; }
    const SqliteKeptFile &file() const { return *m_file; }
    const std::vector<SqliteTakenTable> &tables() const { return m_tables; } // parents before children

    /// Copies these tables' rows; they are on the disk when it returns. Inside a transaction of `source`.
    [[nodiscard]] Expected<void, SqlError> take(sqlite3 *source, std::vector<SqliteTakenTable> tables,
                                                const std::stop_token &stop);
    qint64 rows() const;

    void remove() { m_file->remove(); }
    /// The file stays, whatever becomes of this.
    void leave() { m_file->leave(); }

private:
    Expected<void, SqlError> takeTable(sqlite3 *source, sqlite3 *target, SqliteTakenTable *table) const;

    const QString m_location;
    const std::unique_ptr<SqliteKeptFile> m_file;
    std::vector<SqliteTakenTable> m_tables;
};

/// Interrupts what a connection does when told to stop, for as long as it lives. In the connection's thread.
class SqliteStop
{
public:
    SqliteStop(sqlite3 *db, const std::stop_token &stop);
    ~SqliteStop();
    SqliteStop(const SqliteStop &) = delete;
    SqliteStop &operator=(const SqliteStop &) = delete;

private:
    sqlite3 *const m_db;
};

} // namespace Weir
