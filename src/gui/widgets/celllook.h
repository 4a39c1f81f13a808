// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/theme.h"

#include <QStyleOptionViewItem>

namespace Weir {

/// The text has this colour, selected or not.
void setTextColour(QStyleOptionViewItem *option, const QColor &colour);
/// A count in the colour of its outcome; none stands back.
void colourCount(QStyleOptionViewItem *option, Verdict verdict, const Theme &theme);
/// The text stands back: it is none of the user's own.
void mute(QStyleOptionViewItem *option, const Theme &theme);
/// A cell without a text of its own says this.
void showInstead(QStyleOptionViewItem *option, const QString &text, const Theme &theme);
/// An editor takes all of its cell, whatever height it would like to have.
void fillCell(QWidget *editor, const QStyleOptionViewItem &option);

} // namespace Weir
