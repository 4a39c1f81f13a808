// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "support/loadfixture.h"

#include <QTest>

#include <thread>

using namespace Weir;
using namespace WeirTest;

Q_DECLARE_METATYPE(SpannedRejects::Record)

/// Whose reject files are whose, and loads that ended before their first batch.
class TestLoadRejects : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void begunLoadClaimsNothing();
    void begunLoadIsTakenOver_data();
    void begunLoadIsTakenOver();
    void againIsGoneOnWith();
    void leftoversGoElsewhereToo();
    void begunRejectFilesAreTaken();
    void oneFileIntoTwoTables_data();
    void oneFileIntoTwoTables();
    void anotherDataDirectory();
    void mendedFilesStay_data();
    void mendedFilesStay();
    void othersFilesStayOnResume();
    void leftoversGoOnResume();
    void ledgerIsDroppedWhenAllAreFinished();
    void swallowedLines_data();
    void swallowedLines();
    void manySwallowedLines();
    void directoryIsNoLeftover();

private:
    static constexpr int Rows = 100;
    static constexpr int Bad = 10;
    static void addUsers(LoadFixture &fixture)
    {
        fixture.add(QStringLiteral("users"),
                    fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, Rows / Bad)));
    }
    /// What is there after kill -9 between the first batch's rejected lines and its commit.
    static void killBeforeFirstBatch(LoadFixture &fixture)
    {
        fixture.databases.reset();
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("DELETE FROM users WHERE id IN (SELECT max(id) FROM users GROUP BY email);"
                           "DELETE FROM weir_ledger WHERE load = (SELECT max(number) FROM weir_load);"
                           "UPDATE weir_load SET state = 'running', content_hash = NULL, finished = '' "
                           "WHERE number = (SELECT max(number) FROM weir_load)"));
        fixture.reopen();
    }
    static QByteArray rejected(const LoadFixture &fixture, int number = 1)
    {
        const QString suffix = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        return fixture.read(QStringLiteral("u.csv.rejected%1.csv").arg(suffix));
    }
};

void TestLoadRejects::begunLoadClaimsNothing()
{
    LoadFixture fixture;
    addUsers(fixture);
    const QByteArray id = fixture.loaded().files[0].loadId;
    killBeforeFirstBatch(fixture);
    Loader loader(*fixture.databases);
    QVERIFY(loader.history(fixture.project).loads.isEmpty());
    fixture.plan.project = fixture.project;
    QVERIFY(!loader.known(fixture.plan)->at(0));
    LoadMonitor monitor(1);
    QVERIFY(!loader.undo(fixture.project, id, monitor));
    QVERIFY(!loader.forget(fixture.project, id));
}

void TestLoadRejects::begunLoadIsTakenOver_data()
{
    QTest::addColumn<LoadSettings::Known>("known");
    QTest::addColumn<LoadSettings::Policy>("policy");
    QTest::newRow("stop") << LoadSettings::Known::Stop << LoadSettings::Policy::Continue;
    QTest::newRow("resume") << LoadSettings::Known::Resume << LoadSettings::Policy::Continue;
    QTest::newRow("again") << LoadSettings::Known::Again << LoadSettings::Policy::Continue;
    QTest::newRow("resume, all or nothing")
        << LoadSettings::Known::Resume << LoadSettings::Policy::AllOrNothing;
}

void TestLoadRejects::begunLoadIsTakenOver()
{
    QFETCH(const LoadSettings::Known, known);
    QFETCH(const LoadSettings::Policy, policy);
    LoadFixture fixture;
    addUsers(fixture);
    QCOMPARE(fixture.loaded().counts(), (Counts{Rows - Bad, Bad, 0, 0}));
    killBeforeFirstBatch(fixture);
    const bool isGood = policy == LoadSettings::Policy::AllOrNothing; // its leftovers must go all the same
    if (isGood)
        fixture.write(QStringLiteral("u.csv"), usersCsv(Rows));
    fixture.plan.settings.known = known;
    fixture.plan.settings.policy = policy;
    QCOMPARE(fixture.loaded().counts(), (Counts{isGood ? Rows : Rows - Bad, isGood ? 0 : Bad, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) || max(state) FROM weir_load"),
             std::string("1finished"));
    QCOMPARE(rejected(fixture).count('\n'), isGood ? 0 : Bad + 1);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")).count('\n'), isGood ? 0 : Bad + 1);
    QCOMPARE(rejected(fixture, 2), QByteArray("no such file"));
}

void TestLoadRejects::againIsGoneOnWith()
{
    LoadFixture fixture;
    const QByteArray text = "name,email\nAnn,ann@example.com\nBob,nobody\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), text));
    QCOMPARE(fixture.loaded().counts(), (Counts{1, 1, 0, 0}));
    fixture.plan.settings.known = LoadSettings::Known::Again;
    LoadMonitor monitor(1);
    monitor.pause(); // the first batch is not begun
    std::thread canceller([&] {
        while (fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load") != "2")
            stoppableSleep(std::chrono::milliseconds(1));
        monitor.cancel();
    });
    const auto cancelled = Loader(*fixture.databases).load(fixture.plan, monitor);
    canceller.join();
    QVERIFY(cancelled && cancelled->cancelled);
    QVERIFY(!cancelled->files[0].resumable);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("1"));

    fixture.plan.settings.known = LoadSettings::Known::Stop; // the first load is still a question
    QVERIFY(!fixture.load());
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    QCOMPARE(fixture.loaded().counts(), (Counts{1, 1, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("2"));
    QCOMPARE(rejected(fixture).count('\n'), 2);
    QCOMPARE(rejected(fixture, 2), QByteArray("no such file"));
    QCOMPARE(fixture.loaded().counts().read(), 0); // done now
}

void TestLoadRejects::leftoversGoElsewhereToo()
{
    LoadFixture fixture;
    addUsers(fixture);
    fixture.loaded();
    killBeforeFirstBatch(fixture);
    fixture.plan.settings.writeRejects = false;
    QCOMPARE(fixture.loaded().counts().rejected, Bad);
    QCOMPARE(rejected(fixture), QByteArray("no such file"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")), QByteArray("no such file"));
}

void TestLoadRejects::begunRejectFilesAreTaken()
{
    LoadFixture fixture; // killed before its first line was written
    addUsers(fixture);
    fixture.loaded();
    killBeforeFirstBatch(fixture);
    const QByteArray reasons = fixture.read(QStringLiteral("u.csv.reasons.csv"));
    fixture.write(QStringLiteral("u.csv.reasons.csv"), reasons.left(reasons.indexOf('\n') + 1));
    QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv.rejected.csv"))));
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected.csv")));
    QVERIFY(fixture.read(QStringLiteral("u.csv.reasons.csv")).startsWith("file,"));
}

void TestLoadRejects::oneFileIntoTwoTables_data()
{
    QTest::addColumn<LoadSettings::Known>("known");
    QTest::addColumn<bool>("both");
    QTest::newRow("again") << LoadSettings::Known::Again << false;
    QTest::newRow("resume") << LoadSettings::Known::Resume << true;
}

void TestLoadRejects::oneFileIntoTwoTables()
{
    QFETCH(const LoadSettings::Known, known);
    QFETCH(const bool, both);
    LoadFixture fixture;
    fixture.project.entities[fixture.project.entityIndex(QStringLiteral("products"))].database =
        QStringLiteral("users");
    addUsers(fixture);
    fixture.plan.settings.extra = ColumnMapping::Extra::Ignore;
    fixture.plan.settings.missing = ColumnMapping::Missing::Blank;
    fixture.loaded();
    const QByteArray first = rejected(fixture);
    QCOMPARE(first.count('\n'), Bad + 1);

    fixture.add(QStringLiteral("products"), fixture.path(QStringLiteral("u.csv")));
    if (!both)
        fixture.plan.files.removeFirst();
    fixture.plan.settings.known = known;
    QCOMPARE(fixture.loaded().counts(), (Counts{0, Rows, 0, 0})); // no product has a price
    QCOMPARE(rejected(fixture), first);
    QCOMPARE(rejected(fixture, 2).count('\n'), Rows + 1);
}

void TestLoadRejects::anotherDataDirectory()
{
    LoadFixture first;
    addUsers(first);
    first.loaded();
    const QByteArray lines = rejected(first);
    LoadFixture second;
    second.plan = first.plan;
    QCOMPARE(second.loaded().files[0].rejectedFile, first.path(QStringLiteral("u.csv.rejected-2.csv")));
    QCOMPARE(rejected(first), lines);
}

void TestLoadRejects::mendedFilesStay_data()
{
    QTest::addColumn<QString>("after");
    for (const char *after : {"all or nothing", "dropped", "forgotten", "recorded"})
        QTest::newRow(after) << QString::fromLatin1(after);
}

void TestLoadRejects::mendedFilesStay()
{
    QFETCH(const QString, after);
    LoadFixture fixture;
    addUsers(fixture);
    if (after == u"all or nothing")
        fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    fixture.plan.settings.dropLedger = after == u"dropped";
    const LoadResult result = fixture.loaded();
    if (after == u"forgotten")
        QVERIFY(Loader(*fixture.databases).forget(fixture.project, result.files[0].loadId));
    const QByteArray mended = rejected(fixture).replace("nobody", "a@b.cc");
    fixture.write(QStringLiteral("u.csv.rejected.csv"), mended);
    fixture.plan.settings = {};
    fixture.plan.settings.known = LoadSettings::Known::Again;
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    QCOMPARE(rejected(fixture), mended);
}

void TestLoadRejects::othersFilesStayOnResume()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 50)));
    fixture.plan.settings.batchRows = 10;
    QCOMPARE(fixture.loaded().counts().rejected, 2);
    fixture.databases.reset();
    { // after its first batch, which had no bad row
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("DELETE FROM users WHERE id > 10; DELETE FROM weir_ledger WHERE number > 0;"
                           "UPDATE weir_load SET state = 'running', content_hash = NULL, finished = ''"));
    }
    fixture.reopen();
    QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv.reasons.csv"))));
    fixture.write(QStringLiteral("u.csv.rejected.csv"), "somebody's own");
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    QCOMPARE(rejected(fixture), QByteArray("somebody's own"));
    QCOMPARE(rejected(fixture, 2).count('\n'), 3);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT rejected_file FROM weir_load"),
             result.files[0].rejectedFile.toStdString());
}

/// A batch that was not committed left lines, and they do not recur: the rules allow more now.
void TestLoadRejects::leftoversGoOnResume()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 50)));
    fixture.plan.settings.batchRows = 10;
    QCOMPARE(fixture.loaded().counts().rejected, 2);
    fixture.databases.reset();
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("DELETE FROM users WHERE id > 10; DELETE FROM weir_ledger WHERE number > 0;"
                           "UPDATE weir_load SET state = 'running', content_hash = NULL, finished = ''"));
    }
    fixture.reopen();
    Entity &users = fixture.project.entities[fixture.project.entityIndex(QStringLiteral("users"))];
    for (Field &field : users.fields)
        field.rules.clear();
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    QCOMPARE(fixture.loaded().counts(), (Counts{Rows - 10, 0, 0, 0}));
    QCOMPARE(rejected(fixture), QByteArray("no such file"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")), QByteArray("no such file"));
}

void TestLoadRejects::ledgerIsDroppedWhenAllAreFinished()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), "name,email\nA,a@b.cc\n"));
    fixture.add(QStringLiteral("products"),
                fixture.write(QStringLiteral("p.csv"), "name,price\nA,1\nB,-2\n"));
    fixture.plan.settings.dropLedger = true;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 0;
    const LoadResult stopped = fixture.loaded();
    QCOMPARE(stopped.files[0].state, FileState::Finished);
    QCOMPARE(stopped.files[1].state, FileState::Stopped);
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult finished = fixture.loaded();
    QCOMPARE(finished.files[0].earlier.inserted, 1);
    QCOMPARE(finished.files[1].state, FileState::Finished);
    QCOMPARE(finished.notes, QStringList());
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("1"));
    for (const char *database : {"users.db", "products.db"}) {
        QCOMPARE(
            fixture.value(QString::fromLatin1(database),
                          "SELECT (SELECT count(*) FROM weir_load) + (SELECT count(*) FROM weir_ledger)"),
            std::string("0"));
    }
}

/// A directory is nothing that Weir has left.
void TestLoadRejects::directoryIsNoLeftover()
{
    LoadFixture fixture;
    addUsers(fixture);
    fixture.loaded();
    killBeforeFirstBatch(fixture);
    const QString lines = fixture.path(QStringLiteral("u.csv.rejected.csv"));
    QVERIFY(QFile::remove(lines) && QDir().mkpath(lines + QStringLiteral("/not empty")));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(rejected(fixture, 2).count('\n'), Bad + 1);
    QVERIFY(QFileInfo(lines).isDir());
}

void TestLoadRejects::swallowedLines_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<qint64>("inserted");
    QTest::addColumn<SpannedRejects::Record>("record");
    const QByteArray good = "1,A,a@example.com\n2,B,b@example.com\n";
    QTest::newRow("never closed") << good + "3,\"C,c@example.com\n" + good.repeated(2) << qint64{2}
                                  << SpannedRejects::Record{4, 5, true};
    QTest::newRow("closed by a later one") << "3,\"C,c@example.com\n4,\"D\",d@example.com\n" + good
                                           << qint64{2} << SpannedRejects::Record{2, 2, false};
    QTest::newRow("a rule says no") << "3,\"C\nc\",nobody\n" + good << qint64{2}
                                    << SpannedRejects::Record{2, 2, false};
    QTest::newRow("the database says no") << good + "1,\"C\n\nc\",c@example.com\n"
                                          << qint64{2} << SpannedRejects::Record{4, 3, false};
    QTest::newRow("accepted") << QByteArray("3,\"C\nc\",c@example.com\nx,D,d@example.com\n") << qint64{1}
                              << SpannedRejects::Record{};
}

void TestLoadRejects::swallowedLines()
{
    QFETCH(QByteArray, lines);
    QFETCH(qint64, inserted);
    QFETCH(SpannedRejects::Record, record);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), "id,name,email\n" + lines));
    const LoadResult result = fixture.loaded();
    const FileResult &file = result.files[0];
    QCOMPARE(file.counts.inserted, inserted);
    QCOMPARE(file.counts.rejected + file.counts.failed, 1);
    const qint64 told = record.lines > 0 ? 1 : 0;
    QCOMPARE(file.spanned.records, told);
    QCOMPARE(file.spanned.lines, record.lines);
    QCOMPARE(file.spanned.longest, told > 0 ? QList{record} : QList<SpannedRejects::Record>());
    QCOMPARE(file.groups[0].examples[0].message.contains(QStringLiteral("as one record")), told > 0);
}

/// The longest are told, wherever in the file they are.
void TestLoadRejects::manySwallowedLines()
{
    LoadFixture fixture;
    QByteArray text = "id,name,email\n";
    for (int i = 1; i <= 40; ++i)
        text +=
            QByteArray::number(i) + ",\"x" + QByteArray("\n").repeated(i == 30 ? 100 : 1 + i % 3) + "\",no\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), text));
    fixture.plan.settings.batchRows = 7;
    const SpannedRejects spanned = fixture.loaded().files[0].spanned;
    QCOMPARE(spanned.records, 40);
    QCOMPARE(spanned.lines, text.count('\n') - 1);
    QCOMPARE(spanned.longest.size(), SpannedRejects::MaximumExamples);
    QCOMPARE(spanned.longest[0].lines, 101);
    QCOMPARE(spanned.longest[1].lines, 4);
}

QTEST_GUILESS_MAIN(TestLoadRejects)
#include "tst_loadrejects.moc"
