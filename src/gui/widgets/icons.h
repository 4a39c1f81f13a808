// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/theme.h"

#include <QIcon>

class QObject;

namespace Weir {

/// The icon of this name in resources/icons, drawn at any size in a colour of the theme as it is now: icons
/// made before a switch of the theme follow it. Lives no longer than the theme.
QIcon themedIcon(const Theme &theme, const QString &name, Theme::Colour colour = Theme::Colour::Text);

/// Gives every action and button below `root` that has the dynamic property "iconName" its icon.
/// "iconColour" may be "accent", "failed" or "onAccent".
void applyIcons(const Theme &theme, QObject *root);

} // namespace Weir
