// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

/// Small JSON texts that Weir keeps in a database, which may be damaged there, or somebody else's: reading
/// them never fails, what is not as it should be is a fallback. Any thread.
namespace Weir::StoredJson {

/// Compact, the members of objects in the order of their names.
QByteArray write(const nlohmann::json &value);
/// Null when the text is no JSON.
nlohmann::json read(const QByteArray &text);

/// Null when there is none.
const nlohmann::json &member(const nlohmann::json &object, const char *name);
qint64 integer(const nlohmann::json &value, qint64 fallback);
bool truth(const nlohmann::json &value);
QString text(const nlohmann::json &value);
/// The elements of an array; none of anything else.
const nlohmann::json &list(const nlohmann::json &value);

} // namespace Weir::StoredJson
