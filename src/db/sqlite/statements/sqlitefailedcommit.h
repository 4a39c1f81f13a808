// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <QString>

#include <optional>

struct sqlite3;

namespace Weir {

/// A COMMIT that fails may have happened all the same: in the log the record of it can stand although the
/// disk did not confirm it, and the next program to open the file would find it; without log the journal can
/// be gone although making that safe failed. This settles it one way or the other. In the connection's
/// thread.
class SqliteFailedCommit
{
public:
    SqliteFailedCommit(sqlite3 *db, QString location)
        : m_db(db)
        , m_location(std::move(location))
    {}

    /// To be called at the beginning of each transaction: what settle() needs to know of the time before it.
    void remember();
    /// After a COMMIT has failed with `error` and SQLite has ended the transaction. No error: it has
    /// happened. CommitUnknown: that cannot be found out. Any other error, the given one: nothing of it is
    /// there or can come back.
    Expected<void, SqlError> settle(const SqlError &error);
    /// To be called before each transaction: puts back a setting that settle() could not put back.
    [[nodiscard]] Expected<void, SqlError> restore();

private:
    /// What the file's header says.
    struct Header
    {
        bool hasLog = false;
        quint32 changes = 0; // how many there were; not counted with a log
    };
    std::optional<Header> readHeader() const;
    bool buryRecord();
    std::optional<bool> hasHappened(int code) const;

    sqlite3 *const m_db;
    const QString m_location;
    std::optional<Header> m_before;
    std::optional<qint64> m_synchronous; // to be put back
};

} // namespace Weir
