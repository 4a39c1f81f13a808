// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/processmemory.h"

#include <QFile>

#include <unistd.h>

namespace Weir {

qint64 processMemory()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> fields = file.readLine().split(' ');
    return fields.value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace Weir
