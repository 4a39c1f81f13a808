// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

enum class BackendKind { Sqlite };
enum class JournalMode { Wal, Delete, Truncate, Persist };
enum class Synchronous { Off, Normal, Full, Extra };

/// A connection profile. No password is ever in it.
struct DatabaseProfile
{
    QString name; // "users": Entity::database refers to it
    BackendKind backend = BackendKind::Sqlite;
    QString file; // "users.db"; relative to the data directory
    JournalMode journalMode = JournalMode::Wal;
    Synchronous synchronous = Synchronous::Full;
    bool foreignKeys = true;
    int busyTimeoutMs = 5000;

    bool operator==(const DatabaseProfile &) const = default;
};

/// Names as project files and PRAGMAs write them: "sqlite", "wal", "full" …
QString backendKindName(BackendKind kind);
bool backendKindFromName(const QString &name, BackendKind *kind);
QString journalModeName(JournalMode mode);
bool journalModeFromName(const QString &name, JournalMode *mode);
QString synchronousName(Synchronous synchronous);
bool synchronousFromName(const QString &name, Synchronous *synchronous);

} // namespace Weir
