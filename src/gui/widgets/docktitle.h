// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace Weir {

class Theme;

/// A dock's title bar in the theme's colours, with buttons that keyboard and screen readers reach. GUI
/// thread.
class DockTitle : public QWidget
{
    Q_OBJECT
public:
    DockTitle(const Theme &theme, QDockWidget *dock);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QDockWidget *m_dock;
    QLabel *m_label;
    QToolButton *m_float;
    QToolButton *m_close;
};

} // namespace Weir
