// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/memorysource.h"
#include "core/system/stoppablesleep.h"
#include "db/connections.h"
#include "engine/load/setup/loadsetup.h"
#include "engine/load/write/loadstrategy.h"
#include "support/loadfixture.h"

#include <QTest>

#include <thread>

using namespace Weir;
using namespace WeirTest;

/// What bad rows lead to.
class TestLoadPolicies : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void stopsAfter_data();
    void stopsAfter();
    void stoppedStaysStopped();
    void all();
    void nothing_data();
    void nothing();
    void nothingOfSeveralFiles();
    void nothingWhenAFileCannotBeRead();
    void cancelledAfterTheLastLineWasRead();
    void brokenOff();
    void allCannotBeResumed();
};

void TestLoadPolicies::stopsAfter_data()
{
    QTest::addColumn<qint64>("most");
    QTest::addColumn<double>("percent");
    QTest::addColumn<int>("everyBad");
    QTest::addColumn<qint64>("read"); // of 10,000 in batches of 100
    QTest::newRow("none allowed") << qint64{0} << -1.0 << 250 << qint64{300};
    QTest::newRow("just enough") << qint64{40} << -1.0 << 250 << qint64{10000};
    QTest::newRow("one too many") << qint64{39} << -1.0 << 250 << qint64{10000};
    QTest::newRow("a share") << qint64{-1} << 5.0 << 10 << qint64{1000};
    QTest::newRow("a share not reached") << qint64{-1} << 10.0 << 10 << qint64{10000};
    QTest::newRow("either") << qint64{3} << 50.0 << 250 << qint64{1000};
}

void TestLoadPolicies::stopsAfter()
{
    QFETCH(const qint64, most);
    QFETCH(const double, percent);
    QFETCH(const int, everyBad);
    QFETCH(const qint64, read);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(10000, everyBad)));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = most;
    fixture.plan.settings.maximumPercent = percent;
    const LoadResult result = fixture.loaded();
    const FileResult &file = result.files[0];
    const qint64 bad = read / everyBad;
    QCOMPARE(file.counts.inserted, read - bad);
    QCOMPARE(file.counts.rejected, bad);
    const bool isWithin = (most < 0 || bad <= most) && (percent < 0 || bad * 100 <= read * percent);
    QCOMPARE(file.state, isWithin ? FileState::Finished : FileState::Stopped);
    QCOMPARE(file.resumable, !isWithin);
    QCOMPARE(file.error.isEmpty(), isWithin);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"),
             std::to_string(file.counts.inserted));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), bad + 1);
}

void TestLoadPolicies::stoppedStaysStopped()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 10)));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 15;
    QCOMPARE(fixture.loaded().counts().rejected, 20);
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult still = fixture.loaded();
    QCOMPARE(still.files[0].state, FileState::Stopped);
    QCOMPARE(still.files[0].counts.inserted, 0);
    fixture.plan.settings.maximumRejected = 1000;
    QCOMPARE(fixture.loaded().counts(), (Counts{720, 80, 0, 0}));
}

void TestLoadPolicies::all()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("a.csv"), usersCsv(2000)));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("b.csv"), usersCsv(1000, 0, 5000)));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{3000, 0, 0, 0}));
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[1].state, FileState::Finished);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("3000"));
    QCOMPARE(
        fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load WHERE state = 'finished'"),
        std::string("2"));
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    QCOMPARE(fixture.loaded().counts().read(), 0);
}

void TestLoadPolicies::nothing_data()
{
    QTest::addColumn<QByteArray>("badLine");
    QTest::addColumn<RejectStage>("stage");
    QTest::newRow("rule") << QByteArray("9999,Bad,nobody\n") << RejectStage::Validate;
    QTest::newRow("quote") << QByteArray("9999,B\"ad,b@example.com\n") << RejectStage::Parse;
    QTest::newRow("constraint") << QByteArray("1,Bad,b@example.com\n") << RejectStage::Database;
    QTest::newRow("raise") << QByteArray("9999,raise,b@example.com\n") << RejectStage::Database;
}

void TestLoadPolicies::nothing()
{
    QFETCH(const QByteArray, badLine);
    QFETCH(const RejectStage, stage);
    LoadFixture fixture;
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT);"
                           "CREATE TRIGGER t AFTER INSERT ON users WHEN new.name = 'raise' "
                           "BEGIN SELECT raise(ROLLBACK, 'no'); END"));
    }
    const QByteArray more = usersCsv(500, 100, 20000);
    fixture.add(
        QStringLiteral("users"),
        fixture.write(QStringLiteral("u.csv"), usersCsv(1000) + badLine + more.mid(more.indexOf('\n') + 1)));
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), "name,price\nA,1\nB,2\n"));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    const LoadResult result = fixture.loaded();
    const FileResult &file = result.files[0];
    QCOMPARE(file.state, FileState::Stopped);
    QVERIFY(file.error.contains(QStringLiteral("users.db")));
    QVERIFY(!file.resumable);
    QCOMPARE(file.rows, 1501);
    QCOMPARE(file.counts.inserted, 0);
    QCOMPARE(file.counts.rejected + file.counts.failed, 6);
    QCOMPARE(file.counts.cancelled, 1495);
    QCOMPARE(file.groups.size(), 2 - (stage == RejectStage::Validate ? 1 : 0));
    QCOMPARE(result.files[1].counts, (Counts{2, 0, 0, 0})); // another database
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load"), std::string("0"));
    const QByteArray rejected = fixture.read(QStringLiteral("u.csv.rejected.csv"));
    QCOMPARE(rejected.count('\n'), 7);
    QVERIFY(rejected.startsWith("id,name,email\n" + badLine));
    QVERIFY(fixture.read(QStringLiteral("u.csv.reasons.csv")).contains(rejectStageName(stage).toUtf8()));
}

void TestLoadPolicies::nothingOfSeveralFiles()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("a.csv"), usersCsv(3000)));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("b.csv"), usersCsv(100, 100, 5000)));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("c.csv"), usersCsv(100, 0, 7000)));
    fixture.plan.settings.batchRows = 50;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{0, 1, 0, 3199}));
    for (const FileResult &file : result.files) {
        QCOMPARE(file.state, FileState::Stopped);
        QVERIFY(!file.error.isEmpty());
    }
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
}

void TestLoadPolicies::nothingWhenAFileCannotBeRead()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("a.csv"), usersCsv(500)));
    fixture.add(
        QStringLiteral("users"),
        fixture.write(QStringLiteral("b.csv"),
                      usersCsv(500, 0, 5000) + "1,\"" + QByteArray(4096, 'x') + "\",b@example.com\n"));
    fixture.plan.files[1].format.maximumRecordBytes = 1024;
    fixture.plan.settings.batchRows = 50;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Stopped);
    QCOMPARE(result.files[1].state, FileState::Failed);
    QCOMPARE(result.counts(), (Counts{0, 0, 0, 1000}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));

    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    const LoadResult continued = fixture.loaded();
    QCOMPARE(continued.files[0].state, FileState::Finished);
    QCOMPARE(continued.files[1].state, FileState::Failed);
    QVERIFY(continued.files[1].resumable);
    QCOMPARE(continued.counts(), (Counts{1000, 0, 0, 0}));
}

/// Rows wait in the open transaction, the file is read to its end, and its other batches are not wanted.
void TestLoadPolicies::cancelledAfterTheLastLineWasRead()
{
    LoadFixture fixture;
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT);"
                           "CREATE TRIGGER slow AFTER INSERT ON users BEGIN SELECT count(*) FROM "
                           "(WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000) "
                           "SELECT x FROM c); END"));
    }
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(400)));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(1);
    std::thread canceller([&] {
        while (monitor.progress()[0].counts.inserted == 0)
            stoppableSleep(std::chrono::microseconds(100));
        monitor.pause();
        monitor.cancel();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    canceller.join();
    QVERIFY(result && result->accounted() && result->cancelled);
    QCOMPARE(result->files[0].state, FileState::Cancelled);
    QCOMPARE(result->files[0].error, QString());
    QCOMPARE(result->counts().inserted, 0);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
    QCOMPARE(
        fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load WHERE state = 'finished'"),
        std::string("0"));
}

/// As when memory runs out between two batches.
void TestLoadPolicies::brokenOff()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(10)));
    fixture.plan.project = fixture.project;
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    const std::stop_token never;
    LoadSetup setup(*fixture.databases, fixture.plan, never);
    QVERIFY(setup.prepare());
    LoadMonitor monitor(1);
    FileAccount file(setup.jobs().front(), fixture.plan.settings, monitor);
    Backend &backend = *setup.targets().front().backend;
    const auto session = backend.openSession(newConnectionName(backend.profile().name));
    QVERIFY(session);
    BatchWriter writer(**session, backend, RetryPolicy(1));
    QVERIFY(writer.beginLoads({&file}));
    file.begin();
    LoadPipeline pipeline({{}}, 4);
    const QByteArray text = usersCsv(10);
    MemorySource source(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    CsvSplitter splitter(source, file.job().plan.format, {});
    QVERIFY(splitter.nextRecord().has_value());
    auto chunk = splitter.next();
    QVERIFY(chunk && *chunk);
    LoadBatch batch = file.worker().process({0, 0, 0, std::move(**chunk)}, LoadBatch());
    {
        const auto strategy =
            LoadStrategy::make({fixture.plan.settings, never, pipeline, writer, backend, **session, {&file}});
        strategy->takeBatch(file, batch);
        QCOMPARE(file.countsOfBoth(), (Counts{10, 0, 0, 0}));
    }
    QCOMPARE(file.countsOfBoth(), (Counts{0, 0, 0, 10}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
}

void TestLoadPolicies::allCannotBeResumed()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 10)));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 0;
    QCOMPARE(fixture.loaded().files[0].state, FileState::Stopped);
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    QVERIFY(!fixture.load());
}

QTEST_GUILESS_MAIN(TestLoadPolicies)
#include "tst_loadpolicies.moc"
