// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/tables/sqliteschema.h"

#include <memory>
#include <stop_token>

namespace Weir {

/// A database that is an SQLite file.
class SqliteBackend : public Backend
{
public:
    /// `keptFiles`: the folder for rows that were taken out of tables; made when needed.
    SqliteBackend(DatabaseProfile profile, std::shared_ptr<SqliteFile> file, QString keptFiles = {});

    const DatabaseProfile &profile() const override { return m_profile; }
    QString location() const override { return m_file->path(); }
    QString label() const override;
    QStringList files() const override;
    Presence presence() const override;
    QString note() const override;
    const std::shared_ptr<SqliteFile> &file() const { return m_file; }

    Expected<void, SqlError> prepare(const QList<Entity> &entities) override;
    Expected<QStringList, SqlError> migrate(const QList<Entity> &entities) override;
    int generation() const override { return m_file->generation(); }

    Expected<std::unique_ptr<Session>, SqlError> openSession(const QString &connectionName) override;
    Expected<std::unique_ptr<TableReader>, SqlError> openReader(const Entity &entity,
                                                                const QString &connectionName) override;

    Expected<void, SqlError> awaitSafe(const Receipt &receipt) override { return m_file->awaitSafe(receipt); }
    Expected<void, SqlError> settle() override;
    Expected<EmptyTicket, SqlError> empty(const QList<Entity> &entities,
                                          const std::stop_token &stop) override;
    Expected<void, SqlError> restore(const EmptyTicket &ticket, const std::stop_token &stop) override;
    void discard(const EmptyTicket &ticket) override;
    Expected<qint64, SqlError> countRows(const QString &table, const std::stop_token &stop) override;
    bool isSameTable(const QString &one, const QString &other) const override;
    Expected<QList<TableReference>, SqlError> references(const QList<Entity> &entities) override;
    Expected<QueryResult, SqlError> query(const QString &sql, bool writable) override
    {
        return queryUntil(sql, writable, std::stop_token());
    }
    Expected<QueryResult, SqlError> queryUntil(const QString &sql, bool writable,
                                               const std::stop_token &stop) override;

private:
    /// What prepare() has found good.
    struct Prepared
    {
        QList<Entity> entities;
        int generation = -1;
        qint64 schemaVersion = -1;
        bool operator==(const Prepared &) const = default;
    };

    Expected<QStringList, SqlError> applySchema(const QList<Entity> &entities,
                                                SqliteSchema::AddColumns addColumns);
    Expected<void, SqlError> readSchemaVersion(qint64 *version) const;
    Expected<void, SqlError> openForReading();
    Expected<std::unique_ptr<SqliteConnection>, SqlError> openConnection(SqlitePurpose purpose,
                                                                         const std::stop_token &stop = {});

    const DatabaseProfile m_profile;
    const std::shared_ptr<SqliteFile> m_file;
    const QString m_keptFiles;
    Prepared m_prepared; // guarded by SqliteAlone
};

} // namespace Weir
