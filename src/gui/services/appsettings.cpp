// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/appsettings.h"

#include <QFileInfo>

namespace Weir {

namespace {

const QLatin1String FormatKey("format"); // before there was one: 1
const QLatin1String LanguageKey("language");
const QLatin1String ThemeKey("theme");
const QLatin1String ReplayKey("replaySlowly");
const QLatin1String ConfirmQuitKey("confirmQuitDuringRun");
const QLatin1String SideBySideKey("tablesSideBySide");
const QLatin1String RecentKey("recentProjects");
const QLatin1String AllowedPlacesKey("allowedPlaces");
const QLatin1String GeometryKey("window/geometry");
const QLatin1String StateKey("window/state");

template<typename T>
T oneOf(const QVariant &value, T last)
{
    const int number = value.toInt();
    return number > 0 && number <= static_cast<int>(last) ? static_cast<T>(number) : T{};
}

} // namespace

QString AppSettings::language() const
{
    return m_store.value(LanguageKey).toString();
}

void AppSettings::setLanguage(const QString &language)
{
    m_store.setValue(LanguageKey, language);
}

Theme::Mode AppSettings::themeMode() const
{
    return Theme::modeFromName(m_store.value(ThemeKey).toString());
}

void AppSettings::setThemeMode(Theme::Mode mode)
{
    m_store.setValue(ThemeKey, Theme::modeName(mode));
}

bool AppSettings::replaysSlowly() const
{
    return m_store.value(ReplayKey, true).toBool();
}

void AppSettings::setReplaysSlowly(bool slowly)
{
    if (slowly == replaysSlowly())
        return;
    m_store.setValue(ReplayKey, slowly);
    Q_EMIT replaysSlowlyChanged(slowly);
}

bool AppSettings::confirmsQuitDuringRun() const
{
    return m_store.value(ConfirmQuitKey, true).toBool();
}

void AppSettings::setConfirmsQuitDuringRun(bool confirms)
{
    m_store.setValue(ConfirmQuitKey, confirms);
}

bool AppSettings::tablesSideBySide() const
{
    return m_store.value(SideBySideKey, false).toBool();
}

void AppSettings::setTablesSideBySide(bool sideBySide)
{
    m_store.setValue(SideBySideKey, sideBySide);
}

LoadSettings AppSettings::loadSettings() const
{
    const auto value = [this](const char *key, const QVariant &otherwise = {}) {
        return m_store.value(QLatin1String("load/") + QLatin1String(key), otherwise);
    };
    LoadSettings settings;
    settings.policy = oneOf(value("policy"), LoadSettings::Policy::AllOrNothing);
    settings.maximumRejected = value("maximumRejected", settings.maximumRejected).toLongLong();
    settings.maximumPercent = value("maximumPercent", settings.maximumPercent).toDouble();
    settings.extra = oneOf(value("extra"), ColumnMapping::Extra::Ignore);
    settings.missing = oneOf(value("missing"), ColumnMapping::Missing::Blank);
    settings.ragged = oneOf(value("ragged"), ColumnMapping::Ragged::Fill);
    settings.writeRejects = value("writeRejects", settings.writeRejects).toBool();
    settings.rejectDirectory = value("rejectDirectory").toString();
    settings.keepUndo = value("keepUndo", settings.keepUndo).toBool();
    settings.dropLedger = value("dropLedger", settings.dropLedger).toBool();
    settings.batchRows = value("batchRows", settings.batchRows).toInt();
    settings.workers = value("workers", settings.workers).toInt();
    return settings;
}

void AppSettings::setLoadSettings(const LoadSettings &settings)
{
    const std::pair<const char *, QVariant> values[] = {
        {"policy", static_cast<int>(settings.policy)},
        {"maximumRejected", settings.maximumRejected},
        {"maximumPercent", settings.maximumPercent},
        {"extra", static_cast<int>(settings.extra)},
        {"missing", static_cast<int>(settings.missing)},
        {"ragged", static_cast<int>(settings.ragged)},
        {"writeRejects", settings.writeRejects},
        {"rejectDirectory", settings.rejectDirectory},
        {"keepUndo", settings.keepUndo},
        {"dropLedger", settings.dropLedger},
        {"batchRows", settings.batchRows},
        {"workers", settings.workers},
    };
    for (const auto &[key, value] : values)
        m_store.setValue(QLatin1String("load/") + QLatin1String(key), value);
}

QStringList AppSettings::recentProjects() const
{
    return m_store.value(RecentKey).toStringList();
}

void AppSettings::addRecentProject(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList paths = recentProjects();
    paths.removeAll(absolute);
    paths.prepend(absolute);
    setRecentProjects(paths.mid(0, MaximumRecent));
}

void AppSettings::removeRecentProject(const QString &path)
{
    QStringList paths = recentProjects();
    if (paths.removeAll(QFileInfo(path).absoluteFilePath()) > 0)
        setRecentProjects(paths);
}

void AppSettings::clearRecentProjects()
{
    setRecentProjects({});
}

void AppSettings::setRecentProjects(const QStringList &paths)
{
    m_store.setValue(RecentKey, paths);
    Q_EMIT recentProjectsChanged();
}

bool AppSettings::isPlaceAllowed(const QString &mark) const
{
    return m_store.value(AllowedPlacesKey).toStringList().contains(mark);
}

void AppSettings::allowPlace(const QString &mark)
{
    QStringList marks = m_store.value(AllowedPlacesKey).toStringList();
    marks.removeAll(mark);
    marks.prepend(mark);
    m_store.setValue(AllowedPlacesKey, marks.mid(0, MaximumAllowedPlaces));
}

bool AppSettings::isNewer() const
{
    return m_store.value(FormatKey, Format).toInt() > Format;
}

QByteArray AppSettings::windowGeometry() const
{
    return isNewer() ? QByteArray() : m_store.value(GeometryKey).toByteArray();
}

QByteArray AppSettings::windowState() const
{
    return isNewer() ? QByteArray() : m_store.value(StateKey).toByteArray();
}

void AppSettings::setWindow(const QByteArray &geometry, const QByteArray &state)
{
    if (isNewer())
        return;
    m_store.setValue(FormatKey, Format);
    m_store.setValue(GeometryKey, geometry);
    m_store.setValue(StateKey, state);
}

} // namespace Weir
