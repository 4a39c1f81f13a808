// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteundo.h"

#include "db/rowhash.h"
#include "db/sqlite/sqlitedeferredkeys.h"
#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliteidentifier.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

QString readSql(const QString &table, const QStringList &columns)
{
    QStringList names;
    std::transform(columns.begin() + 1, columns.end(), std::back_inserter(names), sqliteIdentifier);
    if (names.isEmpty())
        names += QStringLiteral("NULL");
    return QStringLiteral("SELECT ") + names.join(u',') + QStringLiteral(" FROM main.")
        + sqliteIdentifier(table) + QStringLiteral(" WHERE ") + sqliteIdentifier(columns.constFirst())
        + QStringLiteral("=?1");
}

QString deleteSql(const QString &table, const QStringList &columns)
{
    return QStringLiteral("DELETE FROM main.") + sqliteIdentifier(table) + QStringLiteral(" WHERE ")
        + sqliteIdentifier(columns.constFirst()) + QStringLiteral("=?1");
}

QString refusedSentence(qint64 key, const QString &reason)
{
    return QCoreApplication::translate("SqliteUndo", "Row %1 cannot be removed: %2").arg(key).arg(reason);
}

} // namespace

SqliteUndo::SqliteUndo(sqlite3 *db, QString location, const QString &table, const QStringList &columns)
    : m_db(db)
    , m_location(std::move(location))
    , m_columns(static_cast<int>(columns.size()) - 1)
    , m_guarded(isReferenced(table))
    , m_read(db, readSql(table, columns))
    , m_delete(db, deleteSql(table, columns))
    , m_savepoint(db, QStringLiteral("weir_undo"))
{}

Expected<UndoResult, SqlError> SqliteUndo::remove(const std::vector<qint64> &keys,
                                                  const QByteArray &rowHashes)
{
    Q_ASSERT(static_cast<std::size_t>(rowHashes.size()) == keys.size() * sizeof(quint32));
    if (!m_read.isValid() || !m_delete.isValid())
        return tl::unexpected(error());
    UndoResult result;
    for (std::size_t i = keys.size(); i-- > 0;) {
        const auto hash = qFromLittleEndian<quint32>(rowHashes.constData() + i * sizeof(quint32));
        if (SqlError error = removeRow(keys[i], hash, &result))
            return tl::unexpected(error);
    }
    return result;
}

SqlError SqliteUndo::removeRow(qint64 key, quint32 hash, UndoResult *result)
{
    {
        const SqliteReset reset(m_read);
        if (m_read.bind(1, key) != SQLITE_OK)
            return error();
        const int code = m_read.step();
        if (code == SQLITE_DONE) {
            ++result->gone;
            return {};
        }
        if (code != SQLITE_ROW)
            return error();
        if (hashOfRow() != hash) {
            ++result->changed;
            result->addExample(
                QCoreApplication::translate("SqliteUndo", "Row %1 was changed after the load.").arg(key));
            return {};
        }
    }
    return deleteRow(key, result);
}

SqlError SqliteUndo::deleteRow(qint64 key, UndoResult *result)
{
    if (m_guarded && m_savepoint.set() != SQLITE_DONE)
        return error();
    const qint64 before = sqlite3_total_changes64(m_db);
    if (m_delete.bind(1, key) != SQLITE_OK)
        return error();
    const int code = m_delete.run();
    if (code != SQLITE_DONE) {
        const SqlError failed = error();
        return sqlite3_get_autocommit(m_db) == 0 && failed.concernsRowOnly()
            ? takeBack(key, failed.sentence, result)
            : failed;
    }
    if (sqlite3_changes64(m_db) != 1) {
        return takeBack(key, QCoreApplication::translate("SqliteUndo", "a trigger of the table keeps it."),
                        result);
    }
    if (m_guarded && (hasOpenForeignKeys(m_db) || sqlite3_total_changes64(m_db) != before + 1)) {
        return takeBack(key, QCoreApplication::translate("SqliteUndo", "other rows refer to it."), result);
    }
    ++result->removed;
    return !m_guarded || m_savepoint.release() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteUndo::takeBack(qint64 key, const QString &reason, UndoResult *result)
{
    ++result->refused;
    result->addExample(refusedSentence(key, reason));
    if (m_guarded && m_savepoint.rollBack() != SQLITE_DONE)
        return error();
    return {};
}

quint32 SqliteUndo::hashOfRow() const
{
    sqlite3_stmt *row = m_read.get();
    RowHash hash;
    for (int column = 0; column < m_columns; ++column) {
        const int type = sqlite3_column_type(row, column);
        if (type == SQLITE_INTEGER) {
            hash.add({StoredValue::Kind::Integer, sqlite3_column_int64(row, column), 0, {}});
        } else if (type == SQLITE_FLOAT) {
            hash.add({StoredValue::Kind::Number, 0, sqlite3_column_double(row, column), {}});
        } else if (type == SQLITE_NULL) {
            hash.add({});
        } else {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, column));
            const std::string_view content(bytes,
                                           static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
            if (type == SQLITE_TEXT)
                hash.add({StoredValue::Kind::Text, 0, 0, content});
            else
                hash.addBlob(content);
        }
    }
    return hash.value();
}

bool SqliteUndo::isReferenced(const QString &table) const
{
    SqliteStatement statement(m_db,
                              QStringLiteral("SELECT 1 FROM pragma_foreign_keys, pragma_table_list AS t, "
                                             "pragma_foreign_key_list(t.name, 'main') AS f "
                                             "WHERE foreign_keys AND t.schema='main' "
                                             "AND f.\"table\"=?1 COLLATE NOCASE"));
    // Doubt costs time only.
    return !statement.isValid() || statement.bind(1, table) != SQLITE_OK || statement.step() != SQLITE_DONE;
}

SqlError SqliteUndo::error() const
{
    return sqliteError(m_db, m_location);
}

} // namespace Weir
