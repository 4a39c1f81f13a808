// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/themediconengine.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace Weir {

namespace {

QByteArray svgText(const QString &name, const QColor &colour)
{
    QFile file(QStringLiteral(":/weir/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("#000", colour.name().toLatin1());
}

} // namespace

ThemedIconEngine::ThemedIconEngine(const Theme &theme, QString name, Theme::Colour colour)
    : m_theme(&theme)
    , m_name(std::move(name))
    , m_colour(colour)
{}

void ThemedIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QSvgRenderer renderer(svgText(m_name, colourFor(mode)));
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(painter, rect);
}

// The size asked for is in device pixels already.
QPixmap ThemedIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const QString key = QStringLiteral("weir/%1/%2/%3x%4")
                            .arg(m_name, colourFor(mode).name())
                            .arg(size.width())
                            .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, pixmap.rect(), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *ThemedIconEngine::clone() const
{
    return m_theme ? new ThemedIconEngine(*m_theme, m_name, m_colour) : nullptr;
}

QColor ThemedIconEngine::colourFor(QIcon::Mode mode) const
{
    if (!m_theme)
        return Qt::black;
    return m_theme->colour(mode == QIcon::Disabled ? Theme::Colour::Disabled : m_colour);
}

} // namespace Weir
