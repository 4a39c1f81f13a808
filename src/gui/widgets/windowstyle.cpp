// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/windowstyle.h"

namespace Weir {

int WindowStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    constexpr int CellMargin = 6;
    return metric == PM_FocusFrameHMargin ? CellMargin : QProxyStyle::pixelMetric(metric, option, widget);
}

int WindowStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                           QStyleHintReturn *returnData) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace Weir
