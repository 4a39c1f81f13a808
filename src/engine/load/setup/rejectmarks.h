// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/setup/preparedfile.h"

#include <optional>
#include <string_view>

namespace Weir {

/// The bytes that a rejected file begins with whose source begins with `header`.
std::string rejectHeader(std::string_view header, TextEncoding encoding);
/// How its lines end.
std::string rejectLineEnd(const CsvFormat &format);

/// What the rejected file of a job looks like, told by its source as it is now. std::nullopt: that cannot be
/// told, or the source is another than the one that a resumed load began with. Reads the beginning of the
/// source, of a stream what was taken from it already.
std::optional<RejectMarks> rejectMarksOf(const PreparedFile &job);

} // namespace Weir
