// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loadfixture.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Loads that end before their file does, and files that were loaded before.
class TestLoadResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void goesOnWhereItStopped();
    void finishedFilesAreDone();
    void knowsFilesByContent();
    void refusesAnotherFile_data();
    void refusesAnotherFile();
    void rejectFilesGoOn();
    void rejectFilesAreNotOverwritten();
    void rejectFilesElsewhere();
    void storedPlanCounts();
    void forgotten();
    void dropsTheLedger();

private:
    static constexpr int Rows = 1000;
    static constexpr int BatchRows = 100;
    static void loadInPart(LoadFixture &fixture);
};

/// Four batches of ten: the fourth has the fourth bad row.
void TestLoadResume::loadInPart(LoadFixture &fixture)
{
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 100)));
    fixture.plan.settings.batchRows = BatchRows;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 3;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Stopped);
    QVERIFY(!result.files[0].error.isEmpty());
    QVERIFY(result.files[0].resumable);
    QVERIFY(result.howToResume().contains(QStringLiteral("u.csv")));
    QCOMPARE(result.files[0].counts.inserted, 396);
    QCOMPARE(result.files[0].counts.rejected, 4);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("396"));
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    fixture.reopen();
}

void TestLoadResume::goesOnWhereItStopped()
{
    LoadFixture fixture;
    loadInPart(fixture);
    const auto refused = fixture.load();
    QVERIFY(!refused);
    QVERIFY(refused.error().sentence.contains(QStringLiteral("--resume")));

    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[0].earlier, (Counts{396, 4, 0, 0}));
    QCOMPARE(result.files[0].counts, (Counts{594, 6, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("990"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load"), std::string("1"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), 11);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")).count('\n'), 11);
}

void TestLoadResume::finishedFilesAreDone()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 100)));
    fixture.plan.settings.known = LoadSettings::Known::Resume; // nothing to resume: loads
    QCOMPARE(fixture.loaded().counts(), (Counts{990, 10, 0, 0}));
    const LoadResult again = fixture.loaded();
    QCOMPARE(again.files[0].state, FileState::Finished);
    QCOMPARE(again.files[0].earlier, (Counts{990, 10, 0, 0}));
    QCOMPARE(again.counts().read(), 0);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("990"));
}

void TestLoadResume::knowsFilesByContent()
{
    LoadFixture fixture;
    const QByteArray text = "name,email\nAnn,ann@example.com\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), text));
    QCOMPARE(Loader(*fixture.databases).known({fixture.project, fixture.plan.files, {}}).value().size(),
             std::size_t{1});
    QCOMPARE(fixture.loaded().counts().inserted, 1);
    fixture.plan.files[0].path = fixture.write(QStringLiteral("other name.csv"), text);
    const auto known = Loader(*fixture.databases).known(fixture.plan);
    QVERIFY(known && known->at(0));
    QCOMPARE(known->at(0)->database, QStringLiteral("users"));
    QCOMPARE(known->at(0)->load.file, fixture.path(QStringLiteral("u.csv")));
    QCOMPARE(known->at(0)->load.state, LoadState::Finished);
    const auto refused = fixture.load();
    QVERIFY(!refused);
    QVERIFY(refused.error().sentence.contains(QStringLiteral("--again")));
    fixture.plan.settings.known = LoadSettings::Known::Again;
    QCOMPARE(fixture.loaded().counts().inserted, 1);

    fixture.plan.settings.known = LoadSettings::Known::Stop;
    fixture.plan.files[0].path = fixture.write(QStringLiteral("u.csv"), "name,email\nBob,bob@example.com\n");
    QVERIFY(!Loader(*fixture.databases).known(fixture.plan)->at(0));
    QCOMPARE(fixture.loaded().counts().inserted, 1);
}

void TestLoadResume::refusesAnotherFile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("appended");
    QTest::newRow("grown") << QByteArray() << QByteArray() << QByteArray("2000,New,new@example.com\n");
    QTest::newRow("changed") << QByteArray("User 7,") << QByteArray("User X,") << QByteArray();
    QTest::newRow("header") << QByteArray("name,email") << QByteArray("email,name") << QByteArray();
}

void TestLoadResume::refusesAnotherFile()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QByteArray, appended);
    LoadFixture fixture;
    loadInPart(fixture);
    QByteArray text = fixture.read(QStringLiteral("u.csv"));
    if (!from.isEmpty())
        text.replace(from, to);
    fixture.write(QStringLiteral("u.csv"), text + appended);
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const auto result = fixture.load();
    const QString sentence = result ? result->files[0].error : result.error().sentence;
    QVERIFY2(sentence.contains(QStringLiteral("u.csv")), qPrintable(sentence));
    if (result)
        QCOMPARE(result->files[0].state, FileState::Failed);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("396"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), 5);

    fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 100)); // the right one
    QCOMPARE(fixture.loaded().counts(), (Counts{594, 6, 0, 0}));
    QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv"))));
    QVERIFY(!fixture.load());
}

void TestLoadResume::rejectFilesGoOn()
{
    LoadFixture fixture;
    loadInPart(fixture);
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const QByteArray whole = fixture.read(QStringLiteral("u.csv.rejected.csv"));
    fixture.write(QStringLiteral("u.csv.rejected.csv"), whole.chopped(1));
    const LoadResult refused = fixture.loaded();
    QCOMPARE(refused.files[0].state, FileState::Failed);
    QVERIFY(refused.files[0].error.contains(QStringLiteral("u.csv.rejected.csv")));
    QCOMPARE(refused.files[0].counts.inserted, 0);

    // Lines of a batch that was never committed.
    fixture.write(QStringLiteral("u.csv.rejected.csv"), whole + "500,User 500,nobody\n");
    fixture.write(QStringLiteral("u.csv.reasons.csv"),
                  fixture.read(QStringLiteral("u.csv.reasons.csv")) + "x,5");
    QCOMPARE(fixture.loaded().counts(), (Counts{594, 6, 0, 0}));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count("\n500,User 500"), 1);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), 11);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")).count('\n'), 11);
}

void TestLoadResume::rejectFilesAreNotOverwritten()
{
    LoadFixture fixture;
    fixture.write(QStringLiteral("u.csv.rejected.csv"), "somebody's own");
    loadInPart(fixture);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")), QByteArray("somebody's own"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected-2.csv")).count('\n'), 5);

    // The load in part may be resumed and needs its own; then they are Weir's to replace, unless edited.
    fixture.plan.settings.known = LoadSettings::Known::Again;
    QCOMPARE(fixture.loaded().counts(), (Counts{594, 10, 396, 0}));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected-2.csv")).count('\n'), 5);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected-3.csv")).count('\n'), 407);
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-3.csv")));
    fixture.write(QStringLiteral("u.csv.rejected-3.csv"), "mended by hand");
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-4.csv")));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected-3.csv")), QByteArray("mended by hand"));
}

void TestLoadResume::rejectFilesElsewhere()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(100, 10)));
    fixture.plan.settings.rejectDirectory = fixture.path(QStringLiteral("nowhere"));
    const LoadResult failed = fixture.loaded();
    QCOMPARE(failed.files[0].state, FileState::Failed);
    QVERIFY(failed.files[0].error.contains(QStringLiteral("nowhere")));
    QCOMPARE(failed.counts(), (Counts{0, 0, 0, 100}));
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("nowhere")));
    QCOMPARE(fixture.loaded().files[0].rejectedFile,
             fixture.path(QStringLiteral("nowhere/u.csv.rejected.csv")));

    fixture.plan.settings.known = LoadSettings::Known::Again;
    fixture.plan.settings.writeRejects = false;
    const LoadResult without = fixture.loaded();
    QCOMPARE(without.counts(), (Counts{0, 10, 90, 0}));
    QVERIFY(without.files[0].rejectedFile.isEmpty());
}

void TestLoadResume::storedPlanCounts()
{
    LoadFixture fixture;
    loadInPart(fixture);
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.batchRows = 7; // as the load began, so it goes on
    fixture.plan.files[0].format.delimiter = ';';
    fixture.plan.files[0].mapping = ColumnMapping::byOrder(fixture.project.entities[0], 1);
    fixture.plan.settings.missing = ColumnMapping::Missing::Blank;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.counts(), (Counts{594, 6, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_ledger"),
             std::string("10"));
}

void TestLoadResume::forgotten()
{
    LoadFixture fixture;
    loadInPart(fixture);
    Loader loader(*fixture.databases);
    const QList<RecordedLoad> loads = loader.history(fixture.project).loads;
    QCOMPARE(loads.size(), 1);
    QCOMPARE(loads.at(0).load.state, LoadState::Running);
    QCOMPARE(loads.at(0).load.counts, (Counts{396, 4, 0, 0}));
    QCOMPARE(loads.at(0).load.batches, 4);
    QVERIFY(!loader.forget(fixture.project, "no such load"));
    QVERIFY(loader.forget(fixture.project, loads.at(0).load.id));
    QVERIFY(loader.history(fixture.project).loads.isEmpty());
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("396"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_ledger"), std::string("0"));
}

void TestLoadResume::dropsTheLedger()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows)));
    fixture.plan.settings.dropLedger = true;
    fixture.plan.settings.batchRows = BatchRows;
    QCOMPARE(fixture.loaded().files[0].state, FileState::Finished);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_load"), std::string("0"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM weir_ledger"), std::string("0"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("1000"));
}

QTEST_GUILESS_MAIN(TestLoadResume)
#include "tst_loadresume.moc"
