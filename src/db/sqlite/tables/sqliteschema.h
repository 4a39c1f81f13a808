// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "db/sqlerror.h"
#include "db/sqlite/tables/sqlitetable.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

struct sqlite3;

namespace Weir {

/// One numbered step of Weir's own schema: fixed SQL, never destructive, run in a transaction of its own that
/// also sets user_version.
struct SqliteMigration
{
    int version = 0; // from 1, without gaps
    QString sql;
};

/// Brings a database to the schema that a project needs. Alone at the file's gate.
///
/// Files that Weir made carry its application_id and, in user_version, the last migration step done. Other
/// people's files are used as they are: tables are added, but the file is not stamped and not migrated.
class SqliteSchema
{
public:
    static constexpr int ApplicationId = 0x57656972; // "Weir"

    SqliteSchema(sqlite3 *db, QString location, QList<SqliteMigration> migrations = ownMigrations());

    enum class AddColumns { No, Yes };
    /// Checks everything first, then migrates, makes missing tables and, if told to, missing columns. Says
    /// what it did, a sentence each.
    Expected<QStringList, SqlError> apply(const QList<Entity> &entities, AddColumns addColumns);

    /// From the resources, by version.
    static QList<SqliteMigration> ownMigrations();

private:
    struct Change
    {
        QString sql;
        QString sentence;
    };

    Expected<void, SqlError> readStamp();
    Expected<void, SqlError> checkNames(const Entity &entity) const;
    Expected<void, SqlError> plan(const Entity &entity, AddColumns addColumns, QList<Change> &changes) const;
    Change createTable(const Entity &entity) const;
    Change addColumn(const Entity &entity, const Field &field) const;
    Expected<void, SqlError> inTransaction(const QStringList &statements);
    int latestVersion() const;
    tl::unexpected<SqlError> misfitError(const QString &sentence) const
    {
        return tl::unexpected(SqlError{ErrorClass::Schema, 0, sentence});
    }

    sqlite3 *m_db;
    QString m_location;
    QList<SqliteMigration> m_migrations;
    bool m_own = false;
    int m_version = 0;
};

} // namespace Weir
