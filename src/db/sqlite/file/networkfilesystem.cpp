// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/networkfilesystem.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <sys/vfs.h>

namespace Weir {

bool isNetworkFileSystemType(unsigned long type)
{
    static constexpr std::array<unsigned long, 15> NetworkTypes{
        0x6969,     // NFS
        0x517b,     // SMB
        0xff534d42, // CIFS
        0xfe534d42, // SMB2
        0x65735546, // FUSE (sshfs, davfs …)
        0x01021997, // 9P
        0x5346414f, // AFS
        0x6b414653, // AFS of the kernel
        0x73757245, // Coda
        0x00c36400, // Ceph
        0x0bd00bd0, // Lustre
        0x47504653, // GPFS
        0x786f4256, // VirtualBox shared folder
        0x7461636f, // OCFS2
        0x01161970, // GFS2
    };
    return std::find(NetworkTypes.begin(), NetworkTypes.end(), type & 0xffffffffUL) != NetworkTypes.end();
}

bool isOnNetworkFileSystem(const QString &path)
{
    struct statfs status = {};
    if (statfs(QFile::encodeName(path).constData(), &status) != 0)
        return false;
    return isNetworkFileSystemType(static_cast<unsigned long>(status.f_type));
}

} // namespace Weir
