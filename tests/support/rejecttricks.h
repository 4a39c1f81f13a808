// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loadfixture.h"

#include <QFileInfo>
#include <QMap>
#include <QTest>

#include <functional>
#include <sys/stat.h>
#include <unistd.h>

namespace WeirTest {

/// Something that is done to the database users.db and the reject files of u.csv while no load is running.
using Trick = std::function<void(LoadFixture &)>;

inline bool tell(LoadFixture &fixture, const QString &sql)
{
    return RawDatabase(fixture.path(QStringLiteral("users.db"))).exec(sql.toUtf8().constData());
}

/// Makes the ledger name these.
inline Trick naming(const char *rejected, const char *reasons)
{
    return [=](LoadFixture &fixture) {
        QVERIFY(tell(fixture,
                     QStringLiteral("UPDATE weir_load SET rejected_file='%1', reasons_file='%2'")
                         .arg(fixture.path(QString::fromLatin1(rejected)),
                              fixture.path(QString::fromLatin1(reasons)))));
    };
}

/// The same, and that is where the files are.
inline Trick moved(const char *rejected, const char *reasons)
{
    return [=](LoadFixture &fixture) {
        naming(rejected, reasons)(fixture);
        QVERIFY(QFile::rename(fixture.path(QStringLiteral("u.csv.rejected.csv")),
                              fixture.path(QString::fromLatin1(rejected))));
        QVERIFY(QFile::rename(fixture.path(QStringLiteral("u.csv.reasons.csv")),
                              fixture.path(QString::fromLatin1(reasons))));
    };
}

inline Trick telling(const char *sql)
{
    return [=](LoadFixture &fixture) {
        QVERIFY(tell(fixture, QString::fromLatin1(sql)));
    };
}

/// Puts something else where a reject file was.
inline Trick replacing(const char *file, const std::function<bool(const QByteArray &path)> &trap)
{
    return [=](LoadFixture &fixture) {
        const QString path = fixture.path(QString::fromLatin1(file));
        QVERIFY(QFile::rename(path, fixture.path(QStringLiteral("kept"))));
        QVERIFY(trap(path.toUtf8()));
    };
}

inline bool symbolicLink(const QByteArray &path)
{
    return ::symlink("kept", path.constData()) == 0;
}

inline bool hardLink(const QByteArray &path)
{
    const QByteArray kept = path.left(path.lastIndexOf('/') + 1) + "kept";
    return ::link(kept.constData(), path.constData()) == 0;
}

inline bool directory(const QByteArray &path)
{
    return ::mkdir(path.constData(), S_IRWXU) == 0;
}

inline bool namedPipe(const QByteArray &path)
{
    return ::mkfifo(path.constData(), S_IRUSR | S_IWUSR) == 0;
}

inline std::function<bool(const QByteArray &)> content(const QByteArray &text)
{
    return [=](const QByteArray &path) {
        QFile file(QString::fromUtf8(path));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
}

/// Everything but the databases and the loaded file, with what is in it; links as such.
inline QMap<QString, QByteArray> others(const LoadFixture &fixture)
{
    QMap<QString, QByteArray> files;
    const QDir directory(fixture.directory.path());
    for (const QFileInfo &info :
         directory.entryInfoList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot)) {
        if (info.fileName().contains(QLatin1String(".db")) || info.fileName() == u"u.csv")
            continue;
        files[info.fileName()] = info.isSymLink() ? info.symLinkTarget().toUtf8()
            : info.isFile()                       ? fixture.read(info.fileName())
                                                  : QByteArray("special");
    }
    return files;
}

/// What is there after kill -9 between the first batch's rejected lines and its commit.
inline void killBeforeFirstBatch(LoadFixture &fixture)
{
    fixture.databases.reset();
    QVERIFY(tell(fixture,
                 QStringLiteral("DELETE FROM users; DELETE FROM weir_ledger;"
                                "UPDATE weir_load SET state='running', content_hash=NULL, finished=''")));
}

constexpr int Rows = 100;
constexpr int Bad = 10;
constexpr int BadInFirst = 4; // that the first two batches had

/// What is there after kill -9 when two batches of five are committed.
inline void loadInPart(LoadFixture &fixture)
{
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, Rows / Bad)));
    fixture.plan.settings.batchRows = 20;
    QCOMPARE(fixture.loaded().counts(), (Weir::Counts{Rows - Bad, Bad, 0, 0}));
    fixture.databases.reset();
    QVERIFY(tell(fixture,
                 QStringLiteral("DELETE FROM users WHERE id > 40; DELETE FROM weir_ledger WHERE number > 1;"
                                "UPDATE weir_load SET state='running', content_hash=NULL, finished=''")));
    fixture.plan.settings.known = Weir::LoadSettings::Known::Resume;
}

} // namespace WeirTest
