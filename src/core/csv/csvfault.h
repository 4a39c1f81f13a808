// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// What makes a record no row.
enum class CsvFault { StrayQuote, TextAfterQuote, UnclosedQuote, TooFewCells, TooManyCells };

} // namespace Weir
