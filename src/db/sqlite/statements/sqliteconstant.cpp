// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqliteconstant.h"

#include "core/text/jsonstring.h"
#include "core/text/storedjson.h"
#include "db/sqlite/statements/sqliteauthorizer.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <sqlite3.h>

namespace Weir {

namespace {

constexpr int RealDigits = 17; // read back as the same number

/// Functions (CURRENT_TIMESTAMP is one), columns and everything else but literals and operators are refused.
int allowConstants(void *, int action, const char *, const char *, const char *, const char *) noexcept
{
    return action == SQLITE_SELECT ? SQLITE_OK : SQLITE_DENY;
}

} // namespace

std::optional<SqliteConstant> SqliteConstant::of(sqlite3 *db, const QString &sql)
{
    if (sql.isNull())
        return SqliteConstant();
    std::optional<SqliteConstant> constant;
    const SqliteAuthorizer authorizer(db, allowConstants, nullptr);
    SqliteStatement statement(db, QStringLiteral("SELECT (") + sql + u')');
    if (statement.isValid() && sqlite3_column_count(statement.get()) == 1
        && sqlite3_bind_parameter_count(statement.get()) == 0 && statement.step() == SQLITE_ROW)
        constant = ofColumn(statement.get());
    return constant && fromJson(constant->toJson()) == constant ? constant : std::nullopt;
}

SqliteConstant SqliteConstant::ofColumn(sqlite3_stmt *row)
{
    SqliteConstant constant;
    switch (sqlite3_column_type(row, 0)) {
    case SQLITE_INTEGER:
        constant.m_value = static_cast<qint64>(sqlite3_column_int64(row, 0));
        break;
    case SQLITE_FLOAT:
        constant.m_value = sqlite3_column_double(row, 0);
        break;
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, 0));
        constant.m_value = QString::fromUtf8(text, sqlite3_column_bytes(row, 0));
        break;
    }
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, 0));
        constant.m_value = QByteArray(bytes, sqlite3_column_bytes(row, 0));
        break;
    }
    default:
        break;
    }
    return constant;
}

nlohmann::json SqliteConstant::toJson() const
{
    const auto value = [](const char *kind, const QString &text) {
        return nlohmann::json::array({kind, text});
    };
    if (const auto *integer = std::get_if<qint64>(&m_value))
        return value("integer", QString::number(*integer));
    if (const auto *real = std::get_if<double>(&m_value))
        return value("real", QString::number(*real, 'g', RealDigits));
    if (const auto *text = std::get_if<QString>(&m_value))
        return value("text", *text);
    if (const auto *bytes = std::get_if<QByteArray>(&m_value))
        return value("blob", QString::fromLatin1(bytes->toHex()));
    return value("null", QString());
}

std::optional<SqliteConstant> SqliteConstant::fromJson(const nlohmann::json &json)
{
    if (!json.is_array() || json.size() != 2 || !json[0].is_string() || !json[1].is_string())
        return std::nullopt;
    const QString kind = StoredJson::text(json[0]);
    const QString text = StoredJson::text(json[1]);
    SqliteConstant constant;
    bool good = true;
    if (kind == u"integer")
        constant.m_value = text.toLongLong(&good);
    else if (kind == u"real")
        constant.m_value = text.toDouble(&good);
    else if (kind == u"text")
        constant.m_value = text;
    else if (kind == u"blob")
        constant.m_value = QByteArray::fromHex(text.toLatin1());
    else
        good = kind == u"null";
    return good ? std::optional(constant) : std::nullopt;
}

} // namespace Weir
