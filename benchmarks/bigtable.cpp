// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigtable.h"

#include "db/databases/databases.h"

#include <QFile>

#include <memory>
#include <sqlite3.h>

namespace Weir {

namespace {

struct CloseDatabase
{
    void operator()(sqlite3 *db) const { sqlite3_close(db); }
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Statement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

Unexpected sqliteFailure(sqlite3 *db)
{
    return failure(
        QStringLiteral("The big table could not be made: %1").arg(QString::fromUtf8(sqlite3_errmsg(db))));
}

qint64 rowsThere(const QString &path)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READONLY, nullptr);
    const Database db(opened);
    if (code != SQLITE_OK)
        return -1;
    sqlite3_stmt *prepared = nullptr;
    sqlite3_prepare_v2(db.get(), "SELECT max(id) FROM users", -1, &prepared, nullptr);
    const Statement statement(prepared);
    return statement && sqlite3_step(statement.get()) == SQLITE_ROW ? sqlite3_column_int64(statement.get(), 0)
                                                                    : -1;
}

Expected<void> createTable(const QString &directory, const Project &project, const Entity &users)
{
    Databases databases(directory);
    if (const auto updated = databases.update(project.databases); !updated)
        return updated;
    if (const auto prepared = databases.backend(users.database)->prepare({users}); !prepared)
        return failure(prepared.error().sentence);
    return {};
}

Expected<void> fill(const QString &path, qint64 rows)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    const Database db(opened);
    const QByteArray sql = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;"
                           "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < "
        + QByteArray::number(rows)
        + ") INSERT INTO users (id, name, email)"
          " SELECT i, 'User ' || i, 'user' || i || '@example.com' FROM n;"
          "PRAGMA journal_mode=WAL";
    if (code != SQLITE_OK || sqlite3_exec(db.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return sqliteFailure(db.get());
    return {};
}

} // namespace

Expected<void> makeBigUsersTable(const QString &directory, const Project &project, qint64 rows)
{
    const Entity &users = project.entities.first();
    const QString path =
        directory + u'/' + project.databases.at(project.databaseIndex(users.database)).sqlite().file;
    if (rowsThere(path) == rows)
        return {};
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    if (const auto created = createTable(directory, project, users); !created)
        return created;
    return fill(path, rows);
}

} // namespace Weir
