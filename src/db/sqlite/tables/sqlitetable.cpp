// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitetable.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

bool holds(SqliteTable::Affinity affinity, FieldType type)
{
    switch (affinity) {
    case SqliteTable::Affinity::None:
        return true;
    case SqliteTable::Affinity::Text:
        return type == FieldType::Text; // numbers would sort as text
    case SqliteTable::Affinity::Integer:
        return type == FieldType::Integer; // text like "007" would become 7
    case SqliteTable::Affinity::Real:
        return type == FieldType::Number; // integers beyond 2^53 would be rounded
    case SqliteTable::Affinity::Numeric:
        return isNumeric(type);
    }
    return false;
}

} // namespace

Expected<SqliteTable, SqlError> SqliteTable::read(sqlite3 *db, const QString &table, const QString &location)
{
    // PRAGMA statements: a table of the file's can have the name of a table-valued function.
    SqliteTable result;
    SqliteStatement kind(db, QStringLiteral("PRAGMA main.table_list(") + sqliteIdentifier(table) + u')');
    if (!kind.isValid())
        return tl::unexpected(sqliteError(db, location));
    int code = kind.step();
    if (code == SQLITE_ROW) {
        result.m_name = kind.text(1);
        result.m_type = kind.text(2);
        result.m_withoutRowId = kind.integer(4) != 0;
    } else if (code != SQLITE_DONE) {
        return tl::unexpected(sqliteError(db, location));
    }

    SqliteStatement columns(db, QStringLiteral("PRAGMA main.table_xinfo(") + sqliteIdentifier(table) + u')');
    if (!columns.isValid())
        return tl::unexpected(sqliteError(db, location));
    while ((code = columns.step()) == SQLITE_ROW) {
        const bool generated = columns.integer(6) > 1; // 2: virtual, 3: stored
        result.m_columns.append({columns.text(1), columns.text(2), columns.integer(3) != 0, columns.text(4),
                                 generated, static_cast<int>(columns.integer(5))});
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(sqliteError(db, location));
    return result;
}

QList<Field> SqliteTable::missingFields(const Entity &entity) const
{
    QList<Field> missing;
    std::copy_if(entity.fields.begin(), entity.fields.end(), std::back_inserter(missing),
                 [this](const Field &field) { return !column(field.name); });
    return missing;
}

QString SqliteTable::misfit(const Entity &entity, const QString &location) const
{
    if (m_type != QLatin1String("table")) {
        return QCoreApplication::translate(
                   "SqliteTable",
                   "\"%1\" in the database %2 is not an ordinary table (but: %3): choose "
                   "another table name or another file.")
            .arg(entity.table, location, m_type);
    }
    for (const Field &field : entity.fields) {
        const QString misfit = columnMisfit(field, entity.table, location);
        if (!misfit.isEmpty())
            return misfit;
    }
    return extraColumnMisfit(entity, location);
}

SqliteTable::Affinity SqliteTable::affinityOf(const QString &declaredType)
{
    const auto has = [&](QLatin1String part) {
        return declaredType.contains(part, Qt::CaseInsensitive);
    };
    if (has(QLatin1String("INT")))
        return Affinity::Integer;
    if (has(QLatin1String("CHAR")) || has(QLatin1String("CLOB")) || has(QLatin1String("TEXT")))
        return Affinity::Text;
    if (declaredType.isEmpty() || has(QLatin1String("BLOB")))
        return Affinity::None;
    if (has(QLatin1String("REAL")) || has(QLatin1String("FLOA")) || has(QLatin1String("DOUB")))
        return Affinity::Real;
    return Affinity::Numeric;
}

QString SqliteTable::declaredType(const Field &field)
{
    if (field.key)
        return QStringLiteral("INTEGER PRIMARY KEY");
    switch (field.type) {
    case FieldType::Text:
        return QStringLiteral("TEXT");
    case FieldType::Integer:
        return QStringLiteral("INTEGER");
    case FieldType::Number:
        return QStringLiteral("REAL");
    default: // never asked for: SqliteSchema refuses them
        return {};
    }
}

const SqliteTable::Column *SqliteTable::column(const QString &name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(), [&](const Column &column) {
        return isSameSqliteName(column.name, name);
    });
    return found == m_columns.end() ? nullptr : &*found;
}

bool SqliteTable::isRowId(const Column &column) const
{
    const auto keyColumns = std::count_if(m_columns.begin(), m_columns.end(),
                                          [](const Column &other) { return other.keyPosition > 0; });
    return !m_withoutRowId && column.keyPosition == 1 && keyColumns == 1
        && column.type.compare(QLatin1String("INTEGER"), Qt::CaseInsensitive) == 0;
}

QString SqliteTable::columnMisfit(const Field &field, const QString &table, const QString &location) const
{
    const Column *found = column(field.name);
    if (!found)
        return {};
    if (found->generated) {
        return QCoreApplication::translate(
                   "SqliteTable",
                   "Column \"%1\" of table \"%2\" in the database %3 is computed and takes "
                   "no values: remove the field from the project.")
            .arg(field.name, table, location);
    }
    if (field.key && !isRowId(*found)) {
        return QCoreApplication::translate(
                   "SqliteTable",
                   "Column \"%1\" of table \"%2\" in the database %3 is not the table's "
                   "INTEGER PRIMARY KEY: choose another table or key field.")
            .arg(field.name, table, location);
    }
    if (field.key || holds(affinityOf(found->type), field.type))
        return {};
    return QCoreApplication::translate(
               "SqliteTable",
               "Column \"%1\" of table \"%2\" in the database %3 has the type %4 where the "
               "project says %5: change the field's type or choose another table.")
        .arg(field.name, table, location, found->type, declaredType(field));
}

QString SqliteTable::extraColumnMisfit(const Entity &entity, const QString &location) const
{
    for (const Column &column : m_columns) {
        const bool known = std::any_of(entity.fields.begin(), entity.fields.end(), [&](const Field &field) {
            return isSameSqliteName(field.name, column.name);
        });
        if (known || !column.notNull || !column.defaultSql.isNull() || column.generated || isRowId(column))
            continue;
        return QCoreApplication::translate(
                   "SqliteTable",
                   "Table \"%1\" in the database %2 has a column \"%3\" that must have a "
                   "value (NOT NULL) but is no field of the project: add the field or "
                   "choose another table.")
            .arg(entity.table, location, column.name);
    }
    return {};
}

} // namespace Weir
