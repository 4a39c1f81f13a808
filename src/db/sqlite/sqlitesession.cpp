// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitesession.h"

#include "db/sqlite/read/sqlitecursor.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefilepointer.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QScopeGuard>

#include <algorithm>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace Weir {

Expected<std::unique_ptr<Session>, SqlError> SqliteSession::open(const std::shared_ptr<SqliteFile> &file,
                                                                 const DatabaseProfile &profile,
                                                                 const QString &name)
{
    const DatabaseProfile applied = file->applied(profile);
    auto connection = SqliteConnection::open(file->path(), name, applied, SqlitePurpose::Write);
    if (!connection)
        return tl::unexpected(std::move(connection).error());
    std::unique_ptr<SqliteSession> session(new SqliteSession(file, applied, std::move(*connection)));
    if (const auto done = session->prepareStatements(); !done)
        return tl::unexpected(done.error());
    return session;
}

SqliteSession::SqliteSession(std::shared_ptr<SqliteFile> file, DatabaseProfile profile,
                             std::unique_ptr<SqliteConnection> connection)
    : m_profile(std::move(profile))
    , m_file(std::move(file))
    , m_connection(std::move(connection))
    , m_user(m_file, SqliteFile::Use::Session)
    , m_statements(m_connection->handle())
    , m_catalog(m_connection->handle(), m_file->path())
    , m_loadedTables(m_connection->handle(), m_file->path())
    , m_ledger(*this, m_loadedTables, m_file->path())
    , m_failedCommit(m_connection->handle(), m_file->path())
    , m_unknown(sqliteCommitUnknown(sqliteError(SQLITE_NOMEM, {}, m_file->path()), m_file->path()))
{
    sqlite3_commit_hook(m_connection->handle(), mayCommit, this);
    sqlite3_wal_hook(m_connection->handle(), logGrew, this);
}

SqliteSession::~SqliteSession()
{
    sqlite3_wal_hook(m_connection->handle(), nullptr, nullptr);
    sqlite3_commit_hook(m_connection->handle(), nullptr, nullptr);
}

Expected<void, SqlError> SqliteSession::begin(const Turn &turn)
{
    if (m_turn) // SQLite says it, as long as it has not ended the transaction by itself
        return inTransaction() ? run(m_begin) : tl::unexpected(sqliteTransactionEnded(m_file->path()));
    SqliteBusyHandler &busy = m_connection->busyHandler();
    m_turn.emplace(*m_file, turn, busy);
    if (!m_turn->entered()) {
        m_turn.reset();
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, m_file->path()));
    }
    busy.setWaiting(turn.sharing == Turn::Sharing::Alone ? SqliteBusyHandler::Delays::Random
                                                         : SqliteBusyHandler::Delays::OfSqlite,
                    turn.stop);
    auto giveTurnBack = qScopeGuard([this] { endTurn(); }); // without memory it is not even an error
    auto done = beginInTurn(turn);
    if (done)
        giveTurnBack.dismiss();
    return done;
}

Expected<void, SqlError> SqliteSession::beginInTurn(const Turn &turn)
{
    if (const auto done = m_file->guardLog(m_connection->busyHandler()); !done)
        return done;
    if (const auto done = m_failedCommit.restore(); !done)
        return done;
    if (const auto done = setDurability(turn.durability); !done)
        return done;
    if (const auto done = run(m_begin); !done)
        return done;
    m_isPromised = true;
    m_failedCommit.remember();
    return {};
}

void SqliteSession::endTurn()
{
    m_connection->busyHandler().setWaiting(SqliteBusyHandler::Delays::Random, {});
    m_turn.reset();
}

Expected<void, SqlError> SqliteSession::setDurability(Durability durability)
{
    // Else there is no commit to wait for, or no log that could be synced later.
    const bool mayDefer = m_profile.sqlite().journalMode == JournalMode::Wal
        && m_profile.sqlite().synchronous >= Synchronous::Full;
    if (!mayDefer || durability == m_durability)
        return {};
    const bool defers = durability == Durability::Deferred;
    const Synchronous synchronous = defers ? Synchronous::Normal : m_profile.sqlite().synchronous;
    auto done = executeSqlite(m_connection->handle(),
                              QStringLiteral("PRAGMA main.synchronous=%1").arg(synchronousName(synchronous)),
                              m_file->path());
    if (done)
        m_durability = durability;
    if (defers)
        return {};
    return done;
}

std::vector<Wait> SqliteSession::takeWaits()
{
    return m_connection->busyHandler().takeWaits();
}

Expected<Receipt, SqlError> SqliteSession::commit()
{
    if (!inTransaction())
        return tl::unexpected(sqliteTransactionEnded(m_file->path()));
    // A row committed into a file that has lost its name would be acknowledged and gone.
    if (isSqliteFileMoved(m_connection->handle()))
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, m_file->path()));
    const SqliteCommitting committing(*m_file);
    if (const auto done = commitInTurn(); !done)
        return tl::unexpected(done.error());
    const Receipt receipt = m_durability == Durability::Deferred ? m_file->deferred() : Receipt{};
    checkpointIfDue();
    endTurn();
    return receipt;
}

Expected<void, SqlError> SqliteSession::commitInTurn()
{
    m_isPromised = false;
    auto done = runCommit();
    if (!done && inTransaction())
        m_isPromised = true;
    return done;
}

Expected<void, SqlError> SqliteSession::runCommit()
{
    try {
        auto done = run(m_commit);
        return !done && !inTransaction() ? m_failedCommit.settle(done.error()) : done;
    } catch (const std::bad_alloc &) {
        if (inTransaction())
            throw;
        return tl::unexpected(m_unknown);
    }
}

Expected<void, SqlError> SqliteSession::rollback()
{
    auto done = inTransaction() ? run(m_rollback) : Expected<void, SqlError>();
    m_isPromised = m_isPromised && inTransaction();
    endTurn();
    return done;
}

bool SqliteSession::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection->handle()) == 0;
}

Expected<void, SqlError> SqliteSession::insert(const Entity &entity, const RowBatch &batch,
                                               std::span<const int> rows, InsertResult *result)
{
    result->clear();
    if (!inTransaction()) // every row would commit by itself
        return tl::unexpected(sqliteTransactionEnded(m_file->path()));
    const auto inserter = inserterFor(entity);
    if (!inserter)
        return tl::unexpected(inserter.error());
    return (*inserter)->insert(batch, rows, result);
}

Expected<std::unique_ptr<Cursor>, SqlError> SqliteSession::query(const Statement &statement)
{
    return SqliteCursor::open(*m_connection, m_statements, statement);
}

Expected<qint64, SqlError> SqliteSession::execute(const Statement &statement)
{
    if (!inTransaction()) // it would commit by itself
        return tl::unexpected(sqliteTransactionEnded(m_file->path()));
    sqlite3 *const db = m_connection->handle();
    const qint64 before = sqlite3_total_changes64(db);
    SqliteStatement taken = m_statements.take(statement);
    int code = taken.code();
    while (taken.isValid() && (code = taken.step()) == SQLITE_ROW)
        continue;
    if (code != SQLITE_DONE) {
        SqlError error = m_connection->errorOf(code);
        if (taken.isValid())
            m_statements.giveBack(statement.sql, std::move(taken));
        return tl::unexpected(error);
    }
    m_statements.giveBack(statement.sql, std::move(taken));
    return sqlite3_total_changes64(db) == before ? 0 : sqlite3_changes64(db);
}

int SqliteSession::mayCommit(void *session) noexcept
{
    return static_cast<SqliteSession *>(session)->m_isPromised ? 1 : 0;
}

int SqliteSession::logGrew(void *session, sqlite3 *, const char *, int pages) noexcept
{
    static_cast<SqliteSession *>(session)->m_logPages = pages;
    return SQLITE_OK;
}

Expected<void, SqlError> SqliteSession::prepareStatements()
{
    const auto prepare = [this](const QString &sql) {
        return SqliteStatement(m_connection->handle(), sql, SqliteStatement::Lifetime::Kept);
    };
    m_begin = prepare(QStringLiteral("BEGIN IMMEDIATE"));
    m_commit = prepare(QStringLiteral("COMMIT"));
    m_rollback = prepare(QStringLiteral("ROLLBACK"));
    for (const SqliteStatement *statement : {&m_begin, &m_commit, &m_rollback}) {
        if (!statement->isValid())
            return tl::unexpected(m_connection->errorOf(statement->code()));
    }
    qint64 pageSize = 0;
    auto done = readSqliteInteger(m_connection->handle(), QStringLiteral("PRAGMA main.page_size"),
                                  m_file->path(), &pageSize);
    m_pageSize = static_cast<int>(pageSize);
    return done;
}

Expected<void, SqlError> SqliteSession::run(SqliteStatement &statement)
{
    const SqliteReset reset(statement);
    const int code = statement.step();
    if (code == SQLITE_DONE)
        return {};
    return tl::unexpected(m_connection->errorOf(code));
}

Expected<SqliteInserter *, SqlError> SqliteSession::inserterFor(const Entity &entity)
{
    const auto found = std::find_if(m_inserters.begin(), m_inserters.end(),
                                    [&](const auto &inserter) { return inserter->suits(entity); });
    if (found != m_inserters.end())
        return found->get();
    auto inserter = std::make_unique<SqliteInserter>(*m_connection, entity);
    if (!inserter->isValid()) {
        SqlError error = m_connection->errorOf(inserter->code());
        if (error.code == SQLITE_ERROR)
            error.errorClass = ErrorClass::Schema; // of a statement that lists names, nothing else is wrong
        return tl::unexpected(error);
    }
    return m_inserters.emplace_back(std::move(inserter)).get();
}

void SqliteSession::checkpointIfDue()
{
    const int longEnough = m_durability == Durability::Deferred ? FlushedLogBytes : CheckpointBytes;
    if (!m_turn->isAlone() || m_logPages < longEnough / m_pageSize || m_file->keepsLog())
        return;
    // What was committed is safe in the log, whatever becomes of this: the next commit tries again.
    if (sqlite3_wal_checkpoint_v2(m_connection->handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr)
        == SQLITE_OK)
        m_logPages = 0;
    try {
        m_file->rememberState();
    } catch (const std::bad_alloc &) {
        m_logPages = 0; // the commit stands; a later one remembers
    }
}

} // namespace Weir
