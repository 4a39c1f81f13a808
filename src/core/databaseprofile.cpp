// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/databaseprofile.h"

#include "core/nametable.h"

namespace Weir {

namespace {
constexpr NamedValue<BackendKind> Backends[] = {
    {BackendKind::Sqlite, QLatin1String("sqlite")},
};

constexpr NamedValue<JournalMode> JournalModes[] = {
    {JournalMode::Wal, QLatin1String("wal")},
    {JournalMode::Delete, QLatin1String("delete")},
    {JournalMode::Truncate, QLatin1String("truncate")},
    {JournalMode::Persist, QLatin1String("persist")},
};

constexpr NamedValue<Synchronous> SynchronousModes[] = {
    {Synchronous::Off, QLatin1String("off")},
    {Synchronous::Normal, QLatin1String("normal")},
    {Synchronous::Full, QLatin1String("full")},
    {Synchronous::Extra, QLatin1String("extra")},
};
} // namespace

QString backendKindName(BackendKind kind)
{
    return nameIn(Backends, kind);
}

bool backendKindFromName(const QString &name, BackendKind *kind)
{
    return valueIn(Backends, name, kind);
}

QString journalModeName(JournalMode mode)
{
    return nameIn(JournalModes, mode);
}

bool journalModeFromName(const QString &name, JournalMode *mode)
{
    return valueIn(JournalModes, name, mode);
}

QString synchronousName(Synchronous synchronous)
{
    return nameIn(SynchronousModes, synchronous);
}

bool synchronousFromName(const QString &name, Synchronous *synchronous)
{
    return valueIn(SynchronousModes, name, synchronous);
}

} // namespace Weir
