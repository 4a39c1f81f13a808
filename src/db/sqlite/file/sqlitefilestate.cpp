// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqlitefilestate.h"

#include <QFile>
#include <QtEndian>

#include <unistd.h>
#include <utility>

namespace Weir {

namespace {

constexpr QByteArrayView Magic("SQLite format 3\0", 16);
constexpr int HeaderSize = 100;
constexpr char WalVersion = 2;

} // namespace

/// sqlite.org/fileformat2.html, 1.3
struct SqliteFileState::Header
{
    qint64 pageSize = 0;
    char writeVersion = 0;
    quint32 changes = 0;
    quint32 schema = 0; // counts its changes, too
    quint32 encoding = 0;

    static std::optional<Header> read(const QByteArray &bytes)
    {
        if (bytes.size() != HeaderSize || !bytes.startsWith(Magic))
            return std::nullopt;
        const char *header = bytes.constData();
        const int size = qFromBigEndian<quint16>(header + 16);
        return Header{size == 1 ? 65536 : size, bytes.at(18), qFromBigEndian<quint32>(header + 24),
                      qFromBigEndian<quint32>(header + 40), qFromBigEndian<quint32>(header + 56)};
    }

    /// Can what SQLite writes into the file lead from `before` to this?
    bool canFollow(const Header &before) const
    {
        return pageSize == before.pageSize && writeVersion == WalVersion
            && (encoding == before.encoding || before.encoding == 0)
            && static_cast<qint32>(changes - before.changes) >= 0
            && static_cast<qint32>(schema - before.schema) >= 0;
    }
};

bool SqliteFileState::State::operator==(const State &other) const
{
    return identity == other.identity && size == other.size && modified.tv_sec == other.modified.tv_sec
        && modified.tv_nsec == other.modified.tv_nsec;
}

SqliteFileState::SqliteFileState(QString path)
    : m_path(std::move(path))
{}

void SqliteFileState::remember(const SqliteHandle &handle, bool wal)
{
    // In this order: what is copied into the file in between then shows in the index, too.
    m_index = wal ? handle.logIndex() : std::nullopt;
    m_header = handle.readHeader(HeaderSize);
    m_state = stateOf(m_path);
    m_log = stateOf(m_path + QStringLiteral("-wal"));
    m_shared = stateOf(m_path + QStringLiteral("-shm"));
}

bool SqliteFileState::isSameFile() const
{
    const std::optional<State> now = stateOf(m_path);
    return now && m_state && now->identity == m_state->identity;
}

bool SqliteFileState::isReplaced(const SqliteHandle &handle, bool wal, SqliteNeighbours &neighbours) const
{
    const std::optional<State> state = stateOf(m_path);
    if (!state || !m_state || state->identity != m_state->identity)
        return true;
    // In WAL mode nobody writes to the file itself but checkpoints. Otherwise every commit does.
    if (wal && *state != *m_state && !isWrittenBySqlite(handle, neighbours))
        return true;
    return !isHeaderGood(handle);
}

bool SqliteFileState::isWrittenBySqlite(const SqliteHandle &handle, SqliteNeighbours &neighbours) const
{
    const std::optional<SqliteHandle::LogIndex> now = handle.logIndex();
    if (!now || !m_index)
        return true;
    if (!isCopied(*now, neighbours))
        return false;
    const std::optional<Header> before = Header::read(m_header);
    const QByteArray bytes = handle.readHeader(HeaderSize);
    const std::optional<Header> header = Header::read(bytes);
    if (!before || !header)
        return !before || bytes.isNull();
    if (!header->canFollow(*before))
        return false;
    const std::optional<State> state = stateOf(m_path);
    // Nobody has written meanwhile, and the whole log is in the file: then all pages are.
    const bool isSettled = now->frames == now->copied && handle.logIndex() == now;
    return !isSettled || !state || state->size >= now->pages * header->pageSize;
}

/// Has anybody copied something of the log into the file? Whoever does says so in the log's index before.
bool SqliteFileState::isCopied(const SqliteHandle::LogIndex &now, SqliteNeighbours &neighbours) const
{
    const SqliteHandle::LogIndex &before = *m_index;
    const bool sameLog = now.resets == before.resets && now.salt == before.salt;
    if (sameLog)
        return now.copied != before.copied || now.attempted != before.attempted || now.attempted > now.copied;
    // All of the log was in the file, so that the next commit began it anew, and nothing of that is copied.
    const bool nothingToCopy =
        before.frames == before.copied && now.resets == before.resets + 1 && now.attempted == 0;
    return !nothingToCopy || neighbours.areThere();
}

bool SqliteFileState::isHeaderGood(const SqliteHandle &handle) const
{
    const QByteArray header = handle.readHeader(HeaderSize);
    // One that could not be read says nothing of the file: what reads from it next tells the true trouble.
    return header.isNull() || isEmpty(m_path) || Header::read(header);
}

bool SqliteFileState::contradictsLogIndex(const SqliteHandle &handle) const
{
    const std::optional<State> log = stateOf(m_path + QStringLiteral("-wal"));
    const std::optional<State> state = stateOf(m_path);
    const std::optional<Header> header = Header::read(handle.readHeader(HeaderSize));
    const bool inWalMode = header && header->writeVersion == WalVersion;
    if (!state || !isSameFile() || !inWalMode || (log && log->size > 0))
        return false;
    const std::optional<SqliteHandle::LogIndex> index = handle.logIndex();
    return index && index->pages != 0 && index->pages * header->pageSize != state->size;
}

void SqliteFileState::removeStaleCompanions() const
{
    if (!m_state || isSameFile())
        return;
    // The file is another one, but these still are those of the old: SQLite would replay the old log into the
    // new file, and share the old index with connections that are still to be closed.
    removeStale(m_path + QStringLiteral("-wal"), m_log);
    removeStale(m_path + QStringLiteral("-shm"), m_shared);
}

void SqliteFileState::removeStale(const QString &path, const std::optional<State> &known)
{
    const std::optional<State> current = stateOf(path);
    if (known && current && current->identity == known->identity && S_ISREG(current->mode)
        && current->links == 1)
        ::unlink(QFile::encodeName(path).constData());
}

bool SqliteFileState::isEmpty(const QString &path)
{
    return sizeOf(path) == 0;
}

std::optional<qint64> SqliteFileState::sizeOf(const QString &path)
{
    const std::optional<State> state = stateOf(path);
    return state ? std::optional<qint64>(state->size) : std::nullopt;
}

std::optional<SqliteFileState::State> SqliteFileState::stateOf(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return State{
        {status.st_dev, status.st_ino}, status.st_size, status.st_mtim, status.st_mode, status.st_nlink};
}

} // namespace Weir
