// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadplan.h"
#include "gui/widgets/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QStringList>

namespace Weir {

/// What the window remembers of the user's choices, typed. The store is the caller's: tests give a file of
/// their own. GUI thread.
class AppSettings : public QObject
{
    Q_OBJECT
public:
    /// Counts up when what is stored changes its meaning. What a newer Weir stored of the window's
    /// arrangement is left alone: it may name what this one has not.
    static constexpr int Format = 1;
    static constexpr int MaximumRecent = 8;
    static constexpr int MaximumAllowedPlaces = 200;

    explicit AppSettings(QSettings &store, QObject *parent = nullptr)
        : QObject(parent)
        , m_store(store)
    {}

    QString language() const; // "" (the system's), "en", "de", "zh_CN"
    void setLanguage(const QString &language);
    Theme::Mode themeMode() const;
    void setThemeMode(Theme::Mode mode);
    bool replaysSlowly() const;
    void setReplaysSlowly(bool slowly);
    bool confirmsQuitDuringRun() const;
    void setConfirmsQuitDuringRun(bool confirms);
    bool tablesSideBySide() const;
    void setTablesSideBySide(bool sideBySide);

    /// What the last load was asked for; LoadSettings::known aside.
    LoadSettings loadSettings() const;
    void setLoadSettings(const LoadSettings &settings);

    QStringList recentProjects() const; // absolute paths, the newest first
    void addRecentProject(const QString &path);
    void removeRecentProject(const QString &path);
    void clearRecentProjects();

    /// Files outside a project's folder that it may work on, by markOfFiles().
    bool isPlaceAllowed(const QString &mark) const;
    void allowPlace(const QString &mark);

    QByteArray windowGeometry() const; // empty: none that could be used
    QByteArray windowState() const;
    void setWindow(const QByteArray &geometry, const QByteArray &state);

Q_SIGNALS:
    void recentProjectsChanged();
    void replaysSlowlyChanged(bool slowly);

private:
    void setRecentProjects(const QStringList &paths);
    bool isNewer() const;

    QSettings &m_store;
};

} // namespace Weir
