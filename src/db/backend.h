// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "core/entity.h"
#include "db/emptyticket.h"
#include "db/session.h"
#include "db/tablereader.h"

#include <QByteArray>

#include <memory>
#include <stop_token>

namespace Weir {

/// What a statement of the user's own gave (weir-cli query).
struct QueryResult
{
    QStringList columns;
    QList<QStringList> rows; // NULL is a null QString
    qint64 changes = 0;
};

/// Rows of one table refer to rows of another, by a foreign key. Indices in a list of entities.
struct TableReference
{
    int from = 0;
    int to = 0;

    bool operator==(const TableReference &) const = default;
};

/// Whether a database is there.
enum class Presence {
    Absent,
    Empty, // it can be written to, but has never been
    There,
};

/// One database: where its sessions come from. Lives as long as any of them. Any thread may call.
class Backend
{
public:
    virtual ~Backend() = default;

    virtual const DatabaseProfile &profile() const = 0;
    /// Where the data is, for messages: an absolute file name.
    virtual QString location() const = 0;
    /// What users know it by: "users.db".
    virtual QString label() const = 0;
    /// All files that belong to it, whether they are there or not; none of a server.
    virtual QStringList files() const = 0;
    /// Is there anything to read? Makes nothing.
    virtual Presence presence() const = 0;
    /// What the user should know about that place, a sentence or empty: a network file system …
    virtual QString note() const { return {}; }

    /// Opens (or opens anew, when the file was replaced since), checks that it is a database that can be
    /// written, and makes missing tables. After an error the database takes no part in the run.
    [[nodiscard]] virtual Expected<void, SqlError> prepare(const QList<Entity> &entities) = 0;
    /// prepare(), and adds missing columns. Says what was done, a sentence each.
    virtual Expected<QStringList, SqlError> migrate(const QList<Entity> &entities) = 0;
    /// Counts up whenever sessions opened before are no longer good.
    virtual int generation() const = 0;

    virtual Expected<std::unique_ptr<Session>, SqlError> openSession(const QString &connectionName) = 0;
    virtual Expected<std::unique_ptr<TableReader>, SqlError> openReader(const Entity &entity,
                                                                        const QString &connectionName) = 0;

    /// Returns when what this commit and those before it wrote is safe on the disk. Transactions may go on
    /// meanwhile; those that want to commit wait. An error stays one until settle() or prepare() has made up
    /// for it: the system tells once what it could not write.
    [[nodiscard]] virtual Expected<void, SqlError> awaitSafe(const Receipt & /*receipt*/) { return {}; }
    /// Puts in order what writing has left behind, at the end of a run. Busy: another program still needs it;
    /// nothing is lost, the next call will do it.
    [[nodiscard]] virtual Expected<void, SqlError> settle() = 0;

    /// Deletes all rows of these tables, and nothing else, in one transaction, once a copy of them is safe on
    /// the disk. Refused where other rows would change as well. After an error nothing is deleted; only
    /// after CommitUnknown that could not be found out.
    virtual Expected<EmptyTicket, SqlError> empty(const QList<Entity> &entities,
                                                  const std::stop_token &stop) = 0;
    /// Puts the rows back, all or none; rows that came since stay as they are. The ticket stays valid.
    [[nodiscard]] virtual Expected<void, SqlError> restore(const EmptyTicket &ticket,
                                                           const std::stop_token &stop) = 0;
    /// The copy goes. It also does with the last ticket, but removing a big file takes its time.
    virtual void discard(const EmptyTicket &ticket) = 0;
    /// How many rows a table or view has; cancelled: ErrorClass::Interrupted. 0 where the database is not
    /// there, which makes none. Slow on big tables, endless on some views: never on the GUI thread.
    virtual Expected<qint64, SqlError> countRows(const QString &table, const std::stop_token &stop) = 0;
    /// Both name the same table.
    virtual bool isSameTable(const QString &one, const QString &other) const { return one == other; }
    /// How the tables of these entities refer to each other, as the database's catalogue says; a table to
    /// itself as well. A table that is not there refers to none. Makes no database.
    virtual Expected<QList<TableReference>, SqlError> references(const QList<Entity> &entities) = 0;

    /// One statement of the user's own. Reading only, unless `writable`.
    virtual Expected<QueryResult, SqlError> query(const QString &sql, bool writable) = 0;
    /// The same, ended by `stop` with ErrorClass::Interrupted.
    virtual Expected<QueryResult, SqlError> queryUntil(const QString &sql, bool writable,
                                                       const std::stop_token & /*stop*/)
    {
        return query(sql, writable);
    }
};

} // namespace Weir
