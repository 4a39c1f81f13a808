// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqliteschema.h"

#include "core/typechecks.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

static void initialiseSqlResources()
{
    Q_INIT_RESOURCE(weir_sql); // a static library's resources are not registered by themselves
}

namespace Weir {

SqliteSchema::SqliteSchema(sqlite3 *db, QString location, QList<SqliteMigration> migrations)
    : m_db(db)
    , m_location(std::move(location))
    , m_migrations(std::move(migrations))
{}

Expected<QStringList, SqlError> SqliteSchema::apply(const QList<Entity> &entities, AddColumns addColumns)
{
    if (const auto read = readStamp(); !read)
        return tl::unexpected(read.error());
    QList<Change> changes;
    for (const Entity &entity : entities) {
        if (const auto planned = plan(entity, addColumns, changes); !planned)
            return tl::unexpected(planned.error());
    }
    QStringList done;
    for (const SqliteMigration &step : std::as_const(m_migrations)) {
        if (!m_own || step.version <= m_version)
            continue;
        if (const auto applied =
                inTransaction({step.sql, QStringLiteral("PRAGMA user_version=%1").arg(step.version)});
            !applied)
            return tl::unexpected(applied.error());
        done += QCoreApplication::translate("SqliteSchema", "Brought %1 to schema version %2.")
                    .arg(m_location, QString::number(step.version));
    }
    QStringList statements;
    for (const Change &change : std::as_const(changes)) {
        statements += change.sql;
        done += change.sentence;
    }
    if (!statements.isEmpty()) {
        if (const auto applied = inTransaction(statements); !applied)
            return tl::unexpected(applied.error());
    }
    return done;
}

QList<SqliteMigration> SqliteSchema::ownMigrations()
{
    initialiseSqlResources();
    const QDir directory(QStringLiteral(":/sql/sqlite"));
    QList<SqliteMigration> migrations;
    const QStringList names = directory.entryList({QStringLiteral("[0-9]*.sql")}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(directory.filePath(name));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened); // compiled in
        migrations.append({static_cast<int>(migrations.size()) + 1, QString::fromUtf8(file.readAll())});
    }
    return migrations;
}

Expected<void, SqlError> SqliteSchema::readStamp()
{
    qint64 applicationId = 0;
    qint64 version = 0;
    qint64 objects = 0;
    const auto read = [this](const QString &sql, qint64 *value) {
        return readSqliteInteger(m_db, sql, m_location, value);
    };
    if (const auto done = read(QStringLiteral("PRAGMA main.application_id"), &applicationId); !done)
        return done;
    if (const auto done = read(QStringLiteral("PRAGMA main.user_version"), &version); !done)
        return done;
    if (const auto done = read(QStringLiteral("SELECT count(*) FROM main.sqlite_schema"), &objects); !done)
        return done;
    m_own = applicationId == ApplicationId || (applicationId == 0 && version == 0 && objects == 0);
    m_version = static_cast<int>(version);
    if (m_own && m_version > latestVersion()) {
        return misfitError(
            QCoreApplication::translate("SqliteSchema",
                                        "The database %1 was made by a newer Weir (schema version "
                                        "%2, this one knows %3): update Weir or choose another "
                                        "file.")
                .arg(m_location, QString::number(m_version), QString::number(latestVersion())));
    }
    return {};
}

Expected<void, SqlError> SqliteSchema::checkNames(const Entity &entity) const
{
    const bool namesGood = isSqliteIdentifier(entity.table)
        && std::all_of(entity.fields.begin(), entity.fields.end(),
                       [](const Field &field) { return isSqliteIdentifier(field.name); });
    if (namesGood && !entity.table.startsWith(QLatin1String("sqlite_"), Qt::CaseInsensitive))
        return {};
    return misfitError(
        QCoreApplication::translate("SqliteSchema",
                                    "SQLite cannot have a table or column named as the project "
                                    "names them for %1 (table \"%2\"): choose names that are not "
                                    "empty and do not begin with \"sqlite_\".")
            .arg(entity.name, entity.table));
}

Expected<void, SqlError> SqliteSchema::plan(const Entity &entity, AddColumns addColumns,
                                            QList<Change> &changes) const
{
    if (const auto done = checkNames(entity); !done)
        return done;
    // How their values are stored is not settled: no column of theirs is made now that would have to change.
    if (const auto readable = checkReadable(entity); !readable)
        return misfitError(readable.error().sentence);
    const auto table = SqliteTable::read(m_db, entity.table, m_location);
    if (!table)
        return tl::unexpected(table.error());
    if (!table->exists()) {
        changes += createTable(entity);
        return {};
    }
    const QString misfit = table->misfit(entity, m_location);
    if (!misfit.isEmpty())
        return misfitError(misfit);
    const QList<Field> missing = table->missingFields(entity);
    for (const Field &field : missing) {
        if (field.key || addColumns == AddColumns::No) {
            return misfitError(
                QCoreApplication::translate("SqliteSchema",
                                            "Table \"%1\" in the database %2 has no column \"%3\": "
                                            "add it (weir-cli migrate) or choose another table.")
                    .arg(entity.table, m_location, field.name));
        }
        changes += addColumn(entity, field);
    }
    return {};
}

SqliteSchema::Change SqliteSchema::createTable(const Entity &entity) const
{
    QStringList columns;
    for (const Field &field : entity.fields)
        columns += sqliteIdentifier(field.name) + u' ' + SqliteTable::declaredType(field);
    return {QStringLiteral("CREATE TABLE IF NOT EXISTS ") + sqliteIdentifier(entity.table)
                + QStringLiteral(" (") + columns.join(QStringLiteral(", ")) + u')',
            QCoreApplication::translate("SqliteSchema", "Created table \"%1\" in %2.")
                .arg(entity.table, m_location)};
}

SqliteSchema::Change SqliteSchema::addColumn(const Entity &entity, const Field &field) const
{
    return {QStringLiteral("ALTER TABLE ") + sqliteIdentifier(entity.table) + QStringLiteral(" ADD COLUMN ")
                + sqliteIdentifier(field.name) + u' ' + SqliteTable::declaredType(field),
            QCoreApplication::translate("SqliteSchema", "Added column \"%1\" to table \"%2\" in %3.")
                .arg(field.name, entity.table, m_location)};
}

Expected<void, SqlError> SqliteSchema::inTransaction(const QStringList &statements)
{
    return inSqliteTransaction(m_db, m_location, [&] {
        Expected<void, SqlError> done;
        for (auto statement = statements.begin(); statement != statements.end() && done; ++statement)
            done = executeSqlite(m_db, *statement, m_location);
        return done;
    });
}

int SqliteSchema::latestVersion() const
{
    return m_migrations.isEmpty() ? 0 : m_migrations.constLast().version;
}

} // namespace Weir
