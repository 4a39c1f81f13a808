// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/theme.h"

#include <QIconEngine>
#include <QPointer>

namespace Weir {

/// Draws a black SVG of the resources in the theme's colour, at the device's resolution. GUI thread.
class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, QString name, Theme::Colour colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;

private:
    QColor colourFor(QIcon::Mode mode) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Theme::Colour m_colour;
};

} // namespace Weir
