// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <variant>

namespace Weir {

enum class BackendKind { Sqlite }; // in the order of DatabaseProfile::place
enum class JournalMode { Wal, Delete, Truncate, Persist };
enum class Synchronous { Off, Normal, Full, Extra };

/// Where an SQLite database is, and how it is written.
struct SqlitePlace
{
    QString file; // "users.db"; relative to the data directory
    JournalMode journalMode = JournalMode::Wal;
    Synchronous synchronous = Synchronous::Full;
    bool foreignKeys = true;

    bool operator==(const SqlitePlace &) const = default;
};

/// A connection profile. No password is ever in it. Each kind of database has its kind of place.
struct DatabaseProfile
{
    QString name; // "users": Entity::database refers to it
    std::variant<SqlitePlace> place;
    std::chrono::milliseconds patience{5000}; // with others who hold a lock

    BackendKind kind() const { return static_cast<BackendKind>(place.index()); }
    /// What users know it by: "users.db".
    QString label() const { return sqlite().file; }
    /// Only where kind() says so.
    const SqlitePlace &sqlite() const { return std::get<SqlitePlace>(place); }
    SqlitePlace &sqlite() { return std::get<SqlitePlace>(place); }

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
