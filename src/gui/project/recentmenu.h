// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;

namespace Weir {

class AppSettings;

/// Keeps "Open Recent" in step with the settings. GUI thread.
class RecentMenu : public QObject
{
    Q_OBJECT
public:
    RecentMenu(AppSettings &settings, QMenu *menu);
    void rebuild();

Q_SIGNALS:
    void chosen(const QString &path);

private:
    AppSettings &m_settings;
    QMenu *m_menu;
};

} // namespace Weir
