// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/statements/sqlitestatement.h"
#include "db/tablereader.h"

#include <atomic>
#include <memory>

namespace Weir {

/// Pages by key (keyset paging): a page costs the same wherever in the table it is.
class SqliteTableReader : public TableReader
{
public:
    static constexpr std::size_t PortionSize = 4096; // keys per call of a scan's sink

    static Expected<std::unique_ptr<TableReader>, SqlError> open(const std::shared_ptr<SqliteFile> &file,
                                                                 const Entity &entity,
                                                                 const DatabaseProfile &profile,
                                                                 const QString &connectionName);

    Result<KeyRange> keyRange() override;
    Result<TablePage> page(qint64 from, int skip, int limit) override;
    Result<TablePage> lastPage(int limit) override;
    Result<TablePage> rows(std::span<const qint64> keys) override;
    Result<qint64> scanKeys(const TableView &view,
                            const std::function<bool(std::span<const qint64>)> &sink) override;
    void interrupt() override;
    void forgetInterrupt() override;

private:
    class Call;

    SqliteTableReader(std::shared_ptr<SqliteFile> file, std::unique_ptr<SqliteConnection> connection,
                      const Entity &entity);

    Expected<void, SqlError> prepareStatements();
    Result<TablePage> readPage(SqliteStatement &statement);
    QStringList readCells(const SqliteStatement &statement) const;
    QString scanSql(const TableView &view) const;
    QString filterSql(const TableView &view) const;
    QString column(int field) const;
    SqlError stepError();

    std::shared_ptr<SqliteFile> m_file;
    std::unique_ptr<SqliteConnection> m_connection; // before all statements
    const SqliteFile::User m_user;
    const Entity m_entity;
    SqliteStatement m_range;
    SqliteStatement m_page;
    SqliteStatement m_lastPage;
    SqliteStatement m_row;
    std::atomic<bool> m_interrupted{false};
};

} // namespace Weir
