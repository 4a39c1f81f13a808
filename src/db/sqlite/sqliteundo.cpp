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

QString referredTo()
{
    return QCoreApplication::translate("SqliteUndo", "other rows refer to it.");
}

void refuse(qint64 key, const QString &reason, UndoResult *result)
{
    ++result->refused;
    result->addExample(
        QCoreApplication::translate("SqliteUndo", "Row %1 cannot be removed: %2").arg(key).arg(reason));
}

} // namespace

SqliteUndo::SqliteUndo(sqlite3 *db, QString location, const QString &table, const QStringList &columns)
    : m_db(db)
    , m_location(std::move(location))
    , m_columns(static_cast<int>(columns.size()) - 1)
    , m_effects(db, table, columns.constFirst(), deleteSql(table, columns))
    , m_read(db, readSql(table, columns))
    , m_delete(db, deleteSql(table, columns))
    , m_savepoint(db, QStringLiteral("weir_undo"))
{}

Expected<UndoResult, SqlError> SqliteUndo::remove(std::vector<qint64> *keys, QByteArray *rowHashes)
{
    Q_ASSERT(static_cast<std::size_t>(rowHashes->size()) == keys->size() * sizeof(quint32));
    if (!m_read.isValid() || !m_delete.isValid())
        return tl::unexpected(error());
    UndoResult result;
    std::vector<qint64> refusedKeys; // from the last to the first
    QByteArray refusedHashes;
    for (std::size_t i = keys->size(); i-- > 0;) {
        const char *const hash = rowHashes->constData() + i * sizeof(quint32);
        const qint64 refusedBefore = result.refused;
        if (SqlError error = removeRow(keys->at(i), qFromLittleEndian<quint32>(hash), &result))
            return tl::unexpected(error);
        if (result.refused > refusedBefore) {
            refusedKeys.push_back(keys->at(i));
            refusedHashes.prepend(hash, sizeof(quint32));
        }
    }
    keys->assign(refusedKeys.rbegin(), refusedKeys.rend());
    *rowHashes = refusedHashes;
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
    const int actions = m_effects.actionsOn(key);
    if (actions == SQLITE_ROW) {
        refuse(key, referredTo(), result);
        return {};
    }
    const bool guarded = !m_effects.none();
    if (actions != SQLITE_DONE || (guarded && m_savepoint.set() != SQLITE_DONE))
        return error();
    const qint64 before = sqlite3_total_changes64(m_db);
    if (m_delete.bind(1, key) != SQLITE_OK)
        return error();
    QString reason;
    if (m_delete.run() == SQLITE_DONE) {
        reason = refusal(sqlite3_total_changes64(m_db) - before);
    } else {
        const SqlError failed = error();
        if (sqlite3_get_autocommit(m_db) != 0 || !failed.concernsRowOnly())
            return failed;
        reason = failed.sentence;
    }
    if (guarded && (reason.isEmpty() ? m_savepoint.release() : m_savepoint.rollBack()) != SQLITE_DONE)
        return error();
    if (!reason.isEmpty())
        refuse(key, reason, result);
    else
        ++result->removed;
    return {};
}

/// Why a delete that has succeeded must be taken back. `changes`: rows it changed in all tables.
QString SqliteUndo::refusal(qint64 changes) const
{
    if (m_effects.none())
        return {};
    if (sqlite3_changes64(m_db) != 1)
        return QCoreApplication::translate("SqliteUndo", "a trigger of the table keeps it.");
    if (hasOpenForeignKeys(m_db))
        return referredTo();
    if (changes > 1 && !m_effects.changingTriggers().isEmpty()) {
        return QCoreApplication::translate("SqliteUndo", "the trigger \"%1\" would change other rows.")
            .arg(m_effects.changingTriggers().join(QStringLiteral("\", \"")));
    }
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
            // Text in UTF-8, whatever the database's encoding is: first the bytes, then how many.
            const void *const bytes = type == SQLITE_TEXT
                ? static_cast<const void *>(sqlite3_column_text(row, column))
                : sqlite3_column_blob(row, column);
            const std::string_view content(static_cast<const char *>(bytes),
                                           static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
            if (type == SQLITE_TEXT)
                hash.add({StoredValue::Kind::Text, 0, 0, content});
            else
                hash.addBlob(content);
        }
    }
    return hash.value();
}

SqlError SqliteUndo::error() const
{
    return sqliteError(m_db, m_location);
}

} // namespace Weir
