// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/celllook.h"

#include <QWidget>

namespace Weir {

void setTextColour(QStyleOptionViewItem *option, const QColor &colour)
{
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, colour);
}

void colourCount(QStyleOptionViewItem *option, Verdict verdict, const Theme &theme)
{
    const bool isNone = option->text == QLatin1String("0");
    setTextColour(option, isNone ? theme.colour(Theme::Colour::Muted) : theme.verdictColour(verdict));
}

void mute(QStyleOptionViewItem *option, const Theme &theme)
{
    option->font.setItalic(true);
    setTextColour(option, theme.colour(Theme::Colour::Muted));
}

void showInstead(QStyleOptionViewItem *option, const QString &text, const Theme &theme)
{
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->text = text;
    mute(option, theme);
}

void fillCell(QWidget *editor, const QStyleOptionViewItem &option)
{
    editor->setMinimumHeight(0);
    editor->setGeometry(option.rect);
}

} // namespace Weir
