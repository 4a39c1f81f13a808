// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// The report with its signs in colour: ✓ green, ✗ red. Any thread.
QString coloredReport(const QString &report);

} // namespace Weir
