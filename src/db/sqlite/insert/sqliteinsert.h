// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rowbatch.h"
#include "db/sqlite/statements/sqlitestatement.h"
#include "db/storedvalue.h"

#include <vector>

namespace Weir {

/// The prepared INSERT of one entity on one connection: binds straight from the batch's UTF-8.
class SqliteInsert
{
public:
    SqliteInsert(sqlite3 *db, const Entity &entity);

    bool isValid() const { return m_statement.isValid(); }
    int code() const { return m_statement.code(); }
    /// Was it made for an entity with this table and these columns?
    bool suits(const Entity &entity) const;

    /// Binds, steps and resets; SQLITE_DONE or the error's extended code. The bindings refer to the batch
    /// until the next call or clear().
    int insert(const RowBatch &batch, int row);
    void clear();

private:
    int bindCell(int column, std::string_view cell);

    const QString m_table;
    const std::vector<StoredColumn> m_columns;
    SqliteStatement m_statement;
};

} // namespace Weir
