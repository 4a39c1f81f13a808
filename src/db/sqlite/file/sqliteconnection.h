// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlite/statements/sqlitebusyhandler.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QString>

#include <memory>

namespace Weir {

/// A named QSqlDatabase connection to an existing file, set up, with its native handle for the hot path.
/// Opened, used, closed and removed in one thread. Statements on it must be gone before it is.
class SqliteConnection
{
public:
    /// `file`: absolute. Never creates it.
    static Expected<std::unique_ptr<SqliteConnection>, SqlError>
    open(const QString &file, const QString &name, const DatabaseProfile &profile, SqlitePurpose purpose);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    sqlite3 *handle() const { return m_handle; }
    SqliteBusyHandler &busyHandler() { return m_busy; }
    const QString &file() const { return m_file; }
    /// The error of the last native call; a wait that was cancelled is Interrupted, not Busy.
    SqlError lastError() const;
    /// The same for a call that returned `code`, where other calls may have followed it.
    SqlError errorOf(int code) const;

private:
    SqliteConnection(QString file, QString name, std::chrono::milliseconds patience);

    Expected<void, SqlError> openDriver();
    Expected<void, SqlError> takeHandle();
    Expected<void, SqlError> setUp(const DatabaseProfile &profile, SqlitePurpose purpose);

    QString m_file;
    QString m_name;
    SqliteBusyHandler m_busy;
    sqlite3 *m_handle = nullptr;
};

} // namespace Weir
