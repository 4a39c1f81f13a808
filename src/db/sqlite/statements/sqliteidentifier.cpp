// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqliteidentifier.h"

#include <sqlite3.h>

namespace Weir {

QString sqliteIdentifier(const QString &name)
{
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return u'"' + quoted + u'"';
}

QString sqliteTarget(const Entity &entity, bool withKey)
{
    QStringList columns;
    for (const Field &field : entity.fields) {
        if (withKey || !field.key)
            columns += sqliteIdentifier(field.name);
    }
    return QStringLiteral("main.") + sqliteIdentifier(entity.table) + QStringLiteral(" (")
        + columns.join(u',') + u')';
}

QString sqliteRowSql(const QString &table, const QString &key, const QStringList &expressions)
{
    return QStringLiteral("SELECT ")
        + (expressions.isEmpty() ? QStringLiteral("NULL") : expressions.join(u','))
        + QStringLiteral(" FROM main.") + sqliteIdentifier(table) + QStringLiteral(" WHERE ")
        + sqliteIdentifier(key) + QStringLiteral("=?");
}

bool isSameSqliteName(const QString &one, const QString &other)
{
    return sqlite3_stricmp(one.toUtf8().constData(), other.toUtf8().constData()) == 0;
}

bool isSqliteIdentifier(const QString &name)
{
    return !name.isEmpty() && !name.contains(QChar(u'\0'));
}

} // namespace Weir
