// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// What the user is told when the process gets no more memory, or no thread. Any thread.
QString noMemoryText();
QString noThreadsText();

} // namespace Weir
