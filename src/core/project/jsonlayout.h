// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <nlohmann/json.hpp>

namespace Weir {

/// A project's JSON as text: two spaces a level; fields, rules and flat objects that fit stand on one line,
/// and so do the rows of test data, whatever their length. Ends with a newline. Any thread.
QByteArray layOutJson(const nlohmann::ordered_json &value);

} // namespace Weir
