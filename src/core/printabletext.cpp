// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/printabletext.h"

#include <QStringList>

#include <algorithm>

namespace Weir {

namespace {
bool isHazard(QChar c)
{
    const char16_t u = c.unicode();
    // The zero-width joiners stay: scripts and emoji need them.
    return u < 0x20 || (u >= 0x7f && u <= 0x9f) || u == 0xad || u == 0x061c || u == 0x180e || u == 0x200b
        || u == 0x200e || u == 0x200f || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f)
        || u == 0xfeff || (u >= 0xfff9 && u <= 0xfffb);
}

QString escapeOf(QChar c)
{
    switch (c.unicode()) {
    case '\n':
        return QStringLiteral("\\n");
    case '\r':
        return QStringLiteral("\\r");
    case '\t':
        return QStringLiteral("\\t");
    default:
        break;
    }
    const bool isByte = c.unicode() < 0x100;
    const QString digits = QString::number(c.unicode(), 16).toUpper();
    return (isByte ? QStringLiteral("\\x") : QStringLiteral("\\u"))
        + digits.rightJustified(isByte ? 2 : 4, u'0');
}
} // namespace

QString printableText(const QString &text)
{
    if (std::none_of(text.begin(), text.end(), isHazard))
        return text;
    QString result;
    result.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (isHazard(c))
            result += escapeOf(c);
        else
            result += c;
    }
    return result;
}

QString printableLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    std::transform(lines.begin(), lines.end(), lines.begin(), printableText);
    return lines.join(u'\n');
}

} // namespace Weir
