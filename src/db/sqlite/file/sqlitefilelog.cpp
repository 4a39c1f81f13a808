// SPDX-License-Identifier: GPL-3.0-or-later
// What SqliteFile does with the log of a database in WAL mode.
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

Expected<void, SqlError> SqliteFile::checkpoint(std::chrono::milliseconds patience)
{
    m_keptLog = 0;
    if (!m_keeper || !m_wal || isChanged())
        return {};
    lowerBar();
    if (keepsLog()) {
        m_keptLog = SqliteFileState::sizeOf(m_path + QStringLiteral("-wal")).value_or(0);
        if (m_keptLog > 0)
            return tl::unexpected(SqlError{ErrorClass::Busy, SQLITE_BUSY, note()});
        if (m_unsafe != 0 && m_keeper.syncFile() == SQLITE_OK)
            m_unsafe = 0; // somebody has copied it there
        return {};
    }
    m_busy.setTimeout(patience);
    return copyLog();
}

/// All of it, and what is owed to awaitSafe() is synced on the way.
Expected<void, SqlError> SqliteFile::copyLog()
{
    const bool syncsNothing = m_settings && m_settings->sqlite().synchronous == Synchronous::Off;
    const bool owes = owesSync();
    const auto setSynchronous = [this](Synchronous level) {
        return executeSqlite(
            m_keeper.get(), QStringLiteral("PRAGMA main.synchronous=%1").arg(synchronousName(level)), m_path);
    };
    if (owes && syncsNothing) {
        if (const auto done = setSynchronous(Synchronous::Normal); !done)
            return done;
    }
    const int code =
        sqlite3_wal_checkpoint_v2(m_keeper.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    rememberState();
    auto back = owes && syncsNothing ? setSynchronous(Synchronous::Off) : Expected<void, SqlError>();
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_keeper.get(), code, m_path));
    m_unsafe = 0; // all of it is in the file, which was synced
    m_safe = m_deferred;
    return back;
}

Expected<void, SqlError> SqliteFile::awaitSafe(const Receipt &receipt)
{
    const std::lock_guard lock(m_commits);
    if (std::any_of(m_gone.begin(), m_gone.end(), [&](const auto &gone) {
            return receipt.number > gone.first && receipt.number <= gone.second;
        }))
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, m_path));
    if (receipt.number <= m_safe)
        return {};
    if (m_unsafe != 0)
        return tl::unexpected(failedSync());
    auto done = flush();
    if (done)
        m_safe = m_deferred;
    return done;
}

SqlError SqliteFile::failedSync() const
{
    return sqliteError(m_unsafe, QString::fromUtf8(sqlite3_errstr(m_unsafe)), m_path);
}

/// Copied into the file and synced there, it needs the log no more.
Expected<void, SqlError> SqliteFile::makeUpForFailedSync(std::chrono::milliseconds patience)
{
    if (m_unsafe == 0)
        return {};
    const auto copied = checkpoint(patience);
    if (m_unsafe == 0)
        return {};
    if (!copied && copied.error().errorClass == ErrorClass::Busy)
        return copied;
    return tl::unexpected(failedSync());
}

Expected<void, SqlError> SqliteFile::flush()
{
    if (!m_keeper || isChanged()) // its log is not the one that was written to
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, m_path));
    if (!m_wal)
        return {}; // every commit was waited for
    // Whatever the settings are by now: those of the transaction left it to this.
    if (const int code = m_keeper.syncLog(); code != SQLITE_OK) {
        // The system reports it once: the next sync succeeds without what was dropped.
        m_unsafe = code;
        return tl::unexpected(failedSync());
    }
    if (keepsLog() || (m_settings && m_settings->sqlite().synchronous == Synchronous::Off))
        return {}; // with that the copy in the file would not be synced, and the log could begin anew
    // Safe in the log already, whatever becomes of this; a reader may keep part of it there.
    static_cast<void>(
        sqlite3_wal_checkpoint_v2(m_keeper.get(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
    rememberState();
    return {};
}

bool SqliteFile::keepsLog()
{
    if (!m_wal || !hasWalResetBug(sqlite3_libversion_number()))
        return false;
    return m_barred || m_neighbours.areThere();
}

Expected<void, SqlError> SqliteFile::guardLog(SqliteBusyHandler &busy)
{
    if (m_barred || !keepsLog())
        return {};
    // Commits are never in the way of those who copy the log now: none has begun.
    for (int count = 0;; ++count) {
        const auto raised = raiseBar();
        if (!raised)
            return tl::unexpected(raised.error());
        if (*raised)
            return {};
        if (!busy.wait(count))
            break;
    }
    giveUpBar();
    if (busy.wasStopped())
        return tl::unexpected(sqliteError(SQLITE_INTERRUPT, {}, m_path));
    return tl::unexpected(SqlError{
        ErrorClass::Busy, SQLITE_BUSY,
        QCoreApplication::translate("SqliteFile",
                                    "Another program copies the log of the database %1 without end, "
                                    "and with this version of SQLite (%2) rows written meanwhile may "
                                    "be lost: close that program, then run again.")
            .arg(m_path, QLatin1String(sqlite3_libversion()))});
}

/// False: somebody copies the log just now.
Expected<bool, SqlError> SqliteFile::raiseBar()
{
    const std::lock_guard lock(m_mutex);
    if (!m_bar) {
        if (const auto done = openBar(); !done)
            return tl::unexpected(done.error());
    }
    if (!m_barred)
        m_barred = m_bar.barCheckpoints();
    return m_barred.load();
}

void SqliteFile::giveUpBar()
{
    const std::lock_guard lock(m_mutex);
    if (!m_barred) // another session may have raised it in between
        m_bar.close();
}

/// A connection of its own: the keeper and the sessions have locks of theirs to take while this one holds.
Expected<void, SqlError> SqliteFile::openBar()
{
    auto opened = SqliteHandle::open(m_path, SqliteHandle::Access::ReadWrite);
    if (!opened)
        return tl::unexpected(opened.error());
    m_bar = std::move(*opened);
    auto done = hardenSqlite(m_bar.get(), DatabaseProfile{}, SqlitePurpose::Read, m_path);
    qint64 version = 0;
    if (done)
        done = readSqliteInteger(m_bar.get(), QStringLiteral("PRAGMA schema_version"), m_path, &version);
    if (done && !m_bar.logIndex())
        done = tl::unexpected(
            sqliteError(SQLITE_PROTOCOL, QString::fromUtf8(sqlite3_errstr(SQLITE_PROTOCOL)), m_path));
    if (!done)
        m_bar.close();
    return done;
}

void SqliteFile::lowerBar()
{
    const std::lock_guard lock(m_mutex);
    lowerBarLocked();
}

void SqliteFile::lowerBarLocked()
{
    if (m_barred.exchange(false))
        m_bar.allowCheckpoints();
    m_bar.close();
}

QString SqliteFile::note() const
{
    QStringList sentences;
    if (const qint64 kept = m_keptLog; kept > 0) {
        sentences +=
            QCoreApplication::translate(
                "SqliteFile",
                "Another program has the database %1 open too, so its log was left as it is, with %2: "
                "the last program to close the database empties it.")
                .arg(m_path, QLocale().formattedDataSize(kept));
    }
    const std::lock_guard lock(m_mutex);
    if (m_modeStays) {
        sentences += QCoreApplication::translate("SqliteFile",
                                                 "The database %1 stays in journal mode \"wal\" for now, "
                                                 "because its tables are being shown: the project's journal "
                                                 "mode is set when they are closed.")
                         .arg(m_path);
    }
    return sentences.join(u' ');
}

} // namespace Weir
