// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

#include <QList>
#include <QString>

namespace Weir {

enum class FieldType { Text, Integer, Number, Decimal, Boolean, Date, Time, DateTime, Uuid, Json, Binary };

/// The type's name in project files: "text", "integer", "number" …
QString fieldTypeName(FieldType type);
/// False when no type has this name.
bool fieldTypeFromName(const QString &name, FieldType *type);
/// Cells of this type can be read, checked and written. Fields of the other types are kept in projects only.
bool isReadable(FieldType type);
bool isNumeric(FieldType type);

struct Field
{
    QString name;  // the column's name in the table
    QString label; // what people read, in messages and headers: "User ID"
    FieldType type = FieldType::Text;
    bool key = false; // the integer primary key; left blank, the database gives the value
    QList<Rule> rules;

    bool operator==(const Field &) const = default;
};

/// One kind of record, and the database it is routed to.
struct Entity
{
    QString name;     // "users": how files and command lines name it
    QString title;    // "Users": what people read
    QString singular; // "User"
    QString table;
    QString database;    // DatabaseProfile::name
    QString display;     // what the report calls a row: "User '{name}' ({email})"
    QList<Field> fields; // exactly one is the key

    bool operator==(const Entity &) const = default;

    int fieldIndex(const QString &fieldName) const; // -1: none
    int keyIndex() const;                           // -1: none
    const Field &keyField() const;
};

} // namespace Weir
