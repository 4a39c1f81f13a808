// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/dialect.h"
#include "db/sqlerror.h"

namespace Weir {

/// How a table compares with its definition.
struct TableFit
{
    bool exists = false;
    /// An ordinary table with that key, and to write into it changes nothing else: no trigger, no foreign key
    /// acts. Columns that it has are not computed.
    bool suits = false;
    QStringList missing; // columns

    bool has(const QString &column) const { return !missing.contains(column); }
};

/// What a database says about itself, on a session's connection. In its thread.
class Catalog
{
public:
    Catalog() = default;
    virtual ~Catalog() = default;
    Catalog(const Catalog &) = delete;
    Catalog &operator=(const Catalog &) = delete;

    virtual Expected<TableFit, SqlError> compare(const TableDefinition &table) = 0;
};

} // namespace Weir
