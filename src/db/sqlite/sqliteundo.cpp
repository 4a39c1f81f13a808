// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteundo.h"

#include "db/sqlite/sqlitedeferredkeys.h"
#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliterowhash.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

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

Expected<std::unique_ptr<SqliteUndo>, SqlError> SqliteUndo::open(sqlite3 *db, const QString &location,
                                                                 const SqliteUndoTarget &target)
{
    std::unique_ptr<SqliteUndo> undo(new SqliteUndo(db, location, target));
    if (SqlError error = undo->prepare())
        return tl::unexpected(error);
    return undo;
}

SqliteUndo::SqliteUndo(sqlite3 *db, QString location, const SqliteUndoTarget &target)
    : m_db(db)
    , m_location(std::move(location))
    , m_target(target)
    , m_hashed(static_cast<int>(target.hashed.size()) - 1)
    , m_savepoint(db, QStringLiteral("weir_undo"))
    , m_effects(db, target.table, target.hashed.constFirst(), target.deleteSql())
{}

/// Each error is asked for before the next statement is prepared.
SqlError SqliteUndo::prepare()
{
    for (const int code : {m_savepoint.code(), m_effects.code()}) {
        if (code != SQLITE_OK)
            return error(code);
    }
    m_read = SqliteStatement(m_db, m_target.readSql(), SqliteStatement::Lifetime::Kept);
    if (!m_read.isValid())
        return error();
    for (std::size_t i = 0; i < m_target.constant.size(); ++i) {
        if (m_target.constant[i].value->bind(m_read.get(), static_cast<int>(i) + 2) != SQLITE_OK)
            return error();
    }
    m_delete = SqliteStatement(m_db, m_target.deleteSql(), SqliteStatement::Lifetime::Kept);
    return m_delete.isValid() ? SqlError{} : error();
}

Expected<UndoResult, SqlError> SqliteUndo::remove(std::vector<qint64> *keys, QByteArray *rowHashes)
{
    Q_ASSERT(static_cast<std::size_t>(rowHashes->size()) == keys->size() * sizeof(quint32));
    UndoResult result;
    std::vector<qint64> stayingKeys; // from the last to the first
    QByteArray stayingHashes;
    for (std::size_t i = keys->size(); i-- > 0;) {
        const char *const hash = rowHashes->constData() + i * sizeof(quint32);
        const qint64 stayingBefore = result.refused + result.changed;
        if (SqlError error = removeRow(keys->at(i), qFromLittleEndian<quint32>(hash), &result))
            return tl::unexpected(error);
        if (result.refused + result.changed > stayingBefore) {
            stayingKeys.push_back(keys->at(i));
            stayingHashes.prepend(hash, sizeof(quint32));
        }
    }
    keys->assign(stayingKeys.rbegin(), stayingKeys.rend());
    *rowHashes = stayingHashes;
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
        if (const QString reason = reasonToStay(hash); !reason.isEmpty()) {
            ++result->changed;
            result->addExample(reason.arg(key));
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
    if (actions != SQLITE_DONE)
        return error(actions);
    if (const int code = guarded ? m_savepoint.set() : SQLITE_DONE; code != SQLITE_DONE)
        return error(code);
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
    if (guarded) {
        const int code = reason.isEmpty() ? m_savepoint.release() : m_savepoint.rollBack();
        if (code != SQLITE_DONE)
            return error(code);
    }
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

/// Of the row that was read, with a place for its key; empty: it is as the load left it.
QString SqliteUndo::reasonToStay(quint32 hash) const
{
    bool changed = sqliteRowHash(m_read.get(), m_hashed) != hash;
    const int cells = m_hashed + static_cast<int>(m_target.constant.size());
    for (int column = m_hashed; column < cells; ++column)
        changed = changed || m_read.integer(column) == 0;
    if (changed)
        return QCoreApplication::translate("SqliteUndo", "Row %1 was changed after the load.");
    if (m_target.unjudged.isEmpty())
        return {};
    return QCoreApplication::translate("SqliteUndo",
                                       "Row %1 stays: nobody knows what its column \"%2\" held after the "
                                       "load, and so whether somebody changed it.")
        .arg(QStringLiteral("%1"), m_target.unjudged);
}

SqlError SqliteUndo::error() const
{
    return sqliteError(m_db, m_location);
}

SqlError SqliteUndo::error(int code) const
{
    return sqliteError(m_db, code, m_location);
}

} // namespace Weir
