// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/recordspan.h"

#include "core/csv/recordwalk.h"

#include <algorithm>

namespace Weir {

RecordSpan RecordSpan::of(std::string_view record, const CsvFormat &format)
{
    const CsvMarks marks(format);
    const auto lineEnds = [&](const char *begin, const char *end) {
        return static_cast<qint64>(std::count(begin, end, marks.lineEnd));
    };
    const char *const begin = record.data();
    const char *const end = begin + record.size();
    RecordSpan span;
    span.lines = lineEnds(begin, end) + (record.ends_with(marks.lineEnd) ? 0 : 1);
    if (span.lines <= 1 || !marks.quotes)
        return span;
    const char *opening = nullptr; // of the first cell that holds a line end
    const char *next = begin;      // cell
    MarkFinder finder(marks, end);
    const RecordEnd walked = RecordWalk(finder, begin).run([&](const char *from, const char *to, bool) {
        const bool quoted = from != begin && from[-1] == marks.quote;
        if (!opening && lineEnds(from, to) > 0)
            opening = from;
        next = to + (quoted ? 2 : 1); // the delimiter, and the quote before it
    });
    span.isUnclosed = walked.fault == CsvFault::UnclosedQuote;
    if (!opening || span.isUnclosed)
        opening = std::min(next, end);
    span.quoteLine = lineEnds(begin, opening);
    return span;
}

} // namespace Weir
