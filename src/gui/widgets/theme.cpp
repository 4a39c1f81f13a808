// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/theme.h"

#include "gui/widgets/stylesheet.h"
#include "gui/widgets/windowstyle.h"

#include <QApplication>

#include <array>
#include <cmath>

namespace Weir {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// In the order of Theme::Colour.
constexpr std::array Colours{
    Pair{0xffeef1f5, 0xff191d23}, // Window
    Pair{0xffffffff, 0xff20252d}, // Surface
    Pair{0xfff6f8fa, 0xff252b34}, // AlternateSurface
    Pair{0xfff7f9fb, 0xff252b33}, // Raised
    Pair{0xffcfd6de, 0xff3a424d}, // Border
    Pair{0xff1b2430, 0xffe6eaf0}, // Text
    Pair{0xff566272, 0xffa3aebc}, // Muted
    Pair{0xff98a2ae, 0xff66707d}, // Disabled
    Pair{0xff0b6a94, 0xff5cc3ea}, // Accent
    Pair{0xff09577a, 0xff83d3f1}, // AccentHover
    Pair{0xffffffff, 0xff08202b}, // OnAccent
    Pair{0xffd3e8f3, 0xff203f50}, // Selection
    Pair{0xff17703a, 0xff6fd08c}, // Inserted
    Pair{0xff96500a, 0xfff0b35c}, // Rejected
    Pair{0xffb4232c, 0xffff8f8a}, // Failed
    Pair{0xff566272, 0xffa3aebc}, // Cancelled
    Pair{0xffd9f2e1, 0xff1f4330}, // FreshFill
    Pair{0xfffde8e6, 0xff4a2629}, // ViolationFill
    Pair{0xfffdf0db, 0xff453619}, // WarningFill
    Pair{0xffe1f0f8, 0xff1f3a49}, // InfoFill
    Pair{0xffdff4e6, 0xff1d3d2c}, // SuccessFill
};

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

double contrastRatio(const QColor &first, const QColor &second)
{
    const auto [darker, lighter] = std::minmax({luminance(first), luminance(second)});
    return (lighter + 0.05) / (darker + 0.05);
}

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_systemIsDark(isDarkPalette(QApplication::palette()))
{
    QApplication::setStyle(new WindowStyle);
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    QApplication::setPalette(palette());
    qApp->setStyleSheet(styleSheet(*this));
    Q_EMIT changed();
}

bool Theme::isDark() const
{
    return m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
}

QColor Theme::colour(Colour colour) const
{
    const Pair &pair = Colours[static_cast<std::size_t>(colour)];
    return QColor::fromRgb(isDark() ? pair.dark : pair.light);
}

QColor Theme::verdictColour(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Inserted:
    case Verdict::Updated:
        return colour(Colour::Inserted);
    case Verdict::Rejected:
        return colour(Colour::Rejected);
    case Verdict::Failed:
        return colour(Colour::Failed);
    case Verdict::Cancelled:
        return colour(Colour::Cancelled);
    }
    return colour(Colour::Text);
}

QPalette Theme::palette() const
{
    QPalette palette(colour(Colour::Raised), colour(Colour::Window));
    palette.setColor(QPalette::WindowText, colour(Colour::Text));
    palette.setColor(QPalette::Text, colour(Colour::Text));
    palette.setColor(QPalette::ButtonText, colour(Colour::Text));
    palette.setColor(QPalette::BrightText, colour(Colour::Failed));
    palette.setColor(QPalette::Base, colour(Colour::Surface));
    palette.setColor(QPalette::AlternateBase, colour(Colour::AlternateSurface));
    palette.setColor(QPalette::Highlight, colour(Colour::Accent));
    palette.setColor(QPalette::HighlightedText, colour(Colour::OnAccent));
    palette.setColor(QPalette::Link, colour(Colour::Accent));
    palette.setColor(QPalette::LinkVisited, colour(Colour::Accent));
    palette.setColor(QPalette::PlaceholderText, colour(Colour::Muted));
    palette.setColor(QPalette::ToolTipBase, colour(Colour::Raised));
    palette.setColor(QPalette::ToolTipText, colour(Colour::Text));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colour(Colour::Disabled));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colour(Colour::Border));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, colour(Colour::Muted));
    return palette;
}

QString Theme::modeName(Mode mode)
{
    switch (mode) {
    case Mode::Light:
        return QStringLiteral("light");
    case Mode::Dark:
        return QStringLiteral("dark");
    case Mode::System:
        break;
    }
    return QStringLiteral("system");
}

Theme::Mode Theme::modeFromName(const QString &name)
{
    if (name == modeName(Mode::Light))
        return Mode::Light;
    return name == modeName(Mode::Dark) ? Mode::Dark : Mode::System;
}

} // namespace Weir
