// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitefailedcommit.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefilepointer.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QtEndian>

#include <array>
#include <sqlite3.h>

namespace Weir {

namespace {

// sqlite.org/fileformat2.html, 1.3
constexpr int WriteVersionOffset = 18;
constexpr int ChangeCounterOffset = 24;

/// Such an error comes before the record of the commit is complete.
bool comesBefore(int code)
{
    switch (code) {
    case SQLITE_FULL:
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_CORRUPT:
        return true;
    default:
        return false;
    }
}

} // namespace

void SqliteFailedCommit::remember()
{
    m_before = readHeader();
}

Expected<void, SqlError> SqliteFailedCommit::settle(const SqlError &error)
{
    const std::optional<Header> header = m_before ? m_before : readHeader();
    if (header && header->hasLog && buryRecord())
        return tl::unexpected(error);
    if (comesBefore(error.code))
        return tl::unexpected(error);
    std::optional<bool> happened;
    if (m_before && !m_before->hasLog)
        happened = hasHappened(error.code);
    if (!happened)
        return tl::unexpected(sqliteCommitUnknown(error, m_location));
    if (!*happened)
        return tl::unexpected(error);
    return {};
}

Expected<void, SqlError> SqliteFailedCommit::restore()
{
    if (!m_synchronous)
        return {};
    auto done =
        executeSqlite(m_db, QStringLiteral("PRAGMA main.synchronous=%1").arg(*m_synchronous), m_location);
    if (done)
        m_synchronous.reset();
    return done;
}

/// Writes a transaction that changes nothing over the record, without waiting for the disk: who holds the
/// lock writes behind the last commit that counts, which is where the record stands. Several checksums that
/// depend on each other make what is left of it worthless (sqlite.org/walformat.html, 2.2).
bool SqliteFailedCommit::buryRecord()
{
    qint64 synchronous = 0;
    if (!readSqliteInteger(m_db, QStringLiteral("PRAGMA main.synchronous"), m_location, &synchronous))
        return false;
    m_synchronous = synchronous;
    if (!executeSqlite(m_db, QStringLiteral("PRAGMA main.synchronous=OFF; BEGIN IMMEDIATE"), m_location)) {
        static_cast<void>(restore()); // else before the next transaction
        return false;
    }
    qint64 version = 0;
    auto done = readSqliteInteger(m_db, QStringLiteral("PRAGMA main.user_version"), m_location, &version);
    if (done)
        done = executeSqlite(m_db, QStringLiteral("PRAGMA main.user_version=%1; COMMIT").arg(version),
                             m_location);
    if (sqlite3_get_autocommit(m_db) == 0)
        static_cast<void>(executeSqlite(m_db, QStringLiteral("ROLLBACK"), m_location));
    static_cast<void>(restore());
    return done.has_value();
}

/// Without log every commit counts up a number in the file: where it stands as before there was none. It is
/// read holding the lock, after which no journal is left to be rolled back.
std::optional<bool> SqliteFailedCommit::hasHappened(int code) const
{
    if (code == SQLITE_IOERR_DIR_FSYNC) // comes after the journal was deleted, which is the commit
        return true;
    if (!executeSqlite(m_db, QStringLiteral("BEGIN IMMEDIATE"), m_location))
        return std::nullopt;
    const std::optional<Header> header = readHeader();
    static_cast<void>(executeSqlite(m_db, QStringLiteral("ROLLBACK"), m_location));
    // The commit that was counted may as well be another program's, which came in between.
    return header && header->changes == m_before->changes ? std::optional(false) : std::nullopt;
}

std::optional<SqliteFailedCommit::Header> SqliteFailedCommit::readHeader() const
{
    sqlite3_file *const file = sqliteFilePointer(m_db, SQLITE_FCNTL_FILE_POINTER);
    if (!file)
        return std::nullopt;
    std::array<char, ChangeCounterOffset + sizeof(quint32) - WriteVersionOffset> bytes{};
    const int code =
        file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), WriteVersionOffset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) // an empty file has nothing but zeros
        return std::nullopt;
    return Header{bytes.front() == 2,
                  qFromBigEndian<quint32>(bytes.data() + ChangeCounterOffset - WriteVersionOffset)};
}

} // namespace Weir
