// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/dialect.h"

namespace Weir {

/// SQLite's SQL. Tables are those of the file itself ("main"), never temporary ones.
class SqliteDialect : public Dialect
{
public:
    QString identifier(const QString &name) const override;
    QString table(const QString &name) const override;
    QString createTable(const TableDefinition &table) const override;
    QString addColumn(const QString &table, const ColumnDefinition &column) const override;
    QString isOutside(const ColumnDefinition &column) const override;
};

} // namespace Weir
