// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/plaintext.h"

#include "core/text/printabletext.h"

namespace Weir {

QString shortText(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return printableText(text);
    const bool splitsCharacter = limit > 0 && text.at(limit - 1).isHighSurrogate();
    return printableText(text.left(splitsCharacter ? limit - 1 : limit)) + QChar(0x2026);
}

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString html = text.toHtmlEscaped();
    html.replace(QLatin1Char('\n'), QLatin1String("<br>"));
    // The tag keeps Qt from guessing: without it "a &lt; b" would be shown with its escapes.
    return QLatin1String("<qt>") + html + QLatin1String("</qt>");
}

} // namespace Weir
