// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// The text on one line, with control, bidirectional control and invisible characters as visible escapes (\n,
/// \x1B, \u202E, \U000E0041): data can neither forge lines nor steer a terminal. Any thread.
QString printableText(const QString &text);
/// The same for each line of a text of several.
QString printableLines(const QString &text);

} // namespace Weir
