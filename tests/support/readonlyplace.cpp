// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/readonlyplace.h"

#include <QFile>

#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir::Test {

ReadOnlyPlace::ReadOnlyPlace(const QString &path)
    : m_path(QFile::encodeName(path))
{
    struct stat status = {};
    if (::stat(m_path.constData(), &status) != 0)
        return;
    m_mode = status.st_mode & 07777U;
    m_byMode = ::geteuid() != 0;
    m_readOnly = m_byMode ? ::chmod(m_path.constData(), m_mode & ~0222U) == 0 : setImmutable(true);
}

ReadOnlyPlace::~ReadOnlyPlace()
{
    if (!m_readOnly)
        return;
    const bool restored = m_byMode ? ::chmod(m_path.constData(), m_mode) == 0 : setImmutable(false);
    if (!restored)
        qWarning("%s stays read-only", m_path.constData());
}

bool ReadOnlyPlace::setImmutable(bool immutable) const
{
    const int descriptor = ::open(m_path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    int flags = 0;
    bool set = ::ioctl(descriptor, FS_IOC_GETFLAGS, &flags) == 0;
    flags = immutable ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
    set = set && ::ioctl(descriptor, FS_IOC_SETFLAGS, &flags) == 0;
    ::close(descriptor);
    return set;
}

SmallDisk::SmallDisk(const QString &directory, int kibibytes)
    : m_directory(QFile::encodeName(directory))
{
    const QByteArray options = "size=" + QByteArray::number(kibibytes) + "k";
    m_mounted = ::mount("none", m_directory.constData(), "tmpfs", 0, options.constData()) == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_mounted && ::umount2(m_directory.constData(), MNT_DETACH) != 0)
        qWarning("%s stays mounted", m_directory.constData());
}

} // namespace Weir::Test
