// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "db/sqlerror.h"

#include <QList>
#include <QString>

#include <optional>

struct sqlite3;

namespace Weir {

/// A table as the database has it. A value.
class SqliteTable
{
public:
    /// What SQLite makes of a declared type (sqlite.org/datatype3.html, 3.1).
    enum class Affinity { Text, Integer, Real, Numeric, None };

    struct Column
    {
        QString name;
        QString type; // as declared
        bool notNull = false;
        QString defaultSql; // an expression; null: none
        bool generated = false;
        int keyPosition = 0; // in the primary key, from 1; 0: not part of it
    };

    static Expected<SqliteTable, SqlError> read(sqlite3 *db, const QString &table, const QString &location);

    bool exists() const { return !m_type.isEmpty(); }
    /// As the database writes it.
    const QString &name() const { return m_name; }
    const QString &type() const { return m_type; }
    bool isWithoutRowId() const { return m_withoutRowId; }
    const QList<Column> &columns() const { return m_columns; }
    /// By name as SQLite compares names; nullptr: none.
    const Column *column(const QString &name) const;
    /// It is another name of the row's number.
    bool isRowId(const Column &column) const;
    /// The entity's fields that have no column here.
    QList<Field> missingFields(const Entity &entity) const;
    /// Why the entity's rows cannot go into this table, missing columns apart: a sentence, or empty.
    QString misfit(const Entity &entity, const QString &location) const;

    static Affinity affinityOf(const QString &declaredType);
    /// The column type that Weir declares for a field.
    static QString declaredType(const Field &field);

private:
    QString columnMisfit(const Field &field, const QString &table, const QString &location) const;
    QString extraColumnMisfit(const Entity &entity, const QString &location) const;

    QString m_name;
    QString m_type; // "table", "view", "virtual", "shadow"; empty: not there
    bool m_withoutRowId = false;
    QList<Column> m_columns;
};

} // namespace Weir
