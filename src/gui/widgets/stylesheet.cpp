// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/stylesheet.h"

#include "gui/widgets/theme.h"

#include <QFile>

#include <array>

namespace Weir {

namespace {

struct Token
{
    QLatin1String name;
    Theme::Colour colour;
};

// Longer names first, where one begins with another.
constexpr std::array Tokens{
    Token{QLatin1String("@window"), Theme::Colour::Window},
    Token{QLatin1String("@surface"), Theme::Colour::Surface},
    Token{QLatin1String("@raised"), Theme::Colour::Raised},
    Token{QLatin1String("@border"), Theme::Colour::Border},
    Token{QLatin1String("@text"), Theme::Colour::Text},
    Token{QLatin1String("@muted"), Theme::Colour::Muted},
    Token{QLatin1String("@disabled"), Theme::Colour::Disabled},
    Token{QLatin1String("@accentHover"), Theme::Colour::AccentHover},
    Token{QLatin1String("@accent"), Theme::Colour::Accent},
    Token{QLatin1String("@onAccent"), Theme::Colour::OnAccent},
    Token{QLatin1String("@selection"), Theme::Colour::Selection},
    Token{QLatin1String("@failed"), Theme::Colour::Failed},
    Token{QLatin1String("@infoFill"), Theme::Colour::InfoFill},
    Token{QLatin1String("@successFill"), Theme::Colour::SuccessFill},
    Token{QLatin1String("@warningFill"), Theme::Colour::WarningFill},
    Token{QLatin1String("@errorFill"), Theme::Colour::ViolationFill},
};

} // namespace

QString styleSheet(const Theme &theme)
{
    QFile file(QStringLiteral(":/weir/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    for (const Token &token : Tokens)
        sheet.replace(token.name, theme.colour(token.colour).name());
    sheet.replace(QLatin1String("@suffix"), theme.isDark() ? QLatin1String("-dark") : QLatin1String());
    return sheet;
}

} // namespace Weir
