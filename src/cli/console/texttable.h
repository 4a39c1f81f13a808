// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Weir {

/// A table for people: columns aligned (numbers to the right), NULL for null strings, control characters
/// escaped. Each line ends with a newline. Needs a UTF-8 locale. Any thread.
QString alignedTable(const QStringList &columns, const QList<QStringList> &rows);

/// Comma-separated text with a header (RFC 4180, but with LF): NULL is an empty cell, an empty text is "".
QString commaSeparated(const QStringList &columns, const QList<QStringList> &rows);
/// The same for a terminal: control characters are escaped, so that it no longer loads back as it is.
QString shownCommaSeparated(const QStringList &columns, const QList<QStringList> &rows);

} // namespace Weir
