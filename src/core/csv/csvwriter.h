// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <span>
#include <string>
#include <string_view>

namespace Weir {

/// Appends one record, LF at its end; cells are quoted where RFC 4180 or a reader of it needs it, an empty
/// cell alone on its line included.
void appendCsvRecord(std::string *text, std::span<const std::string_view> cells, char delimiter = ',');
void appendCsvRecord(std::string *text, std::span<const std::string> cells, char delimiter = ',');
void appendCsvRecord(std::string *text, const QStringList &cells, char delimiter = ',');

} // namespace Weir
