// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

namespace Weir {

/// A figure of /proc/self/status in KiB, "VmRSS" or "VmHWM" (its peak); 0 where there is no such file.
inline qint64 processMemoryKiB(const char *name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name) && line.at(qstrlen(name)) == ':')
            return line.mid(qstrlen(name) + 1).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

/// The peak ("VmHWM") counts from now on.
inline bool resetPeakMemory()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly) && references.write("5") == 1;
}

} // namespace Weir
