// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitedialect.h"

#include "db/sqlite/statements/sqliteidentifier.h"

#include <algorithm>

namespace Weir {

namespace {

QLatin1String typeOf(const ColumnDefinition &column)
{
    switch (column.type) {
    case ColumnDefinition::Type::Integer:
        return QLatin1String("INTEGER");
    case ColumnDefinition::Type::Text:
        return QLatin1String("TEXT");
    case ColumnDefinition::Type::Bytes:
        break;
    }
    return QLatin1String("BLOB");
}

} // namespace

QString SqliteDialect::identifier(const QString &name) const
{
    return sqliteIdentifier(name);
}

QString SqliteDialect::table(const QString &name) const
{
    return QStringLiteral("main.") + sqliteIdentifier(name);
}

QString SqliteDialect::createTable(const TableDefinition &table) const
{
    QStringList parts;
    for (const ColumnDefinition &column : table.columns) {
        const bool isNumber = table.isNumbered && table.key.contains(column.name);
        parts += identifier(column.name) + u' ' + typeOf(column)
            + QLatin1String(isNumber               ? " PRIMARY KEY"
                                : column.mandatory ? " NOT NULL"
                                                   : "")
            + QLatin1String(column.unique ? " UNIQUE" : "");
    }
    if (!table.isNumbered) {
        QStringList key;
        std::transform(table.key.begin(), table.key.end(), std::back_inserter(key), sqliteIdentifier);
        parts += QStringLiteral("PRIMARY KEY(") + key.join(u',') + u')';
    }
    return QStringLiteral("CREATE TABLE ") + this->table(table.name) + u'(' + parts.join(u',') + u')';
}

QString SqliteDialect::addColumn(const QString &table, const ColumnDefinition &column) const
{
    return QStringLiteral("ALTER TABLE ") + this->table(table) + QStringLiteral(" ADD COLUMN ")
        + identifier(column.name) + u' ' + typeOf(column);
}

/// A column's type binds nobody here: each value has its own.
QString SqliteDialect::isOutside(const ColumnDefinition &column) const
{
    const QString name = identifier(column.name);
    QString condition = QStringLiteral("typeof(%1) NOT IN ('%2'%3)")
                            .arg(name, QString(typeOf(column)).toLower(),
                                 column.mandatory ? QString() : QStringLiteral(",'null'"));
    const QString measure =
        column.type == ColumnDefinition::Type::Integer ? name : QStringLiteral("length(%1)").arg(name);
    if (column.least != std::numeric_limits<qint64>::min())
        condition += QStringLiteral(" OR %1<%2").arg(measure).arg(column.least);
    if (column.most != std::numeric_limits<qint64>::max())
        condition += QStringLiteral(" OR %1>%2").arg(measure).arg(column.most);
    return condition;
}

} // namespace Weir
