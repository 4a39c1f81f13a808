// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"
#include "core/csv/contenthash.h"
#include "core/csv/csvformat.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace Weir {

/// A file as UTF-8 text: decompressed, decoded, without its byte order mark. UTF-8 is passed through
/// unchecked (the rules check cells); what is no valid UTF-16 ends with an error. `path` "-": standard input.
/// A file that shrinks or cannot be read any more is an error; what grows is read up to the size it had.
/// `hash`: gets the file's own bytes; may be nullptr. `head`: what detection took from standard input
/// already; it comes first.
Expected<std::unique_ptr<ByteSource>> openCsvSource(const QString &path, const CsvFormat &format,
                                                    ContentHash *hash, const QByteArray &head = {});

/// The same for a file that is open already; `name` is for messages.
Expected<std::unique_ptr<ByteSource>> decodeCsvSource(std::unique_ptr<ByteSource> file,
                                                      const CsvFormat &format, const QString &name);

/// The inverse of the decoding, for reject files: UTF-8 to the format's encoding.
QByteArray encodeText(std::string_view utf8, TextEncoding encoding);
/// The encoding's byte order mark; UTF-8 and Latin-1 have none here.
QByteArray byteOrderMark(TextEncoding encoding);

} // namespace Weir
