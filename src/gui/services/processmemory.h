// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Weir {

/// Bytes of memory that this process has in RAM now; 0: the system does not tell.
qint64 processMemory();

} // namespace Weir
