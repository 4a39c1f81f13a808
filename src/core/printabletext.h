// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// The text on one line, with control and bidirectional control characters as visible escapes (\n, \x1B,
/// \u202E): data can neither forge lines nor steer a terminal. Any thread.
QString printableText(const QString &text);

} // namespace Weir
