// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitebackend.h"

#include "db/connections.h"
#include "db/sqlite/emptying/sqliteemptying.h"
#include "db/sqlite/emptying/sqlitetakenrows.h"
#include "db/sqlite/file/sqliteplace.h"
#include "db/sqlite/file/sqliteturn.h"
#include "db/sqlite/read/sqlitequery.h"
#include "db/sqlite/read/sqlitetablereader.h"
#include "db/sqlite/sqlitesession.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqlitereferences.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

// A reader that is in the middle of a long scan must not hold up the end of a run for long.
constexpr std::chrono::milliseconds LongestCheckpointWait{1000};

} // namespace

SqliteBackend::SqliteBackend(DatabaseProfile profile, std::shared_ptr<SqliteFile> file, QString keptFiles)
    : m_profile(std::move(profile))
    , m_file(std::move(file))
    , m_keptFiles(std::move(keptFiles))
{}

QString SqliteBackend::label() const
{
    return QFileInfo(location()).fileName();
}

QStringList SqliteBackend::files() const
{
    return sqliteFilesOf(location());
}

Presence SqliteBackend::presence() const
{
    const QFileInfo file(location());
    if (!file.exists())
        return Presence::Absent;
    return file.size() > 0 ? Presence::There : Presence::Empty;
}

QString SqliteBackend::note() const
{
    QStringList sentences;
    if (m_file->effective(m_profile) != m_profile) {
        sentences += QCoreApplication::translate(
                         "SqliteBackend",
                         "The database %1 is on a network file system, where SQLite's WAL does not "
                         "work: it is written with a rollback journal instead, which is slower; "
                         "a local disk is safer.")
                         .arg(location());
    }
    if (const QString note = m_file->note(); !note.isEmpty())
        sentences += note;
    return sentences.join(u' ');
}

Expected<void, SqlError> SqliteBackend::prepare(const QList<Entity> &entities)
{
    const SqliteAlone alone(*m_file);
    if (const auto done = m_file->ensureWritable(m_profile); !done)
        return done;
    Prepared now{entities, generation(), -1};
    if (const auto done = readSchemaVersion(&now.schemaVersion); !done)
        return done;
    if (now == m_prepared)
        return {};
    return doneOf(applySchema(entities, SqliteSchema::AddColumns::No));
}

Expected<QStringList, SqlError> SqliteBackend::migrate(const QList<Entity> &entities)
{
    const SqliteAlone alone(*m_file);
    if (const auto done = m_file->ensureWritable(m_profile); !done)
        return tl::unexpected(done.error());
    return applySchema(entities, SqliteSchema::AddColumns::Yes);
}

Expected<std::unique_ptr<Session>, SqlError> SqliteBackend::openSession(const QString &connectionName)
{
    if (!m_file->isSetFor(m_profile)) {
        const SqliteAlone alone(*m_file);
        if (const auto done = m_file->ensureWritable(m_profile, false); !done)
            return tl::unexpected(done.error());
    }
    return SqliteSession::open(m_file, m_profile, connectionName);
}

Expected<std::unique_ptr<TableReader>, SqlError> SqliteBackend::openReader(const Entity &entity,
                                                                           const QString &connectionName)
{
    if (const auto done = openForReading(); !done)
        return tl::unexpected(done.error());
    return SqliteTableReader::open(m_file, entity, m_profile, connectionName);
}

Expected<void, SqlError> SqliteBackend::settle()
{
    const SqliteAlone alone(*m_file);
    return m_file->checkpoint(std::min(m_profile.patience, LongestCheckpointWait));
}

Expected<EmptyTicket, SqlError> SqliteBackend::empty(const QList<Entity> &entities,
                                                     const std::stop_token &stop)
{
    const SqliteAlone alone(*m_file, stop);
    if (!alone.entered())
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, location()));
    if (const auto done = m_file->ensureWritable(m_profile, false); !done)
        return tl::unexpected(done.error());
    const SqliteFile::User user(m_file, SqliteFile::Use::Session);
    if (const auto done = m_file->guardLog(); !done)
        return tl::unexpected(done.error());
    auto ticket = emptySqliteTables(m_file->keeper(), location(), entities, m_keptFiles, stop);
    static_cast<void>(m_file->checkpoint(LongestCheckpointWait)); // the log can wait
    return ticket;
}

Expected<void, SqlError> SqliteBackend::restore(const EmptyTicket &ticket, const std::stop_token &stop)
{
    const SqliteAlone alone(*m_file, stop);
    if (!alone.entered())
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, location()));
    if (const auto done = m_file->ensureWritable(m_profile, false); !done)
        return done;
    const SqliteFile::User user(m_file, SqliteFile::Use::Session);
    if (const auto done = m_file->guardLog(); !done)
        return done;
    if (const auto done = restoreSqliteRows(m_file->keeper(), location(), ticket, stop); !done)
        return done;
    static_cast<void>(m_file->checkpoint(LongestCheckpointWait)); // the log can wait
    return {};
}

void SqliteBackend::discard(const EmptyTicket &ticket)
{
    if (const auto taken = std::dynamic_pointer_cast<SqliteTakenRows>(ticket.taken))
        taken->remove();
}

Expected<qint64, SqlError> SqliteBackend::countRows(const QString &table, const std::stop_token &stop)
{
    if (presence() == Presence::Absent)
        return 0;
    if (stop.stop_requested())
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, location()));
    auto connection = openConnection(SqlitePurpose::Query);
    if (!connection)
        return tl::unexpected(std::move(connection).error());
    (*connection)->busyHandler().setWaiting(SqliteBusyHandler::Delays::Random, stop);
    // A table is counted in one step, within which SQLite looks at nothing but this.
    const std::stop_callback wake(stop, [db = (*connection)->handle()] { sqlite3_interrupt(db); });
    qint64 count = 0;
    const QString sql = QStringLiteral("SELECT count(*) FROM main.") + sqliteIdentifier(table);
    if (const auto done = readSqliteInteger((*connection)->handle(), sql, location(), &count); !done)
        return tl::unexpected(done.error());
    return count;
}

bool SqliteBackend::isSameTable(const QString &one, const QString &other) const
{
    return isSameSqliteName(one, other);
}

Expected<QList<TableReference>, SqlError> SqliteBackend::references(const QList<Entity> &entities)
{
    auto connection = openConnection(SqlitePurpose::Read);
    if (!connection)
        return tl::unexpected(std::move(connection).error());
    return sqliteReferences((*connection)->handle(), entities, location());
}

Expected<QueryResult, SqlError> SqliteBackend::queryUntil(const QString &sql, bool writable,
                                                          const std::stop_token &stop)
{
    auto connection = openConnection(writable ? SqlitePurpose::Write : SqlitePurpose::Query, stop);
    if (!connection)
        return tl::unexpected(std::move(connection).error());
    SqliteBusyHandler &busy = (*connection)->busyHandler();
    busy.setWaiting(SqliteBusyHandler::Delays::Random, stop);
    if (!writable)
        return SqliteQuery::run((*connection)->handle(), sql, false, location());
    const SqliteAlone alone(*m_file, stop);
    if (!alone.entered())
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, location()));
    const SqliteFile::User user(m_file, SqliteFile::Use::Session);
    if (const auto done = m_file->guardLog(busy); !done)
        return tl::unexpected(done.error());
    return SqliteQuery::run((*connection)->handle(), sql, true, location());
}

Expected<QStringList, SqlError> SqliteBackend::applySchema(const QList<Entity> &entities,
                                                           SqliteSchema::AddColumns addColumns)
{
    m_prepared = {};
    const SqliteFile::User user(m_file, SqliteFile::Use::Session);
    if (const auto guarded = m_file->guardLog(); !guarded)
        return tl::unexpected(guarded.error());
    SqliteSchema schema(m_file->keeper(), location());
    auto done = schema.apply(entities, addColumns);
    if (!done)
        return done;
    Prepared now{entities, generation(), -1};
    if (const auto read = readSchemaVersion(&now.schemaVersion); !read)
        return tl::unexpected(read.error());
    m_file->rememberState();
    m_prepared = now;
    return done;
}

Expected<void, SqlError> SqliteBackend::readSchemaVersion(qint64 *version) const
{
    return readSqliteInteger(m_file->keeper(), QStringLiteral("PRAGMA main.schema_version"), location(),
                             version);
}

Expected<void, SqlError> SqliteBackend::openForReading()
{
    if (m_file->isOpen())
        return {};
    const SqliteAlone alone(*m_file);
    auto done = m_file->ensureOpen(false);
    // What may only be read, or is open in another Weir, is read without a keeper.
    if (!done
        && (done.error().errorClass == ErrorClass::ReadOnly || done.error().errorClass == ErrorClass::InUse))
        return {};
    return done;
}

Expected<std::unique_ptr<SqliteConnection>, SqlError>
SqliteBackend::openConnection(SqlitePurpose purpose, const std::stop_token &stop)
{
    if (purpose == SqlitePurpose::Write) {
        const SqliteAlone alone(*m_file, stop);
        if (!alone.entered())
            return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, location()));
        if (const auto done = m_file->ensureWritable(m_profile, false); !done)
            return tl::unexpected(done.error());
    } else if (const auto done = openForReading(); !done) {
        return tl::unexpected(done.error());
    }
    return SqliteConnection::open(location(), newConnectionName(m_profile.name), m_file->applied(m_profile),
                                  purpose);
}

} // namespace Weir
