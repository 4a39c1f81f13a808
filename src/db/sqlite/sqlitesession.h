// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger/sqlledger.h"
#include "db/session.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/file/sqliteturn.h"
#include "db/sqlite/insert/sqliteinserter.h"
#include "db/sqlite/statements/sqlitefailedcommit.h"
#include "db/sqlite/statements/sqlitestatements.h"
#include "db/sqlite/tables/sqlitecatalog.h"
#include "db/sqlite/tables/sqlitedialect.h"
#include "db/sqlite/undo/sqliteloadedtables.h"

#include <memory>
#include <optional>
#include <vector>

namespace Weir {

/// A writing connection to an SQLite file, with its statements kept. Keeps the SqliteFile open.
class SqliteSession : public Session
{
public:
    /// Length of the log from which on commit() checkpoints, if it is alone: long enough to write pages that
    /// many commits change once, short enough for the log to be written anew while it is in the caches.
    static constexpr int CheckpointBytes = 8 << 20;
    /// The same where flushes copy the log beside the next transaction: only one between two transactions
    /// lets the log begin anew.
    static constexpr int FlushedLogBytes = 16 << 20;

    static Expected<std::unique_ptr<Session>, SqlError>
    open(const std::shared_ptr<SqliteFile> &file, const DatabaseProfile &profile, const QString &name);
    ~SqliteSession() override;

    Expected<void, SqlError> begin(const Turn &turn) override;
    Expected<Receipt, SqlError> commit() override;
    Expected<void, SqlError> rollback() override;
    std::vector<Wait> takeWaits() override;
    bool inTransaction() const override;
    Expected<void, SqlError> insert(const Entity &entity, const RowBatch &batch, std::span<const int> rows,
                                    InsertResult *result) override;
    Expected<std::unique_ptr<Cursor>, SqlError> query(const Statement &statement) override;
    Expected<qint64, SqlError> execute(const Statement &statement) override;
    const Dialect &dialect() const override { return m_dialect; }
    Catalog &catalog() override { return m_catalog; }
    Ledger &ledger() override { return m_ledger; }

private:
    SqliteSession(std::shared_ptr<SqliteFile> file, DatabaseProfile profile,
                  std::unique_ptr<SqliteConnection> connection);

    static int logGrew(void *session, sqlite3 *db, const char *schema, int pages) noexcept;
    static int mayCommit(void *session) noexcept;
    Expected<void, SqlError> prepareStatements();
    Expected<void, SqlError> beginInTurn(const Turn &turn);
    void endTurn();
    Expected<void, SqlError> setDurability(Durability durability);
    Expected<void, SqlError> run(SqliteStatement &statement);
    Expected<void, SqlError> commitInTurn();
    Expected<void, SqlError> runCommit();
    Expected<SqliteInserter *, SqlError> inserterFor(const Entity &entity);
    void checkpointIfDue();

    const DatabaseProfile m_profile; // what is sound of it
    std::shared_ptr<SqliteFile> m_file;
    std::optional<SqliteTurn> m_turn;               // given back once the connection is closed
    std::unique_ptr<SqliteConnection> m_connection; // before all statements
    const SqliteFile::User m_user;
    SqliteStatement m_begin;
    SqliteStatement m_commit;
    SqliteStatement m_rollback;
    std::vector<std::unique_ptr<SqliteInserter>> m_inserters;
    SqliteStatements m_statements;
    const SqliteDialect m_dialect;
    SqliteCatalog m_catalog;
    SqliteLoadedTables m_loadedTables;
    SqlLedger m_ledger;
    SqliteFailedCommit m_failedCommit;
    const SqlError m_unknown; // what became of a commit; there before it is needed
    /// A transaction was begun, and neither commit() nor rollback() has ended it: whatever else would commit
    /// does so because SQLite ended it, and is refused.
    bool m_isPromised = false;
    int m_logPages = 0;
    int m_pageSize = 0;
    Durability m_durability = Durability::AtCommit;
};

} // namespace Weir
