// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitestatement.h"

#include "core/text/numbertext.h"

#include <cmath>
#include <sqlite3.h>

namespace Weir {

void SqliteStatement::Finalizer::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement::SqliteStatement(sqlite3 *db, const QString &sql, Lifetime lifetime)
{
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    m_code =
        sqlite3_prepare_v3(db, utf8.constData(), static_cast<int>(utf8.size()) + 1,
                           lifetime == Lifetime::Kept ? SQLITE_PREPARE_PERSISTENT : 0U, &statement, nullptr);
    m_statement.reset(statement);
}

SqliteStatement::SqliteStatement(sqlite3 *db, std::string_view sql, const char **tail)
{
    sqlite3_stmt *statement = nullptr;
    m_code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), 0, &statement, tail);
    m_statement.reset(statement);
}

int SqliteStatement::bind(int parameter, qint64 value)
{
    return sqlite3_bind_int64(m_statement.get(), parameter, value);
}

int SqliteStatement::bind(int parameter, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    return sqlite3_bind_text64(m_statement.get(), parameter, utf8.constData(),
                               static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int SqliteStatement::step()
{
    return sqlite3_step(m_statement.get());
}

int SqliteStatement::run()
{
    const SqliteReset reset(*this);
    return step();
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_statement.get());
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString SqliteStatement::text(int column) const
{
    sqlite3_stmt *statement = m_statement.get();
    const int type = sqlite3_column_type(statement, column);
    if (type == SQLITE_NULL)
        return {};
    if (type == SQLITE_FLOAT) {
        // SQLite prints 15 digits, which does not read back as the same number.
        const double value = sqlite3_column_double(statement, column);
        if (std::isfinite(value))
            return QString::fromStdString(numberText(value));
    }
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    const QString text = QString::fromUtf8(utf8, sqlite3_column_bytes(statement, column));
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace Weir
