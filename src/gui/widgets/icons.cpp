// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/icons.h"

#include "gui/widgets/themediconengine.h"

#include <QAbstractButton>
#include <QAction>

namespace Weir {

namespace {

Theme::Colour colourNamed(const QString &name)
{
    if (name == QLatin1String("accent"))
        return Theme::Colour::Accent;
    if (name == QLatin1String("failed"))
        return Theme::Colour::Failed;
    if (name == QLatin1String("onAccent"))
        return Theme::Colour::OnAccent;
    return Theme::Colour::Text;
}

template<typename T>
void applyTo(const Theme &theme, const QList<T *> &objects)
{
    for (T *object : objects) {
        const QString name = object->property("iconName").toString();
        if (!name.isEmpty())
            object->setIcon(themedIcon(theme, name, colourNamed(object->property("iconColour").toString())));
    }
}

} // namespace

QIcon themedIcon(const Theme &theme, const QString &name, Theme::Colour colour)
{
    return QIcon(new ThemedIconEngine(theme, name, colour));
}

void applyIcons(const Theme &theme, QObject *root)
{
    applyTo(theme, root->findChildren<QAction *>());
    applyTo(theme, root->findChildren<QAbstractButton *>());
}

} // namespace Weir
