// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/statement.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace Weir {

/// A value that a column's DEFAULT always gives. A value.
class SqliteConstant
{
public:
    /// NULL.
    SqliteConstant() = default;

    /// What `sql`, an expression out of a table's definition, comes to; null: NULL. std::nullopt: not always
    /// the same, or it asks for more than constants. In the connection's thread.
    static std::optional<SqliteConstant> of(sqlite3 *db, const QString &sql);

    nlohmann::json toJson() const;
    /// std::nullopt: not what toJson() gives.
    static std::optional<SqliteConstant> fromJson(const nlohmann::json &json);

    const SqlValue &value() const { return m_value; }

    bool operator==(const SqliteConstant &) const = default;

private:
    static SqliteConstant ofColumn(sqlite3_stmt *row);

    SqlValue m_value;
};

} // namespace Weir
