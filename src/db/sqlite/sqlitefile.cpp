// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitefile.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqlitesettings.h"
#include "db/sqlite/sqlitestatement.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr QByteArrayView Magic("SQLite format 3\0", 16);
constexpr int HeaderSize = 100; // sqlite.org/fileformat2.html, 1.3
// Of files that Weir makes. With 4 KiB a bulk load is a third slower: more pages to fill, to log and to copy.
// With more than 16 KiB little is gained, and the commit of a single row writes ever more.
constexpr int PageSize = 16384;
constexpr int PageSizeOffset = 16;
constexpr int WriteVersionOffset = 18;

QString lockFileOf(const QString &path)
{
    return path + QStringLiteral(".weir-lock");
}

bool isWritable(const QString &path)
{
    // As the effective user and with the file system's word: a read-only mount refuses root, too.
    return faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

QString directoryOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

} // namespace

bool SqliteFile::State::operator==(const State &other) const
{
    return identity == other.identity && size == other.size && modified.tv_sec == other.modified.tv_sec
        && modified.tv_nsec == other.modified.tv_nsec;
}

SqliteFile::SqliteFile(QString path, bool onNetwork)
    : m_path(std::move(path))
    , m_onNetwork(onNetwork)
    , m_lock(lockFileOf(m_path))
    , m_busy(5000)
{}

SqliteFile::~SqliteFile()
{
    if (!m_keeper)
        return;
    if (isChanged()) {
        retire();
    } else {
        // Only now may a close checkpoint: it is the last one, and nobody else can hold the gate any more.
        sqlite3_db_config(m_keeper.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
        m_keeper.close();
    }
}

DatabaseProfile SqliteFile::effective(const DatabaseProfile &profile) const
{
    DatabaseProfile effective = profile;
    if (m_onNetwork && profile.journalMode == JournalMode::Wal) {
        effective.journalMode = JournalMode::Delete;
        effective.synchronous = Synchronous::Extra;
    }
    return effective;
}

SqlError SqliteFile::ensureOpen(bool create)
{
    if (m_keeper && isChanged())
        retire();
    if (m_keeper)
        return {};
    SqlError error = open(create);
    if (error) {
        m_keeper.close();
        m_lock.unlock();
    }
    m_open.store(!error);
    return error;
}

SqlError SqliteFile::ensureWritable(const DatabaseProfile &profile)
{
    m_busy.setTimeout(profile.busyTimeoutMs);
    if (SqlError error = ensureOpen(true))
        return error;
    if (SqlError error = checkWritable())
        return error;
    const DatabaseProfile settings = effective(profile);
    if (m_settings == settings)
        return {};
    if (SqlError error = hardenSqlite(m_keeper.get(), settings, SqlitePurpose::Write, m_path))
        return error;
    if (SqlError error = setSqliteJournalMode(m_keeper.get(), settings.journalMode, m_busy, m_path))
        return error;
    m_wal = settings.journalMode == JournalMode::Wal;
    m_settings = settings;
    rememberState();
    return {};
}

SqlError SqliteFile::checkpoint(int busyTimeoutMs)
{
    if (!m_keeper || !m_wal || isChanged())
        return {};
    m_busy.setTimeout(busyTimeoutMs);
    const int code =
        sqlite3_wal_checkpoint_v2(m_keeper.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    rememberState();
    return code == SQLITE_OK ? SqlError{} : sqliteError(m_keeper.get(), code, m_path);
}

SqlError SqliteFile::flush()
{
    if (!m_keeper || isChanged()) // its log is not the one that was written to
        return sqliteError(SQLITE_READONLY_DBMOVED, {}, m_path);
    if (!m_wal)
        return {}; // every commit was waited for
    if (m_settings && m_settings->synchronous >= Synchronous::Full) {
        if (const int code = m_keeper.syncLog(); code != SQLITE_OK)
            return sqliteError(code, QString::fromUtf8(sqlite3_errstr(code)), m_path);
    }
    // Safe in the log already, whatever becomes of this; a reader may keep part of it there.
    static_cast<void>(
        sqlite3_wal_checkpoint_v2(m_keeper.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
    rememberState();
    return {};
}

void SqliteFile::rememberState()
{
    const std::optional<State> state = stateOf(m_path);
    m_lastStateKnown = state.has_value();
    m_state = state.value_or(State{});
    m_log = stateOf(m_path + QStringLiteral("-wal"));
    m_shared = stateOf(m_path + QStringLiteral("-shm"));
}

std::optional<SqliteFile::State> SqliteFile::stateOf(const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return State{{status.st_dev, status.st_ino}, status.st_size, status.st_mtim};
}

SqlError SqliteFile::open(bool create)
{
    if (SqlError error = checkPlace(create))
        return error;
    if (SqlError error = lock())
        return error;
    if (SqlError error = openKeeper(create))
        return error;
    if (SqlError error = readJournalMode())
        return error;
    rememberState();
    return {};
}

SqlError SqliteFile::checkPlace(bool create) const
{
    const QString directory = directoryOf(m_path);
    if (!QFileInfo(directory).isDir()) {
        return {
            ErrorClass::CannotOpen, SQLITE_CANTOPEN,
            QCoreApplication::translate("SqliteFile",
                                        "The directory %1 of the database %2 does not exist: create it or "
                                        "choose another one.")
                .arg(directory, QFileInfo(m_path).fileName())};
    }
    const QFileInfo info(m_path);
    if (info.isDir()) {
        return {ErrorClass::CannotOpen, SQLITE_CANTOPEN_ISDIR,
                QCoreApplication::translate(
                    "SqliteFile", "%1 is a directory, not a database file: choose another file name.")
                    .arg(m_path)};
    }
    if (!info.exists() && !create) {
        return {ErrorClass::CannotOpen, SQLITE_CANTOPEN,
                QCoreApplication::translate("SqliteFile",
                                            "The database file %1 does not exist yet: a run creates it.")
                    .arg(m_path)};
    }
    if (info.exists() && !isWritable(m_path))
        return sqliteError(SQLITE_READONLY, {}, m_path);
    if (!isWritable(directory))
        return sqliteError(SQLITE_READONLY_DIRECTORY, {}, m_path);
    return {};
}

SqlError SqliteFile::lock()
{
    switch (m_lock.tryLock()) {
    case ProcessLock::Outcome::Locked:
        return {};
    case ProcessLock::Outcome::Taken:
        return {ErrorClass::InUse, 0,
                QCoreApplication::translate("SqliteFile",
                                            "Another Weir (process %1) uses the database %2: close it, or "
                                            "choose another file.")
                    .arg(QString::number(m_lock.holder()), m_path)};
    case ProcessLock::Outcome::NotPermitted:
        return sqliteError(SQLITE_READONLY_DIRECTORY, {}, m_path);
    case ProcessLock::Outcome::NoSpace:
        return sqliteError(SQLITE_FULL, {}, m_path);
    case ProcessLock::Outcome::Failed:
        break;
    }
    return sqliteError(SQLITE_CANTOPEN, {}, m_path);
}

SqlError SqliteFile::openKeeper(bool create)
{
    removeStaleCompanions();
    auto opened =
        SqliteHandle::open(m_path, create ? SqliteHandle::Access::Create : SqliteHandle::Access::ReadWrite);
    if (!opened)
        return opened.error();
    m_keeper = std::move(*opened);
    m_busy.install(m_keeper.get());
    SqlError error = hardenSqlite(m_keeper.get(), DatabaseProfile{}, SqlitePurpose::Write, m_path);
    if (const std::optional<State> state = stateOf(m_path); !error && state && state->size == 0)
        error = executeSqlite(m_keeper.get(), QStringLiteral("PRAGMA page_size=%1").arg(PageSize), m_path);
    qint64 tables = 0;
    if (!error) {
        error = readSqliteInteger(m_keeper.get(), QStringLiteral("SELECT count(*) FROM sqlite_schema"),
                                  m_path, &tables);
    }
    if (!isHeaderGood()) // whatever SQLite says of it: a log beside it may hide it
        return sqliteError(SQLITE_NOTADB, {}, m_path);
    if (isOverwritten())
        return {ErrorClass::Corrupt, SQLITE_CORRUPT, overwrittenSentence()};
    if (error)
        return error;
    return m_keeper.isFileMoved() ? sqliteError(SQLITE_READONLY_DBMOVED, {}, m_path) : SqlError{};
}

bool SqliteFile::isOverwritten() const
{
    const std::optional<State> log = stateOf(m_path + QStringLiteral("-wal"));
    const std::optional<State> state = stateOf(m_path);
    const QByteArray header = m_keeper.readHeader(HeaderSize);
    const bool inWalMode = header.size() == HeaderSize && header.at(WriteVersionOffset) == 2;
    if (!state || !isSameFile() || !inWalMode || (log && log->size > 0))
        return false;
    const int stored = qFromBigEndian<quint16>(header.constData() + PageSizeOffset);
    const qint64 pageSize = stored == 1 ? 65536 : stored;
    const quint32 indexPages = m_keeper.logIndexPages();
    return indexPages != 0 && indexPages * pageSize != state->size;
}

QString SqliteFile::overwrittenSentence() const
{
    // Connections of ours that are not closed yet keep the log's index alive, and with it the number of pages
    // that the file had before.
    return QCoreApplication::translate(
               "SqliteFile",
               "The database file %1 was overwritten while Weir had it open: close Weir "
               "and start it again.")
        .arg(m_path);
}

SqlError SqliteFile::checkWritable() const
{
    if (sqlite3_db_readonly(m_keeper.get(), "main") == 1 || !isWritable(m_path))
        return sqliteError(SQLITE_READONLY, {}, m_path);
    if (!isWritable(directoryOf(m_path)))
        return sqliteError(SQLITE_READONLY_DIRECTORY, {}, m_path);
    return {};
}

SqlError SqliteFile::readJournalMode()
{
    SqliteStatement statement(m_keeper.get(), QStringLiteral("PRAGMA main.journal_mode"));
    if (!statement.isValid() || statement.step() != SQLITE_ROW)
        return sqliteError(m_keeper.get(), m_path);
    m_wal = statement.text(0) == QLatin1String("wal");
    return {};
}

bool SqliteFile::isHeaderGood() const
{
    const std::optional<State> state = stateOf(m_path);
    if (state && state->size == 0)
        return true; // SQLite takes it for an empty database
    const QByteArray header = m_keeper.readHeader(HeaderSize);
    return header.size() == HeaderSize && header.startsWith(Magic);
}

bool SqliteFile::isSameFile() const
{
    const std::optional<State> now = stateOf(m_path);
    return now && m_lastStateKnown && now->identity == m_state.identity;
}

bool SqliteFile::isChanged() const
{
    const std::optional<State> state = stateOf(m_path);
    if (!state || !m_lastStateKnown || state->identity != m_state.identity)
        return true;
    // In WAL mode nobody writes to the file itself but our checkpoints. Otherwise every commit does.
    if (m_wal && *state != m_state)
        return true;
    return !isHeaderGood();
}

void SqliteFile::retire()
{
    // Its log belongs to a content that is gone: it must not be written into what is there now.
    sqlite3_db_config(m_keeper.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    m_keeper.close();
    m_settings.reset();
    m_open.store(false);
    nextGeneration();
}

void SqliteFile::removeStaleCompanions() const
{
    if (isSameFile())
        return;
    // The file is another one, but these still are those of the old: SQLite would replay the old log into the
    // new file, and share the old index with connections that are still to be closed.
    const auto remove = [](const QString &path, const std::optional<State> &known) {
        const std::optional<State> current = stateOf(path);
        if (known && current && current->identity == known->identity)
            ::unlink(QFile::encodeName(path).constData());
    };
    remove(m_path + QStringLiteral("-wal"), m_log);
    remove(m_path + QStringLiteral("-shm"), m_shared);
}

} // namespace Weir
