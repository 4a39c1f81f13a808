// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>
#include <variant>

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

    QJsonValue toJson() const;
    /// std::nullopt: not what toJson() gives.
    static std::optional<SqliteConstant> fromJson(const QJsonValue &json);

    /// SQLite's code.
    int bind(sqlite3_stmt *statement, int parameter) const;

    bool operator==(const SqliteConstant &) const = default;

private:
    static SqliteConstant ofColumn(sqlite3_stmt *row);

    std::variant<std::monostate, qint64, double, QString, QByteArray> m_value;
};

} // namespace Weir
