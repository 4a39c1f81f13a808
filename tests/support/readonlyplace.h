// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir::Test {

/// Makes a file or directory read-only for as long as it lives, for root as well (whom permission bits do not
/// bind): the immutable attribute of Linux file systems.
class ReadOnlyPlace
{
public:
    explicit ReadOnlyPlace(const QString &path);
    ~ReadOnlyPlace();
    ReadOnlyPlace(const ReadOnlyPlace &) = delete;
    ReadOnlyPlace &operator=(const ReadOnlyPlace &) = delete;

    /// False where neither way works: skip the test.
    bool isReadOnly() const { return m_readOnly; }

private:
    bool setImmutable(bool immutable) const;

    QByteArray m_path;
    unsigned m_mode = 0;
    bool m_byMode = false;
    bool m_readOnly = false;
};

/// A file system of a few hundred KiB, mounted while it lives. Needs root.
class SmallDisk
{
public:
    SmallDisk(const QString &directory, int kibibytes);
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }

private:
    QByteArray m_directory;
    bool m_mounted = false;
};

} // namespace Weir::Test
