// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

class Theme;

/// What the palette cannot say: resources/style.qss with "@name" replaced by the theme's colours.
QString styleSheet(const Theme &theme);

} // namespace Weir
