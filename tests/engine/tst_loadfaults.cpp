// SPDX-License-Identifier: GPL-3.0-or-later
// Every row once and every rejected line once, whatever the disk does.
#include "support/diskfaults.h"
#include "support/faultydisk.h"
#include "support/loadfixture.h"
#include "support/readonlyplace.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Weir;
using namespace WeirTest;
using Weir::Test::SmallDisk;

class TestLoadFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { FaultyDisk::mend(); }
    void powerCutsLoseNothing_data() { addPowerCuts(); }
    void powerCutsLoseNothing();
    void errorsLoseNothing_data() { addWriteErrors(); }
    void errorsLoseNothing();
    void fullDisk();

private:
    static constexpr int Rows = 600;
    static constexpr int BatchRows = 100;
    static constexpr int EveryBad = 150;
    static constexpr qint64 Good = Rows - Rows / EveryBad;
    static constexpr qint64 Bad = Rows / EveryBad;

    QStringList rejectFiles() const
    {
        return {m_csv + QStringLiteral(".rejected.csv"), m_csv + QStringLiteral(".reasons.csv")};
    }
    void prepare(LoadFixture &fixture, Synchronous synchronous = Synchronous::Full) const;
    QString troubleAfterGoingOn(LoadFixture &fixture) const;

    QTemporaryDir m_files; // outlives the disks
    QString m_csv;
};

namespace {

/// What the database and its ledger disagree about, or nothing. `acknowledged`: rows that the load had called
/// inserted.
QString trouble(const LoadFixture &fixture, qint64 acknowledged)
{
    const RawDatabase database(fixture.path(QStringLiteral("users.db")));
    if (const std::string check = database.value("PRAGMA integrity_check"); check != "ok")
        return QString::fromStdString(check);
    const auto number = [&](const char *sql) {
        return std::stoll(database.value(sql));
    };
    const bool hasTables =
        number("SELECT count(*) FROM sqlite_schema WHERE name IN ('users', 'weir_ledger')") == 2;
    const qint64 rows = hasTables ? number("SELECT count(*) FROM users") : 0;
    const qint64 recorded = hasTables ? number("SELECT coalesce(sum(inserted), 0) FROM weir_ledger") : 0;
    if (rows != recorded)
        return QStringLiteral("%1 rows, %2 in the ledger").arg(rows).arg(recorded);
    if (rows < acknowledged)
        return QStringLiteral("%1 rows of %2 that were acknowledged").arg(rows).arg(acknowledged);
    return {};
}

/// Rows that a power cut must not take away.
qint64 confirmed(const LoadResult &result)
{
    return result.counts().inserted - result.files.constFirst().unconfirmed;
}

} // namespace

void TestLoadFaults::initTestCase()
{
    FaultyDisk::install();
    m_csv = m_files.filePath(QStringLiteral("u.csv"));
    QFile file(m_csv);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(usersCsv(Rows, EveryBad)) > 0);
}

void TestLoadFaults::prepare(LoadFixture &fixture, Synchronous synchronous) const
{
    for (const QString &name : rejectFiles())
        QFile::remove(name);
    for (DatabaseProfile &profile : fixture.project.databases)
        profile.sqlite().synchronous = synchronous;
    fixture.reopen();
    fixture.add(QStringLiteral("users"), m_csv);
    fixture.plan.settings.batchRows = BatchRows;
    fixture.plan.settings.workers = 1;
}

QString TestLoadFaults::troubleAfterGoingOn(LoadFixture &fixture) const
{
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const auto result = fixture.load();
    if (!result)
        return result.error().sentence;
    const FileResult &file = result->files.constFirst();
    Counts counts = file.counts;
    counts += file.earlier;
    if (file.state != FileState::Finished || counts != Counts{Good, Bad, 0, 0} || !result->accounted())
        return QStringLiteral("state %1: %2").arg(static_cast<int>(file.state)).arg(file.error);
    for (const QString &name : rejectFiles()) {
        QFile lines(name);
        if (!lines.open(QIODevice::ReadOnly) || lines.readAll().count('\n') != Bad + 1)
            return QStringLiteral("not every rejected line once in %1").arg(name);
    }
    const std::string ids =
        fixture.value(QStringLiteral("users.db"), "SELECT count(*) || ' ' || sum(id) FROM users");
    const qint64 sum = qint64{Rows} * (Rows + 1) / 2 - EveryBad * Bad * (Bad + 1) / 2;
    if (ids != std::to_string(Good) + ' ' + std::to_string(sum))
        return QStringLiteral("rows: ") + QString::fromStdString(ids);
    return trouble(fixture, Good);
}

void TestLoadFaults::powerCutsLoseNothing()
{
    QFETCH(Synchronous, synchronous);
    QFETCH(bool, safe);
    long all = 0;
    {
        LoadFixture whole;
        prepare(whole, synchronous);
        FaultyDisk::cutPowerAt(1'000'000);
        QCOMPARE(whole.loaded().counts(), (Counts{Good, Bad, 0, 0}));
        all = FaultyDisk::operations();
        QVERIFY(all > 50);
    }
    std::mt19937 random(5);
    int broken = 0;
    unsigned struck = 0;
    for (unsigned cut = 0; cut < PowerCuts && (safe || broken == 0); ++cut) {
        LoadFixture before;
        prepare(before, synchronous);
        const long operation = 1 + static_cast<long>(random() % static_cast<unsigned long>(all));
        FaultyDisk::cutPowerAt(operation);
        const auto result = before.load();
        struck += FaultyDisk::hasStruck() ? 1 : 0; // how many operations a load takes varies a little
        QVERIFY(!result || result->accounted());
        const qint64 acknowledged = result ? confirmed(*result) : 0;
        before.databases.reset();
        LoadFixture after;
        after.project = before.project;
        after.plan = before.plan;
        FaultyDisk::restore(after.directory.path().toStdString(), cut % 3 == 0 ? 0 : cut);
        FaultyDisk::mend();
        after.reopen();
        QString found = trouble(after, acknowledged);
        if (found.isEmpty())
            found = troubleAfterGoingOn(after);
        if (found.isEmpty())
            continue;
        ++broken;
        QVERIFY2(!safe, qPrintable(QStringLiteral("cut at %1: %2").arg(operation).arg(found)));
    }
    QCOMPARE(broken == 0, safe);
    QVERIFY(!safe || struck > PowerCuts * 9 / 10);
}

void TestLoadFaults::errorsLoseNothing()
{
    QFETCH(int, code);
    QFETCH(bool, sticky);
    bool struck = true;
    long operation = 0;
    while (struck) { // until the load is through before it comes to that operation
        ++operation;
        LoadFixture fixture;
        prepare(fixture);
        FaultyDisk::failAt(operation, code, sticky);
        const auto result = fixture.load();
        struck = FaultyDisk::hasStruck();
        qint64 acknowledged = 0;
        if (result) {
            QVERIFY(result->accounted());
            acknowledged = result->counts().inserted;
            const FileResult &file = result->files.constFirst();
            QCOMPARE(file.state == FileState::Failed, !file.error.isEmpty());
            QVERIFY(struck || file.state == FileState::Finished);
        } else {
            QVERIFY(!result.error().sentence.isEmpty());
        }
        FaultyDisk::mend();
        fixture.reopen();
        QString found = trouble(fixture, acknowledged);
        if (found.isEmpty())
            found = troubleAfterGoingOn(fixture);
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("operation %1: %2").arg(operation).arg(found)));
    }
    QVERIFY(operation > 50);
}

void TestLoadFaults::fullDisk()
{
    constexpr int DiskKibibytes = 4096;
    int full = 0;
    for (int kibibytes = 100; kibibytes <= 700; kibibytes += 20) {
        LoadFixture fixture;
        const SmallDisk small(fixture.directory.path(), DiskKibibytes);
        if (!small.isMounted())
            QSKIP("needs the right to mount");
        prepare(fixture);
        const QByteArray content((DiskKibibytes - kibibytes) * 1024, 'x');
        QVERIFY(!fixture.write(QStringLiteral("filler"), content).isEmpty());
        const auto result = fixture.load();
        const QString error = result ? result->files.constFirst().error : result.error().sentence;
        full += error.isEmpty() ? 0 : 1;
        QVERIFY2(error.isEmpty() || error.contains(fixture.directory.path()), qPrintable(error));
        QCOMPARE(trouble(fixture, result ? result->counts().inserted : 0), QString());
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("filler"))));
        QCOMPARE(troubleAfterGoingOn(fixture), QString());
        fixture.databases.reset(); // before the disk goes
    }
    QVERIFY(full > 3);
}

QTEST_GUILESS_MAIN(TestLoadFaults)
#include "tst_loadfaults.moc"
