// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqlitefile.h"

#include "db/sqlite/file/sqliteplace.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefilepointer.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {

// Of files that Weir makes. With 4 KiB a bulk load is a third slower: more pages to fill, to log and to copy.
// With more than 16 KiB little is gained, and the commit of a single row writes ever more.
constexpr int PageSize = 16384;
// The connections that show tables only let go of a file when they are told so, which is done by now or
// never.
constexpr std::chrono::milliseconds LongestWaitForReaders{250};

} // namespace

SqliteFile::SqliteFile(QString path, bool onNetwork)
    : m_path(std::move(path))
    , m_onNetwork(onNetwork)
    , m_lock(sqliteLockFileOf(m_path))
    , m_busy(std::chrono::seconds(5))
    , m_state(m_path)
    , m_neighbours(m_path)
{}

SqliteFile::~SqliteFile()
{
    if (!m_keeper)
        return;
    if (isChanged()) {
        retire();
    } else {
        lowerBar();
        // Only now may a close checkpoint: it is the last one, and nobody else can hold the gate any more. If
        // another program has the file open SQLite leaves it to that.
        sqlite3_db_config(m_keeper.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        m_keeper.close();
    }
}

DatabaseProfile SqliteFile::effective(const DatabaseProfile &profile) const
{
    DatabaseProfile effective = profile;
    if (m_onNetwork && profile.sqlite().journalMode == JournalMode::Wal) {
        effective.sqlite().journalMode = JournalMode::Delete;
        effective.sqlite().synchronous = Synchronous::Extra;
    }
    return effective;
}

DatabaseProfile SqliteFile::applied(const DatabaseProfile &profile) const
{
    DatabaseProfile applied = effective(profile);
    if (m_wal)
        applied.sqlite().journalMode = JournalMode::Wal;
    return applied;
}

bool SqliteFile::isSetFor(const DatabaseProfile &profile) const
{
    const std::lock_guard lock(m_mutex);
    return m_open && m_unsafe == 0 && m_settings == effective(profile);
}

Expected<void, SqlError> SqliteFile::ensureOpen(bool create)
{
    if (m_keeper && isChanged())
        retire();
    if (m_keeper)
        return {};
    auto done = open(create);
    if (!done) {
        m_keeper.close();
        m_lock.unlock();
    }
    m_open.store(done.has_value());
    return done;
}

Expected<void, SqlError> SqliteFile::ensureWritable(const DatabaseProfile &profile, bool create)
{
    m_busy.setTimeout(profile.patience);
    if (const auto done = ensureOpen(create); !done)
        return done;
    if (const auto done = checkWritable(); !done)
        return done;
    if (const auto done = makeUpForFailedSync(profile.patience); !done)
        return done;
    const DatabaseProfile settings = effective(profile);
    if (m_settings == settings && !m_modeStays)
        return {};
    if (const auto done = hardenSqlite(m_keeper.get(), settings, SqlitePurpose::Write, m_path); !done)
        return done;
    auto done = setJournalMode(settings.sqlite().journalMode);
    m_busy.setTimeout(profile.patience);
    const bool modeStays = !done && done.error().errorClass == ErrorClass::Busy && m_readers > 0;
    if (!done && !modeStays) {
        setSettings(std::nullopt, false);
        return done;
    }
    setSettings(settings, modeStays);
    rememberState();
    return {};
}

Expected<void, SqlError> SqliteFile::setJournalMode(JournalMode mode)
{
    const bool leavesWal = m_wal && mode != JournalMode::Wal;
    if (leavesWal) {
        lowerBar();
        if (m_readers > 0)
            m_busy.setTimeout(LongestWaitForReaders);
    }
    auto set = setSqliteJournalMode(m_keeper.get(), mode, m_busy, m_path);
    qint64 version = 0;
    if (set) // SQLite opens the log with the first that is read
        set =
            readSqliteInteger(m_keeper.get(), QStringLiteral("PRAGMA main.schema_version"), m_path, &version);
    if (set)
        m_wal = mode == JournalMode::Wal;
    if (!set && set.error().errorClass == ErrorClass::Busy && leavesWal && m_sessions > 0) {
        set.error().sentence =
            QCoreApplication::translate("SqliteFile",
                                        "The database %1 cannot leave journal mode \"wal\" while Weir itself "
                                        "is writing to it: wait until that is done, then try again.")
                .arg(m_path);
    }
    return set;
}

void SqliteFile::setSettings(const std::optional<DatabaseProfile> &settings, bool modeStays)
{
    const std::lock_guard lock(m_mutex);
    m_settings = settings;
    m_modeStays = modeStays;
}

void SqliteFile::rememberState()
{
    if (m_keeper)
        m_state.remember(m_keeper, m_wal);
}

Expected<void, SqlError> SqliteFile::open(bool create)
{
    if (const auto done = checkSqlitePlace(m_path, create); !done)
        return done;
    if (const auto done = lock(); !done)
        return done;
    if (const auto done = openKeeper(create); !done)
        return done;
    if (const auto done = readJournalMode(); !done)
        return done;
    rememberState();
    return {};
}

Expected<void, SqlError> SqliteFile::lock()
{
    switch (m_lock.tryLock()) {
    case ProcessLock::Outcome::Locked:
        return {};
    case ProcessLock::Outcome::Taken:
        return tl::unexpected(SqlError{
            ErrorClass::InUse, 0,
            QCoreApplication::translate("SqliteFile",
                                        "Another Weir (process %1) uses the database %2: close it, or "
                                        "choose another file.")
                .arg(QString::number(m_lock.holder()), m_path)});
    case ProcessLock::Outcome::NotPermitted:
        return tl::unexpected(sqliteError(SQLITE_READONLY_DIRECTORY, {}, m_path));
    case ProcessLock::Outcome::NoSpace:
        return tl::unexpected(sqliteError(SQLITE_FULL, {}, m_path));
    case ProcessLock::Outcome::NotALockFile:
        return tl::unexpected(SqlError{
            ErrorClass::CannotOpen, 0,
            QCoreApplication::translate("SqliteFile",
                                        "%1 is not the lock file that Weir keeps beside a database, but a "
                                        "link or a file of something else: move it away.")
                .arg(sqliteLockFileOf(m_path))});
    case ProcessLock::Outcome::Failed:
        break;
    }
    return tl::unexpected(sqliteError(SQLITE_CANTOPEN, {}, m_path));
}

Expected<void, SqlError> SqliteFile::openKeeper(bool create)
{
    m_state.removeStaleCompanions();
    auto opened =
        SqliteHandle::open(m_path, create ? SqliteHandle::Access::Create : SqliteHandle::Access::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    m_keeper = std::move(*opened);
    m_busy.install(m_keeper.get());
    auto done = hardenSqlite(m_keeper.get(), DatabaseProfile{}, SqlitePurpose::Write, m_path);
    if (done && SqliteFileState::isEmpty(m_path))
        done = executeSqlite(m_keeper.get(), QStringLiteral("PRAGMA page_size=%1").arg(PageSize), m_path);
    qint64 tables = 0;
    if (done) {
        done = readSqliteInteger(m_keeper.get(), QStringLiteral("SELECT count(*) FROM sqlite_schema"), m_path,
                                 &tables);
    }
    if (!m_state.isHeaderGood(m_keeper)) // whatever SQLite says of it: a log beside it may hide it
        return tl::unexpected(sqliteError(SQLITE_NOTADB, {}, m_path));
    if (m_state.contradictsLogIndex(m_keeper)) {
        // Connections of ours that are not closed yet keep the log's index alive, and with it the number of
        // pages that the file had before.
        return tl::unexpected(
            SqlError{ErrorClass::Corrupt, SQLITE_CORRUPT,
                     QCoreApplication::translate(
                         "SqliteFile",
                         "The database file %1 was overwritten while Weir had it open: close Weir "
                         "and start it again.")
                         .arg(m_path)});
    }
    if (!done)
        return done;
    if (isSqliteFileMoved(m_keeper.get()))
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, m_path));
    return {};
}

Expected<void, SqlError> SqliteFile::checkWritable() const
{
    if (sqlite3_db_readonly(m_keeper.get(), "main") == 1)
        return tl::unexpected(sqliteError(SQLITE_READONLY, {}, m_path));
    return checkSqliteWritable(m_path);
}

Expected<void, SqlError> SqliteFile::readJournalMode()
{
    SqliteStatement statement(m_keeper.get(), QStringLiteral("PRAGMA main.journal_mode"));
    if (!statement.isValid() || statement.step() != SQLITE_ROW)
        return tl::unexpected(sqliteError(m_keeper.get(), m_path));
    m_wal = statement.text(0) == QLatin1String("wal");
    return {};
}

void SqliteFile::retire()
{
    lowerBar();
    // Its log belongs to a content that is gone: it must not be written into what is there now.
    sqlite3_db_config(m_keeper.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_keeper.close();
    m_unsafe = 0;
    if (m_safe < m_deferred)
        m_gone.emplace_back(m_safe, m_deferred.load());
    setSettings(std::nullopt, false);
    m_open.store(false);
    m_generation.fetch_add(1);
}

SqliteFile::User::User(std::shared_ptr<SqliteFile> file, Use use)
    : m_file(std::move(file))
    , m_use(use)
{
    const std::lock_guard lock(m_file->m_mutex);
    ++count();
}

SqliteFile::User::~User()
{
    const std::lock_guard lock(m_file->m_mutex);
    if (--count() == 0 && m_use == Use::Session) // a run that failed does not checkpoint
        m_file->lowerBarLocked();
}

std::atomic<int> &SqliteFile::User::count() const
{
    return m_use == Use::Session ? m_file->m_sessions : m_file->m_readers;
}

} // namespace Weir
