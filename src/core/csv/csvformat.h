// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Weir {

enum class TextEncoding { Utf8, Utf16Le, Utf16Be, Latin1 };
enum class Compression { None, Gzip, Zstd };

/// How a delimited file is to be read: a value. Quoting is RFC 4180's: a quoted cell may hold delimiters,
/// line ends and doubled quotes; a quote inside an unquoted cell is an error.
struct CsvFormat
{
    static constexpr qint64 DefaultMaximumRecordBytes = qint64{256} << 20;

    TextEncoding encoding = TextEncoding::Utf8;
    Compression compression = Compression::None;
    char delimiter = ',';
    char quote = '"';    // '\0': quotes mean nothing
    char lineEnd = '\n'; // '\n' takes CRLF as well, '\r' is the old Macintosh's
    bool header = true;
    /// A record beyond it ends the file's load with an error: nearly always a quote that is never closed.
    qint64 maximumRecordBytes = DefaultMaximumRecordBytes;

    bool operator==(const CsvFormat &) const = default;
};

} // namespace Weir
