// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/docks.h"

#include "gui/widgets/docktitle.h"
#include "gui/widgets/mnemonic.h"

#include <QAction>
#include <QDockWidget>
#include <QKeySequence>
#include <QMainWindow>
#include <QMap>
#include <QMenu>

#include <utility>

namespace Weir {

Docks::Docks(const Theme &theme, const QList<Dock> &docks, QMainWindow *window)
    : QObject(window)
    , m_window(window)
    , m_docks(docks)
{
    for (const Dock &dock : docks) {
        delete dock.place->widget();
        dock.place->setWidget(dock.panel);
        dock.place->setTitleBarWidget(new DockTitle(theme, dock.place));
        connect(dock.go, &QAction::triggered, dock.place, [dock] {
            dock.place->show();
            dock.place->raise();
            dock.focus();
        });
    }
    updateNames();
}

void Docks::addToggles(QMenu *menu, QAction *before)
{
    for (const Dock &dock : std::as_const(m_docks)) {
        QAction *toggle = dock.place->toggleViewAction();
        toggle->setShortcut(QKeySequence(Qt::CTRL | dock.toggleKey));
        menu->insertAction(before, toggle);
    }
    menu->insertSeparator(before);
}

void Docks::reset()
{
    QMap<Qt::DockWidgetArea, QDockWidget *> first;
    for (const Dock &dock : std::as_const(m_docks)) {
        dock.place->setFloating(false);
        m_window->addDockWidget(dock.area, dock.place);
        dock.place->show();
        if (first.contains(dock.area))
            m_window->tabifyDockWidget(first.value(dock.area), dock.place);
        else
            first.insert(dock.area, dock.place);
    }
    for (QDockWidget *dock : std::as_const(first))
        dock->raise();
    resize(Qt::Horizontal);
    resize(Qt::Vertical);
}

void Docks::resize(Qt::Orientation orientation)
{
    QList<QDockWidget *> places;
    QList<int> sizes;
    for (const Dock &dock : std::as_const(m_docks)) {
        const bool isBeside = dock.area == Qt::LeftDockWidgetArea || dock.area == Qt::RightDockWidgetArea;
        if (isBeside != (orientation == Qt::Horizontal) || dock.size == 0)
            continue;
        places.append(dock.place);
        sizes.append(dock.size);
    }
    m_window->resizeDocks(places, sizes, orientation);
}

void Docks::updateNames()
{
    for (const Dock &dock : std::as_const(m_docks))
        dock.place->setAccessibleName(withoutMnemonic(dock.place->windowTitle()));
}

void Docks::removeAll()
{
    for (const Dock &dock : std::as_const(m_docks))
        delete dock.place;
    m_docks.clear();
}

} // namespace Weir
