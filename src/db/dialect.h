// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>

namespace Weir {

/// A column of a table that Weir makes for itself, and what it may hold.
struct ColumnDefinition
{
    enum class Type { Integer, Text, Bytes };

    QString name;
    Type type = Type::Integer;
    bool mandatory = true; // not NULL
    bool unique = false;
    // Of an integer itself, of the length of a text or of bytes:
    qint64 least = std::numeric_limits<qint64>::min();
    qint64 most = std::numeric_limits<qint64>::max();
};

struct TableDefinition
{
    QString name;
    QList<ColumnDefinition> columns;
    QStringList key;
    /// The key is one integer, which the database gives to rows that come without it.
    bool isNumbered = false;
};

/// How a kind of database spells things. Immutable: any thread.
class Dialect
{
public:
    Dialect() = default;
    virtual ~Dialect() = default;
    Dialect(const Dialect &) = delete;
    Dialect &operator=(const Dialect &) = delete;

    /// The name as an SQL identifier, whatever it holds.
    virtual QString identifier(const QString &name) const = 0;
    /// A table of the session's own schema, which no other one of the same name can stand before.
    virtual QString table(const QString &name) const = 0;

    virtual QString createTable(const TableDefinition &table) const = 0;
    virtual QString addColumn(const QString &table, const ColumnDefinition &column) const = 0;
    /// A condition: the column of a row holds what it must not. For tables that somebody else may have
    /// written to.
    virtual QString isOutside(const ColumnDefinition &column) const = 0;
};

} // namespace Weir
