// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// A lock between processes: a file that the kernel keeps locked (flock) for as long as its holder lives, and
/// not a moment longer. The file names the holder and goes with the lock. One thread at a time. A file that
/// is not such a lock (a link, a second name of another file, other content) is neither written nor removed.
class ProcessLock
{
public:
    enum class Outcome { Locked, Taken, NotPermitted, NoSpace, NotALockFile, Failed };

    explicit ProcessLock(QString path)
        : m_path(std::move(path))
    {}
    ~ProcessLock() { unlock(); }
    ProcessLock(const ProcessLock &) = delete;
    ProcessLock &operator=(const ProcessLock &) = delete;

    bool isLocked() const { return m_descriptor >= 0; }
    /// Does not wait.
    [[nodiscard]] Outcome tryLock();
    void unlock();
    /// The process that holds it; 0: not known.
    qint64 holder() const;

private:
    bool isOnDisk(int descriptor) const;

    const QString m_path;
    int m_descriptor = -1;
};

} // namespace Weir
