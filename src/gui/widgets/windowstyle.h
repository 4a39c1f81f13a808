// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Weir {

/// Fusion, with room beside the text of table cells and without pictures in dialogs' buttons.
class WindowStyle : public QProxyStyle
{
    Q_OBJECT
public:
    WindowStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {}

    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
};

} // namespace Weir
