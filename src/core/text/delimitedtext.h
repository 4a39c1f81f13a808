// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Weir {

/// Tab-separated text as spreadsheets put it on the clipboard: quoted cells may hold tabs, newlines and
/// doubled quotes; CRLF, LF and CR end a row; a final line end starts no row.
QList<QStringList> parseTabSeparated(const QString &text);
/// The inverse: parseTabSeparated(tabSeparated(rows)) == rows, unless the last row is one empty cell.
QString tabSeparated(const QList<QStringList> &rows);

} // namespace Weir
