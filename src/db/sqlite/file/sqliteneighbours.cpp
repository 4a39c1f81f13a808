// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqliteneighbours.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {
constexpr off_t OpenLock = 128; // UNIX_SHM_DMS: every connection has it shared
}

bool hasWalResetBug(int version)
{
    constexpr int Mended = 3'051'003;
    const int branch = version / 1000;
    const int patch = version % 1000;
    const bool mendedBranch = (branch == 3044 && patch >= 6) || (branch == 3050 && patch >= 7);
    return version < Mended && !mendedBranch;
}

SqliteNeighbours::SqliteNeighbours(const QString &database)
    : m_index(database + QStringLiteral("-shm"))
{}

SqliteNeighbours::~SqliteNeighbours()
{
    for (const int descriptor : m_descriptors)
        ::close(descriptor);
}

bool SqliteNeighbours::areThere()
{
    const std::lock_guard lock(m_mutex);
    const int index = descriptor();
    if (index < 0)
        return errno != ENOENT;
    struct flock theirs = {};
    theirs.l_type = F_WRLCK;
    theirs.l_whence = SEEK_SET;
    theirs.l_start = OpenLock;
    theirs.l_len = 1;
    // Not /proc/locks: it leaves out processes of other containers.
    return ::fcntl(index, F_GETLK, &theirs) != 0 || theirs.l_type != F_UNLCK;
}

int SqliteNeighbours::descriptor()
{
    const QByteArray name = QFile::encodeName(m_index);
    struct stat named = {};
    if (::lstat(name.constData(), &named) != 0)
        return -1;
    if (!m_descriptors.empty() && named.st_dev == m_device && named.st_ino == m_inode)
        return m_descriptors.back();
    const int opened = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (opened < 0)
        return -1;
    m_descriptors.push_back(opened);
    m_device = named.st_dev;
    m_inode = named.st_ino;
    return opened;
}

} // namespace Weir
