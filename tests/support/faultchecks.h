// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loadfixture.h"

namespace WeirTest {

using namespace Weir;

// What tst_faultpoints works on, and what its parts must agree about.

inline constexpr int OldRows = 300;
inline constexpr int Rows = 200; // of the file
inline constexpr int EveryBad = 40;
inline constexpr int BatchRows = 50;
inline constexpr qint64 Bad = Rows / EveryBad;
inline constexpr qint64 Good = Rows - Bad;
inline constexpr int FirstId = 1000;
inline const QString Database = QStringLiteral("users.db");

inline qint64 number(const LoadFixture &fixture, const char *sql)
{
    return std::stoll(fixture.value(Database, sql));
}

/// What the table, the ledger and SQLite itself disagree about.
inline QString disagreement(const LoadFixture &fixture)
{
    if (const std::string check = fixture.value(Database, "PRAGMA integrity_check"); check != "ok")
        return QString::fromStdString(check);
    const qint64 doubled =
        number(fixture, "SELECT count(*) FROM (SELECT email FROM users GROUP BY email HAVING count(*) > 1)");
    if (doubled != 0)
        return QStringLiteral("%1 rows twice").arg(doubled);
    if (number(fixture, "SELECT count(*) FROM users WHERE name LIKE 'Old%'") != OldRows)
        return QStringLiteral("rows of before are gone");
    return {};
}

inline qint64 loadedRows(const LoadFixture &fixture)
{
    return number(fixture, "SELECT count(*) FROM users WHERE id >= 1000 AND name LIKE 'User%'");
}

inline qint64 recordedRows(const LoadFixture &fixture)
{
    if (number(fixture, "SELECT count(*) FROM sqlite_schema WHERE name='weir_ledger'") == 0)
        return 0;
    return number(fixture, "SELECT coalesce(sum(inserted), 0) FROM weir_ledger");
}

/// Of the load's file: told, recorded and in the table. `before`: rows that an earlier part of it has loaded.
inline QString loadDisagreement(const LoadFixture &fixture, const FileResult *file, qint64 before)
{
    if (const QString found = disagreement(fixture); !found.isEmpty())
        return found;
    const qint64 rows = loadedRows(fixture);
    if (rows != recordedRows(fixture))
        return QStringLiteral("%1 rows, %2 in the ledger").arg(rows).arg(recordedRows(fixture));
    if (!file)
        return {};
    // Nothing can be said of the rows then: which is said.
    const bool unknown = file->error.contains(QStringLiteral("cannot be found out"));
    const qint64 told = before + file->counts.inserted;
    if (rows != told && !(unknown && rows > told))
        return QStringLiteral("%1 rows told, %2 in the table: %3").arg(told).arg(rows).arg(file->error);
    if ((file->state == FileState::Failed) == file->error.isEmpty())
        return QStringLiteral("state and error differ");
    return {};
}

/// All reject files of this kind as one, the header once: a load whose files could not be looked at goes on
/// in new ones.
inline QByteArray contentOf(const LoadFixture &fixture, const char *kind)
{
    const QStringList found =
        QDir(fixture.directory.path()).entryList({QStringLiteral("*.%1*.csv").arg(QLatin1String(kind))});
    QByteArray content;
    for (const QString &name : found) {
        QFile file(fixture.path(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray lines = file.readAll();
        content += content.isEmpty() ? lines : lines.mid(lines.indexOf('\n') + 1);
    }
    return content;
}

inline QString finishedDisagreement(const LoadFixture &fixture, const Expected<LoadResult> &result)
{
    if (!result)
        return QStringLiteral("afterwards: ") + result.error().sentence;
    const FileResult &file = result->files.constFirst();
    Counts counts = file.counts;
    counts += file.earlier;
    if (file.state != FileState::Finished || counts != Counts{Good, Bad, 0, 0})
        return QStringLiteral("afterwards: state %1, %2 rows, %3")
            .arg(static_cast<int>(file.state))
            .arg(counts.inserted)
            .arg(file.error);
    if (const QByteArray lines = contentOf(fixture, "rejected");
        lines.count('\n') != Bad + 1 || !lines.startsWith("id,name,email\n"))
        return QStringLiteral("rejected lines in \"%1\": %2")
            .arg(file.rejectedFile, QString::fromUtf8(lines));
    if (const QByteArray lines = contentOf(fixture, "reasons"); lines.count('\n') != Bad + 1)
        return QStringLiteral("reasons in \"%1\": %2").arg(file.reasonsFile, QString::fromUtf8(lines));
    return loadDisagreement(fixture, &file, file.earlier.inserted);
}

} // namespace WeirTest
