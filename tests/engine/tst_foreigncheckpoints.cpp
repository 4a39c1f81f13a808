// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loadfixture.h"
#include "support/lockholderprocess.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>
#include <vector>

using namespace Weir;
using namespace WeirTest;
using Weir::Test::LockHolderProcess;

/// Loads beside other programs that copy the log into the database, and that write.
class TestForeignCheckpoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void load_data();
    void load();
    void loadBesideAWriter_data();
    void loadBesideAWriter();

private:
    static constexpr int Rows = 100'000;
    static bool prepare(LoadFixture &fixture);
    static void check(LoadFixture &fixture, const LoadResult &result, int rows);
};

/// A database that is there before the load, and the file.
bool TestForeignCheckpoints::prepare(LoadFixture &fixture)
{
    const Entity users = fixture.project.entities.at(fixture.project.entityIndex(QStringLiteral("users")));
    const auto prepared = fixture.databases->backend(users.database)->prepare({users});
    RawDatabase(fixture.path(QStringLiteral("users.db"))).value("CREATE TABLE theirs(a)");
    fixture.reopen();
    fixture.add(users.name, fixture.write(QStringLiteral("users.csv"), usersCsv(Rows)));
    return prepared.has_value();
}

/// It finishes, or stops with the true reason; in either case what is told is what is there.
void TestForeignCheckpoints::check(LoadFixture &fixture, const LoadResult &result, int rows)
{
    const FileResult &file = result.files.constFirst();
    const std::string told = std::to_string(file.counts.inserted);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users WHERE name LIKE 'User %'"),
             told);
    QCOMPARE(fixture.value(QStringLiteral("users.db"),
                           "SELECT count(DISTINCT id) FROM users WHERE name LIKE 'User %'"),
             told);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT coalesce(sum(inserted),0) FROM weir_ledger"),
             told);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "PRAGMA integrity_check"), std::string("ok"));
    QVERIFY2(file.state == FileState::Finished, qPrintable(file.error));
    QCOMPARE(file.counts.inserted, rows);
}

void TestForeignCheckpoints::load_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("programs");
    QTest::addColumn<int>("batchRows");
    for (const char *mode : {"PASSIVE", "FULL", "RESTART", "TRUNCATE"}) {
        for (const int programs : {1, 2}) {
            for (const int batchRows : {500, 10'000}) {
                QTest::addRow("%s, %d, %d rows", mode, programs, batchRows)
                    << QString::fromLatin1(mode) << programs << batchRows;
            }
        }
    }
}

void TestForeignCheckpoints::load()
{
    QFETCH(QString, mode);
    QFETCH(int, programs);
    QFETCH(int, batchRows);
    LoadFixture fixture;
    QVERIFY(prepare(fixture));
    fixture.plan.settings.batchRows = batchRows;
    std::vector<std::unique_ptr<LockHolderProcess>> others;
    for (int program = 0; program < programs; ++program) {
        others.push_back(std::make_unique<LockHolderProcess>(
            QStringList{QStringLiteral("loop"), fixture.path(QStringLiteral("users.db")),
                        QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(mode)}));
        QVERIFY(others.back()->holds());
    }
    const LoadResult result = fixture.loaded();
    for (const auto &other : others) {
        other->letGo();
        QVERIFY(other->succeeded());
    }
    check(fixture, result, Rows);
}

void TestForeignCheckpoints::loadBesideAWriter_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("programs");
    for (const int programs : {1, 2}) {
        QTest::addRow("stays open, %d", programs) << QStringLiteral("write") << programs;
        QTest::addRow("opens and closes, %d", programs) << QStringLiteral("loop") << programs;
    }
}

void TestForeignCheckpoints::loadBesideAWriter()
{
    QFETCH(QString, how);
    QFETCH(int, programs);
    LoadFixture fixture;
    QVERIFY(prepare(fixture));
    std::vector<std::unique_ptr<LockHolderProcess>> others;
    for (int program = 0; program < programs; ++program) {
        others.push_back(std::make_unique<LockHolderProcess>(
            QStringList{how, fixture.path(QStringLiteral("users.db")),
                        QStringLiteral("INSERT INTO theirs VALUES(hex(randomblob(2000)))")}));
    }
    // An ordinary program with default settings, writing to a table of its own.
    const LoadResult result = fixture.loaded();
    for (const auto &other : others) {
        other->letGo();
        QVERIFY(other->succeeded());
    }
    check(fixture, result, Rows);
    QVERIFY(std::stoi(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM theirs")) > 0);
}

QTEST_GUILESS_MAIN(TestForeignCheckpoints)
#include "tst_foreigncheckpoints.moc"
