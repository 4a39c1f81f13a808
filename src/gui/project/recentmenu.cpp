// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/recentmenu.h"

#include "core/text/printabletext.h"
#include "gui/services/appsettings.h"
#include "models/plaintext.h"

#include <QFileInfo>
#include <QMenu>

namespace Weir {

RecentMenu::RecentMenu(AppSettings &settings, QMenu *menu)
    : QObject(menu)
    , m_settings(settings)
    , m_menu(menu)
{
    menu->setToolTipsVisible(true);
    connect(&settings, &AppSettings::recentProjectsChanged, this, &RecentMenu::rebuild);
    rebuild();
}

void RecentMenu::rebuild()
{
    m_menu->clear();
    const QStringList paths = m_settings.recentProjects();
    for (int i = 0; i < paths.size(); ++i) {
        const QString &path = paths.at(i);
        const QString name = printableText(QFileInfo(path).fileName()).replace(u'&', QLatin1String("&&"));
        QAction *action = m_menu->addAction(tr("&%1  %2").arg(i + 1).arg(name));
        action->setToolTip(plainToolTip(printableText(path)));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    }
    if (paths.isEmpty()) {
        m_menu->addAction(tr("No recent projects"))->setEnabled(false);
        return;
    }
    m_menu->addSeparator();
    QAction *clear = m_menu->addAction(tr("&Clear this list"));
    clear->setObjectName(QStringLiteral("actionClearRecent"));
    // The menu is rebuilt by it: not while the action is still being triggered.
    connect(clear, &QAction::triggered, &m_settings, &AppSettings::clearRecentProjects, Qt::QueuedConnection);
}

} // namespace Weir
