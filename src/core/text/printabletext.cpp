// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printabletext.h"

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

/// Of a pair that makes one of the tag characters (U+E0000 to U+E007F): nobody sees what they spell.
bool isTag(QChar high, QChar low)
{
    return high.unicode() == 0xdb40 && low.unicode() >= 0xdc00 && low.unicode() <= 0xdc7f;
}

bool hasTag(const QString &text)
{
    return std::adjacent_find(text.begin(), text.end(), isTag) != text.end();
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
    if (std::none_of(text.begin(), text.end(), isHazard) && !hasTag(text))
        return text;
    QString result;
    result.reserve(text.size() + 16);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isHazard(c)) {
            result += escapeOf(c);
        } else if (i + 1 < text.size() && isTag(c, text.at(i + 1))) {
            const char32_t tag = QChar::surrogateToUcs4(c, text.at(++i));
            result += QStringLiteral("\\U000") + QString::number(tag, 16).toUpper();
        } else {
            result += c;
        }
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
