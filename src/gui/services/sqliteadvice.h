// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// Version of the SQLite library in use: "3.40.1".
QString sqliteVersion();
/// Advice for the version in use; empty when there is nothing to say.
QString sqliteAdvice();

} // namespace Weir
