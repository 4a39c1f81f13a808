// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <variant>
#include <vector>

namespace Weir {

/// A value for a statement. std::monostate is NULL; an empty text and empty bytes are not.
using SqlValue = std::variant<std::monostate, qint64, double, QString, QByteArray>;

/// One SQL statement with a value for each "?" in it, in order. Names stand in double quotes, as the standard
/// has it; those that come from elsewhere are spelt by the session's Dialect.
struct Statement
{
    QString sql;
    std::vector<SqlValue> values;
};

} // namespace Weir
