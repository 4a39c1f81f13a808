// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitehandle.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefilepointer.h"

#include <QtEndian>

#include <sqlite3.h>

namespace Weir {

namespace {
constexpr int CheckpointLock = 1; // WAL_CKPT_LOCK, sqlite.org/walformat.html, 2.3.1
}

void SqliteHandle::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Expected<SqliteHandle, SqlError> SqliteHandle::open(const QString &file, Access access)
{
    int flags = SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (access == Access::Create)
        flags |= SQLITE_OPEN_CREATE | SQLITE_OPEN_NOFOLLOW; // what a link points at is not made
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &opened, flags, nullptr);
    SqliteHandle handle;
    handle.m_handle.reset(opened);
    if (code != SQLITE_OK)
        return tl::unexpected(opened ? sqliteError(opened, file) : sqliteError(code, {}, file));
    return handle;
}

QByteArray SqliteHandle::readHeader(int size) const
{
    sqlite3_file *const source = file();
    sqlite3_int64 fileSize = 0;
    if (!source || source->pMethods->xFileSize(source, &fileSize) != SQLITE_OK)
        return {};
    QByteArray header(static_cast<qsizetype>(qMin<sqlite3_int64>(fileSize, size)), '\0');
    if (!header.isEmpty()
        && source->pMethods->xRead(source, header.data(), static_cast<int>(header.size()), 0) != SQLITE_OK)
        return {};
    return header;
}

std::optional<SqliteHandle::LogIndex> SqliteHandle::logIndex() const
{
    // Mapped before SQLite has opened the log, nobody would ever unmap it.
    if (!sqliteFilePointer(m_handle.get(), SQLITE_FCNTL_JOURNAL_POINTER))
        return std::nullopt;
    constexpr int IndexBlockSize = 32768;
    sqlite3_file *const source = file();
    void volatile *index = nullptr;
    if (!source || source->pMethods->iVersion < 2
        || source->pMethods->xShmMap(source, 0, IndexBlockSize, 0, &index) != SQLITE_OK || !index)
        return std::nullopt;
    const auto *words = static_cast<const volatile quint32 *>(index);
    const auto word = [words](int offset) {
        return words[offset / 4];
    };
    return LogIndex{word(8), word(16), word(20), qFromBigEndian(word(32)), word(36), word(96), word(128)};
}

bool SqliteHandle::barCheckpoints() const
{
    sqlite3_file *const source = file();
    return source
        && source->pMethods->xShmLock(source, CheckpointLock, 1, SQLITE_SHM_LOCK | SQLITE_SHM_EXCLUSIVE)
        == SQLITE_OK;
}

void SqliteHandle::allowCheckpoints() const
{
    if (sqlite3_file *const source = file()) {
        // A lock that is given back cannot fail in a way that anybody could mend.
        static_cast<void>(
            source->pMethods->xShmLock(source, CheckpointLock, 1, SQLITE_SHM_UNLOCK | SQLITE_SHM_EXCLUSIVE));
    }
}

int SqliteHandle::syncLog() const
{
    sqlite3_file *const log = sqliteFilePointer(m_handle.get(), SQLITE_FCNTL_JOURNAL_POINTER);
    return log ? log->pMethods->xSync(log, SQLITE_SYNC_NORMAL) : SQLITE_IOERR_FSYNC;
}

int SqliteHandle::syncFile() const
{
    sqlite3_file *const source = file();
    return source ? source->pMethods->xSync(source, SQLITE_SYNC_NORMAL) : SQLITE_IOERR_FSYNC;
}

sqlite3_file *SqliteHandle::file() const
{
    return sqliteFilePointer(m_handle.get(), SQLITE_FCNTL_FILE_POINTER);
}

} // namespace Weir
