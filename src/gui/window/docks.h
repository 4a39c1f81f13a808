// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QDockWidget;
class QMainWindow;
class QMenu;

namespace Weir {

class Theme;

/// A panel at an edge of the window.
struct Dock
{
    QDockWidget *place;
    QWidget *panel;
    Qt::DockWidgetArea area; // the second one of an area goes behind the first, as a tab
    int size;                // of the first one of an area
    Qt::Key toggleKey;       // with Ctrl
    QAction *go;
    std::function<void()> focus;
};

/// The panels at the window's edges, all by one description. GUI thread.
class Docks : public QObject
{
    Q_OBJECT
public:
    Docks(const Theme &theme, const QList<Dock> &docks, QMainWindow *window);

    /// An entry for each, to show and to hide it.
    void addToggles(QMenu *menu, QAction *before);
    /// All where they were at first.
    void reset();
    /// What is made of the titles; they may be in another language.
    void updateNames();
    void removeAll();

private:
    void resize(Qt::Orientation orientation);

    QMainWindow *m_window;
    QList<Dock> m_docks;
};

} // namespace Weir
