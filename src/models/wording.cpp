// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace Weir {

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Inserted:
        return QCoreApplication::translate("Weir::Verdict", "Inserted");
    case Verdict::Rejected:
        return QCoreApplication::translate("Weir::Verdict", "Rejected");
    case Verdict::Failed:
        return QCoreApplication::translate("Weir::Verdict", "Failed");
    case Verdict::Cancelled:
        return QCoreApplication::translate("Weir::Verdict", "Cancelled");
    case Verdict::Updated:
        return QCoreApplication::translate("Weir::Verdict", "Updated");
    }
    return {};
}

QString verdictSign(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Inserted:
    case Verdict::Updated:
        return QStringLiteral("\u2713");
    case Verdict::Rejected:
    case Verdict::Failed:
        return QStringLiteral("\u2717");
    case Verdict::Cancelled:
        return QStringLiteral("\u2013");
    }
    return {};
}

QString removeRowsText(int count)
{
    return count == 1 ? QCoreApplication::translate("Weir::Undo", "Remove row")
                      : QCoreApplication::translate("Weir::Undo", "Remove %n rows", nullptr, count);
}

QString moveRowsText(int count)
{
    return count == 1 ? QCoreApplication::translate("Weir::Undo", "Move row")
                      : QCoreApplication::translate("Weir::Undo", "Move %n rows", nullptr, count);
}

int pluralOf(qint64 count)
{
    constexpr qint64 Most = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp<qint64>(count, 0, Most));
}

QString durationText(qint64 ns)
{
    constexpr double Microsecond = 1e3;
    constexpr double Millisecond = 1e6;
    constexpr double Second = 1e9;
    const auto number = [](double value) {
        const int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
        return QLocale().toString(value, 'f', digits);
    };
    const auto value = static_cast<double>(ns);
    if (value < Millisecond)
        return QCoreApplication::translate("Weir::Duration", "%1 µs").arg(number(value / Microsecond));
    if (value < Second)
        return QCoreApplication::translate("Weir::Duration", "%1 ms").arg(number(value / Millisecond));
    return QCoreApplication::translate("Weir::Duration", "%1 s").arg(number(value / Second));
}

} // namespace Weir
