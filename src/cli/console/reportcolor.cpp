// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/reportcolor.h"

namespace Weir {

namespace {
QString colored(QChar sign, const char *code)
{
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(code), QString(sign));
}
} // namespace

QString coloredReport(const QString &report)
{
    const QString green = colored(u'✓', "32");
    const QString red = colored(u'✗', "31");
    QString result;
    result.reserve(report.size() + report.size() / 4);
    bool lineStart = true;
    for (const QChar c : report) {
        // Only Weir's own signs, not those in the data.
        if (lineStart && c == u'✓')
            result += green;
        else if (lineStart && c == u'✗')
            result += red;
        else
            result += c;
        lineStart = c == u'\n';
    }
    return result;
}

} // namespace Weir
