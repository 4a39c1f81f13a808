// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"

#include <string_view>

namespace Weir {

/// The lines of a file that one record takes in. A value.
struct RecordSpan
{
    qint64 lines = 1;
    qint64 quoteLine = 0;    // from 0: in which of them the quote opens that holds a line end
    bool isUnclosed = false; // that quote, up to the end of the file

    /// `record`: with its line end. Walks it anew when it has several lines: not for every record.
    static RecordSpan of(std::string_view record, const CsvFormat &format);
};

} // namespace Weir
