// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/emptying/sqliteemptying.h"

#include "core/text/printabletext.h"
#include "db/sqlite/emptying/sqlitetakenrows.h"
#include "db/sqlite/statements/sqliteauthorizer.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/tables/sqlitedeferredkeys.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <new>
#include <optional>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {

// What a window that crashed has taken away can be had back that long by hand.
constexpr std::chrono::hours LeftoversStay{24 * 7};

/// What else a statement may do, told by the authorizer while it is compiled
/// (sqlite.org/c3ref/set_authorizer.html): triggers by their names, actions of foreign keys by their tables.
struct SideEffects
{
    QStringList triggers;
    QStringList tables;
    bool isIncomplete = false; // for lack of memory

    static int note(void *effects, int action, const char *table, const char *, const char *,
                    const char *trigger) noexcept
    {
        auto *self = static_cast<SideEffects *>(effects);
        try {
            if (trigger)
                self->triggers += QString::fromUtf8(trigger);
            if (action == SQLITE_DELETE || action == SQLITE_UPDATE || action == SQLITE_INSERT)
                self->tables += QString::fromUtf8(table);
        } catch (const std::bad_alloc &) {
            self->isIncomplete = true;
        }
        return SQLITE_OK;
    }
};

bool hasTable(const std::vector<SqliteTakenTable> &tables, const QString &name)
{
    return std::any_of(tables.begin(), tables.end(),
                       [&](const SqliteTakenTable &table) { return isSameSqliteName(table.name, name); });
}

/// While it lives, tells the first table that loses or changes rows without being one of `tables`: the
/// pre-update hook is told of what foreign keys do as well (sqlite.org/c3ref/preupdate_blobwrite.html).
class OutsideChanges
{
public:
    OutsideChanges(sqlite3 *db, const std::vector<SqliteTakenTable> &tables)
        : m_db(db)
        , m_tables(tables)
    {
        sqlite3_preupdate_hook(db, note, this);
    }
    ~OutsideChanges() { sqlite3_preupdate_hook(m_db, nullptr, nullptr); }
    OutsideChanges(const OutsideChanges &) = delete;
    OutsideChanges &operator=(const OutsideChanges &) = delete;

    const QString &table() const { return m_table; } // empty: none
    /// There was no memory to look at all of them.
    bool isIncomplete() const { return m_isIncomplete; }

private:
    static void note(void *changes, sqlite3 *, int, const char *, const char *table, qint64, qint64) noexcept
    {
        auto *self = static_cast<OutsideChanges *>(changes);
        try {
            const QString name = QString::fromUtf8(table);
            if (self->m_table.isEmpty() && !hasTable(self->m_tables, name))
                self->m_table = name;
        } catch (const std::bad_alloc &) {
            self->m_isIncomplete = true;
        }
    }

    sqlite3 *const m_db;
    const std::vector<SqliteTakenTable> &m_tables;
    QString m_table;
    bool m_isIncomplete = false;
};

class Emptying
{
public:
    Emptying(sqlite3 *db, const QString &location)
        : m_db(db)
        , m_location(location)
    {}

    /// Each once, parents before children.
    Expected<void, SqlError> readTables(const QList<Entity> &entities);
    const std::vector<SqliteTakenTable> &tables() const { return m_tables; }
    Expected<void, SqlError> deleteRows() const;

private:
    Expected<void, SqlError> sortTables();
    Expected<QStringList, SqlError> parentsOf(const QString &table) const;
    Expected<void, SqlError> deleteRowsOf(const SqliteTakenTable &table) const;
    Expected<void, SqlError> checkEmpty(const SqliteTakenTable &table) const;
    Expected<void, SqlError> checkReferences() const;
    SqlError refusal(const QString &sentence, const QString &table, const QString &other) const;
    SqlError referred(const QString &table) const;

    sqlite3 *const m_db;
    const QString m_location;
    std::vector<SqliteTakenTable> m_tables;
};

Expected<void, SqlError> Emptying::readTables(const QList<Entity> &entities)
{
    for (const Entity &entity : entities) {
        if (hasTable(m_tables, entity.table))
            continue;
        auto table = SqliteTakenTable::read(m_db, entity.table, m_location);
        if (!table)
            return tl::unexpected(table.error());
        m_tables.push_back(std::move(*table));
    }
    return sortTables();
}

// Tables that refer to each other stay in some order: foreign keys are looked at with the commit.
Expected<void, SqlError> Emptying::sortTables()
{
    std::vector<SqliteTakenTable> sorted;
    std::vector<std::pair<SqliteTakenTable, QStringList>> left;
    for (SqliteTakenTable &table : m_tables) {
        auto parents = parentsOf(table.name);
        if (!parents)
            return tl::unexpected(parents.error());
        left.emplace_back(std::move(table), std::move(*parents));
    }
    while (!left.empty()) {
        const auto isOrphan = [&left](const auto &one) {
            return std::none_of(left.begin(), left.end(), [&one](const auto &other) {
                return !isSameSqliteName(one.first.name, other.first.name)
                    && one.second.contains(other.first.name, Qt::CaseInsensitive);
            });
        };
        auto next = std::find_if(left.begin(), left.end(), isOrphan);
        if (next == left.end())
            next = left.begin();
        sorted.push_back(std::move(next->first));
        left.erase(next);
    }
    m_tables = std::move(sorted);
    return {};
}

Expected<QStringList, SqlError> Emptying::parentsOf(const QString &table) const
{
    QList<SqliteForeignKey> keys;
    if (const int code = SqliteForeignKey::read(m_db, table, &keys); code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_db, code, m_location));
    QStringList parents;
    for (const SqliteForeignKey &key : std::as_const(keys))
        parents += key.parent;
    return parents;
}

Expected<void, SqlError> Emptying::deleteRows() const
{
    for (auto table = m_tables.rbegin(); table != m_tables.rend(); ++table) {
        if (const auto done = deleteRowsOf(*table); !done)
            return done;
    }
    for (const SqliteTakenTable &table : m_tables) {
        if (const auto done = checkEmpty(table); !done)
            return done;
    }
    return checkReferences();
}

Expected<void, SqlError> Emptying::deleteRowsOf(const SqliteTakenTable &table) const
{
    SideEffects effects;
    SqliteStatement statement;
    {
        const SqliteAuthorizer authorizer(m_db, SideEffects::note, &effects);
        statement = SqliteStatement(m_db, QStringLiteral("DELETE FROM main.") + sqliteIdentifier(table.name));
    }
    if (!statement.isValid())
        return tl::unexpected(sqliteError(m_db, m_location));
    if (effects.isIncomplete)
        return tl::unexpected(sqliteError(SQLITE_NOMEM, {}, m_location));
    if (!effects.triggers.isEmpty()) {
        return tl::unexpected(
            refusal(QCoreApplication::translate(
                        "SqliteEmptying",
                        "Deleting the rows of \"%1\" in the database %2 would start the trigger \"%3\", "
                        "whose work could not be undone, so nothing was deleted there: drop the trigger "
                        "first, or delete the rows with another program."),
                    table.name, effects.triggers.constFirst()));
    }
    // The hook makes SQLite delete row by row, which it does anyway where foreign keys have actions.
    const bool mayChangeOthers =
        std::any_of(effects.tables.cbegin(), effects.tables.cend(),
                    [this](const QString &name) { return !hasTable(m_tables, name); });
    std::optional<OutsideChanges> changes;
    if (mayChangeOthers)
        changes.emplace(m_db, m_tables);
    if (const int code = statement.step(); code != SQLITE_DONE) {
        SqlError error = sqliteError(m_db, code, m_location);
        return tl::unexpected(error.errorClass == ErrorClass::Constraint ? referred(table.name) : error);
    }
    if (changes && changes->isIncomplete())
        return tl::unexpected(sqliteError(SQLITE_NOMEM, {}, m_location));
    if (!changes || changes->table().isEmpty())
        return {};
    return tl::unexpected(refusal(
        QCoreApplication::translate(
            "SqliteEmptying",
            "Deleting the rows of \"%1\" in the database %2 would also change rows of \"%3\", which refer to "
            "them, so nothing was deleted there: empty that table as well, or change its rows first."),
        table.name, changes->table()));
}

Expected<void, SqlError> Emptying::checkEmpty(const SqliteTakenTable &table) const
{
    qint64 left = 0;
    const QString sql =
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM main.%1)").arg(sqliteIdentifier(table.name));
    if (const auto done = readSqliteInteger(m_db, sql, m_location, &left); !done)
        return done;
    if (left == 0)
        return {};
    return tl::unexpected(SqlError{
        ErrorClass::Other, 0,
        QCoreApplication::translate("SqliteEmptying",
                                    "Not all rows of \"%1\" in the database %2 can be deleted, so none "
                                    "was: check the database with PRAGMA integrity_check.")
            .arg(printableText(table.name), m_location)});
}

Expected<void, SqlError> Emptying::checkReferences() const
{
    if (!hasOpenForeignKeys(m_db))
        return {};
    std::optional<SqliteOrphan> orphan;
    const int code = visitSqliteOrphans(m_db, {}, [&](const SqliteOrphan &found) {
        if (hasTable(m_tables, found.parent))
            orphan = found;
        return !orphan;
    });
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_db, code, m_location));
    if (!orphan)
        return tl::unexpected(referred(m_tables.front().name));
    return tl::unexpected(
        refusal(QCoreApplication::translate(
                    "SqliteEmptying",
                    "Rows of \"%3\" in the database %2 refer to rows of \"%1\" (FOREIGN KEY), so nothing "
                    "was deleted there: empty that table as well, or delete those rows first."),
                orphan->parent, orphan->table));
}

SqlError Emptying::refusal(const QString &sentence, const QString &table, const QString &other) const
{
    return {ErrorClass::Constraint, SQLITE_CONSTRAINT,
            QString(sentence).arg(printableText(table), m_location, printableText(other))};
}

SqlError Emptying::referred(const QString &table) const
{
    return {
        ErrorClass::Constraint, SQLITE_CONSTRAINT,
        QCoreApplication::translate("SqliteEmptying",
                                    "Other rows of the database %2 refer to rows of \"%1\" (FOREIGN KEY), "
                                    "so nothing was deleted there: delete those rows first.")
            .arg(printableText(table), m_location)};
}

} // namespace

Expected<EmptyTicket, SqlError> emptySqliteTables(sqlite3 *db, const QString &location,
                                                  const QList<Entity> &entities, const QString &folder,
                                                  const std::stop_token &stop)
{
    SqliteKeptFile::removeLeftovers(folder, LeftoversStay);
    auto file = SqliteKeptFile::create(folder);
    if (!file) {
        return tl::unexpected(SqlError{
            ErrorClass::Io, 0,
            QCoreApplication::translate("SqliteEmptying",
                                        "The rows cannot be copied to the folder %1 (%2), so nothing was "
                                        "deleted: check that it is yours and can be written.")
                .arg(folder, file.error().sentence)});
    }
    const auto taken = std::make_shared<SqliteTakenRows>(location, std::move(*file));
    const auto emptied = inSqliteTransaction(db, location, [&] {
        const SqliteStop stopSource(db, stop);
        Emptying emptying(db, location);
        auto done = executeSqlite(db, QStringLiteral("PRAGMA defer_foreign_keys=ON"), location);
        if (done)
            done = emptying.readTables(entities);
        if (done)
            done = taken->take(db, emptying.tables(), stop);
        if (done)
            done = emptying.deleteRows();
        return done;
    });
    if (emptied)
        return EmptyTicket{taken->rows(), taken};
    if (emptied.error().errorClass != ErrorClass::CommitUnknown)
        return tl::unexpected(emptied.error()); // no row is gone, so the copy goes
    taken->leave();                             // the rows may be nowhere else
    SqlError uncertain = emptied.error();
    uncertain.sentence +=
        QCoreApplication::translate("SqliteEmptying", " A copy of the rows is in %1.").arg(taken->place());
    return tl::unexpected(uncertain);
}

} // namespace Weir
