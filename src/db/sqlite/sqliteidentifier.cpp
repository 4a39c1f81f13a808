// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteidentifier.h"

namespace Weir {

QString sqliteIdentifier(const QString &name)
{
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

bool isSqliteIdentifier(const QString &name)
{
    return !name.isEmpty() && !name.contains(QChar(u'\0'));
}

} // namespace Weir
