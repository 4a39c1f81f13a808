// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/catalog.h"

struct sqlite3;

namespace Weir {

/// The schema of an SQLite file, which anybody may have written.
class SqliteCatalog : public Catalog
{
public:
    SqliteCatalog(sqlite3 *db, QString location)
        : m_db(db)
        , m_location(std::move(location))
    {}

    Expected<TableFit, SqlError> compare(const TableDefinition &table) override;

private:
    sqlite3 *const m_db;
    const QString m_location;
};

} // namespace Weir
