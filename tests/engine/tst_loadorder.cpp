// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/loadorder.h"
#include "support/familyfixture.h"

#include <QFileInfo>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace Weir;
using namespace WeirTest;

class TestLoadOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void turns_data();
    void turns();
    void references();
    void referencesOfAMissingDatabase();
    void childrenFirst_data();
    void childrenFirst();
    void filesOfOneTableAsGiven();
    void circles();
    void itself();
    void twoDatabases();
    void manySmallFilesBehindALargeOne();
    void stopAfter();
    void resumed();
    void cancelledWhileOthersWait();
    void tablesThatThisLoadMakes();
    void toldBeforehand();

private:
    static constexpr auto AllOrNothing = LoadSettings::Policy::AllOrNothing;
};

void TestLoadOrder::turns_data()
{
    using References = QList<TableReference>;
    QTest::addColumn<std::vector<int>>("tables"); // by file
    QTest::addColumn<References>("references");
    QTest::addColumn<std::vector<int>>("order");
    QTest::newRow("none") << std::vector<int>{} << References{} << std::vector<int>{};
    QTest::newRow("unrelated") << std::vector<int>{2, 0, 1} << References{} << std::vector<int>{0, 1, 2};
    QTest::newRow("as it should be") << std::vector<int>{0, 1} << References{{1, 0}}
                                     << std::vector<int>{0, 1};
    QTest::newRow("child first") << std::vector<int>{1, 0} << References{{1, 0}} << std::vector<int>{1, 0};
    QTest::newRow("unrelated ones stay")
        << std::vector<int>{1, 2, 0, 3} << References{{1, 0}} << std::vector<int>{1, 2, 0, 3};
    QTest::newRow("chain") << std::vector<int>{2, 1, 0} << References{{2, 1}, {1, 0}}
                           << std::vector<int>{2, 1, 0};
    QTest::newRow("several files of a table")
        << std::vector<int>{1, 0, 1, 0} << References{{1, 0}} << std::vector<int>{1, 3, 0, 2};
    QTest::newRow("to itself") << std::vector<int>{0, 0} << References{{0, 0}} << std::vector<int>{0, 1};
    QTest::newRow("circle") << std::vector<int>{1, 0} << References{{1, 0}, {0, 1}} << std::vector<int>{0, 1};
    QTest::newRow("circle and what it needs")
        << std::vector<int>{1, 0, 2} << References{{1, 0}, {0, 1}, {0, 2}} << std::vector<int>{2, 0, 1};
    QTest::newRow("child of a circle")
        << std::vector<int>{2, 1, 0} << References{{1, 0}, {0, 1}, {2, 1}} << std::vector<int>{1, 2, 0};
    QTest::newRow("tables without a file")
        << std::vector<int>{0} << References{{0, 7}, {9, 0}, {-1, 0}} << std::vector<int>{0};
}

void TestLoadOrder::turns()
{
    QFETCH(std::vector<int>, tables);
    QFETCH(QList<TableReference>, references);
    QFETCH(std::vector<int>, order);
    std::vector<LoadOrder::File> files;
    for (const int table : tables)
        files.push_back({static_cast<int>(files.size()), table, false});
    const LoadOrder sorted(files, references);
    std::vector<int> found;
    int before = -1;
    for (const LoadOrder::Turn &turn : sorted.turns()) {
        found.push_back(turn.index);
        QCOMPARE(turn.after, before < 0 ? std::vector<int>{} : std::vector<int>{before});
        before = turn.index;
    }
    QCOMPARE(found, order);
    QCOMPARE(sorted.isAsGiven(), std::is_sorted(order.begin(), order.end()));
}

void TestLoadOrder::references()
{
    const FamilyFixture fixture;
    QVERIFY(fixture.made);
    const auto backend = fixture.databases->backend(fixture.project.databases.first().name);
    QList<Entity> entities = fixture.project.entities;
    entities += tableEntity(QStringLiteral("missing"), backend->profile().name);
    entities += tableEntity(QStringLiteral("x') --\""), backend->profile().name);
    const auto found = backend->references(entities);
    QVERIFY(found.has_value());
    QCOMPARE(*found, (QList<TableReference>{{1, 0}, {2, 1}}));
}

void TestLoadOrder::referencesOfAMissingDatabase()
{
    LoadFixture fixture;
    const auto backend = fixture.databases->backend(fixture.project.databases.first().name);
    const auto found = backend->references(fixture.project.entities);
    QVERIFY(!found);
    QVERIFY(!found.error().sentence.isEmpty());
    QVERIFY(!QFile::exists(backend->location()));
}

void TestLoadOrder::childrenFirst_data()
{
    QTest::addColumn<LoadSettings::Policy>("policy");
    QTest::addColumn<int>("workers");
    QTest::newRow("go on") << LoadSettings::Policy::Continue << 1;
    QTest::newRow("go on, many workers") << LoadSettings::Policy::Continue << 4;
    QTest::newRow("all or nothing") << AllOrNothing << 1;
    QTest::newRow("all or nothing, many workers") << AllOrNothing << 4;
}

/// A large parent, small children named before it.
void TestLoadOrder::childrenFirst()
{
    QFETCH(LoadSettings::Policy, policy);
    QFETCH(int, workers);
    FamilyFixture fixture;
    fixture.give(QStringLiteral("child"), rows(1, 3000, 1));
    fixture.give(QStringLiteral("other"), rows(1, 200));
    fixture.give(QStringLiteral("parent"), rows(1, 9000, 100));
    fixture.give(QStringLiteral("grand"), rows(1, 100));
    fixture.plan.settings.policy = policy;
    fixture.plan.settings.workers = workers;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{12300, 0, 0, 0}));
    for (const FileResult &file : result.files)
        QCOMPARE(file.state, FileState::Finished);
    QCOMPARE(fixture.written(), (Strings{"other", "grand", "parent", "child"}));
    // As given in the result; the order is said.
    QCOMPARE(QFileInfo(result.files[0].path).fileName(), QStringLiteral("child.csv"));
    QCOMPARE(result.notes.size(), 1);
    QVERIFY(result.notes[0].contains(QStringLiteral("other.csv, grand.csv, parent.csv, child.csv")));
    QVERIFY(result.notes[0].contains(fixture.file));
}

void TestLoadOrder::filesOfOneTableAsGiven()
{
    FamilyFixture fixture;
    fixture.give(QStringLiteral("other"), "v\n" + QByteArray("first\n").repeated(2000),
                 QStringLiteral("1.csv"));
    for (int i = 2; i < 8; ++i) {
        fixture.give(QStringLiteral("other"), "v\nfile" + QByteArray::number(i) + '\n',
                     QString::number(i) + QStringLiteral(".csv"));
    }
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{2006, 0, 0, 0}));
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(fixture.column(fixture.file, "SELECT DISTINCT v FROM other ORDER BY id"),
             (Strings{"first", "file2", "file3", "file4", "file5", "file6", "file7"}));
}

void TestLoadOrder::circles()
{
    FamilyFixture fixture("CREATE TABLE grand(id INTEGER PRIMARY KEY, v TEXT REFERENCES parent(id));"
                          "CREATE TABLE parent(id INTEGER PRIMARY KEY, v TEXT REFERENCES grand(id));"
                          "INSERT INTO grand(id) VALUES(1);");
    QVERIFY(fixture.made);
    fixture.give(QStringLiteral("parent"), "id,v\n1,1\n");
    fixture.give(QStringLiteral("grand"), "id,v\n2,1\n");
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{2, 0, 0, 0}));
    QCOMPARE(result.notes, QStringList());
}

void TestLoadOrder::itself()
{
    FamilyFixture fixture("CREATE TABLE grand(id INTEGER PRIMARY KEY, v TEXT REFERENCES grand(id));"
                          "CREATE TABLE parent(id INTEGER PRIMARY KEY, v TEXT REFERENCES grand(id));");
    QVERIFY(fixture.made);
    fixture.give(QStringLiteral("parent"), "id,v\n1,2\n");
    fixture.give(QStringLiteral("grand"), "id,v\n1,\n2,1\n");
    QCOMPARE(fixture.loaded().counts(), (Counts{3, 0, 0, 0}));
}

void TestLoadOrder::twoDatabases()
{
    FamilyFixture fixture;
    DatabaseProfile second = fixture.project.databases.first();
    second.name = QStringLiteral("second");
    second.sqlite().file = QStringLiteral("second.db");
    fixture.project.databases += second;
    fixture.project.entities += tableEntity(QStringLiteral("far"), second.name);
    fixture.reopen();
    fixture.give(QStringLiteral("far"), rows(1, 500));
    fixture.give(QStringLiteral("parent"), rows(1, 500));
    fixture.give(QStringLiteral("far"), rows(501, 900), QStringLiteral("far2.csv"));
    fixture.give(QStringLiteral("grand"), rows(1, 500));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{1900, 0, 0, 0}));
    QCOMPARE(result.notes.size(), 1);
    QVERIFY(result.notes[0].contains(QStringLiteral("grand.csv, parent.csv")));
    QVERIFY(!result.notes[0].contains(QStringLiteral("far")));
}

/// Their chunks wait together, without taking the room of the one whose turn it is.
void TestLoadOrder::manySmallFilesBehindALargeOne()
{
    FamilyFixture fixture;
    constexpr int Files = 60;
    for (int i = 0; i < Files; ++i)
        fixture.give(QStringLiteral("child"), rows(1 + i * 20, 20 + i * 20),
                     QStringLiteral("c%1.csv").arg(i));
    fixture.give(QStringLiteral("parent"), rows(1, 20000, 20000));
    fixture.give(QStringLiteral("grand"), rows(1, 1));
    fixture.plan.settings.batchRows = 10;
    QCOMPARE(fixture.loaded().counts(), (Counts{Files * 20 + 20001, 0, 0, 0}));
}

/// The parent is stopped, and its children fail for want of it; all is told.
void TestLoadOrder::stopAfter()
{
    FamilyFixture fixture;
    fixture.give(QStringLiteral("child"), rows(1, 100));
    fixture.give(QStringLiteral("parent"), "id,v\n" + QByteArray("x,1\n").repeated(400) + "1,1\n");
    fixture.give(QStringLiteral("grand"), rows(1, 10));
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 60;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[1].state, FileState::Stopped);
    QCOMPARE(result.files[2].state, FileState::Finished);
    QCOMPARE(result.files[0].state, FileState::Stopped);
    QCOMPARE(result.files[0].counts.inserted, 0);
    QCOMPARE(fixture.count("parent"), std::string("0"));
}

void TestLoadOrder::resumed()
{
    FamilyFixture fixture;
    fixture.give(QStringLiteral("child"), rows(1, 1000));
    QByteArray parents = rows(1, 1000, 100);
    parents.replace("\n700,7\n", "\nx,7\n701,8\n");
    parents.replace("\n701,8\n701,8\n", "\n701,8\n");
    fixture.give(QStringLiteral("parent"), parents);
    fixture.give(QStringLiteral("grand"), rows(1, 10));
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 0;
    const LoadResult stopped = fixture.loaded();
    QCOMPARE(stopped.files[1].state, FileState::Stopped);
    QVERIFY(stopped.files[1].counts.inserted > 600);

    fixture.reopen();
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[1].state, FileState::Finished);
    QCOMPARE(result.files[2].counts, Counts());
    QCOMPARE(fixture.count("parent"), std::string("999"));
    QCOMPARE(fixture.written(), (Strings{"grand", "parent", "child", "parent", "child"}));
}

void TestLoadOrder::cancelledWhileOthersWait()
{
    FamilyFixture fixture;
    fixture.give(QStringLiteral("child"), rows(1, 2000));
    fixture.give(QStringLiteral("other"), rows(1, 2000));
    fixture.give(QStringLiteral("parent"), rows(1, 30000, 30000));
    fixture.give(QStringLiteral("grand"), rows(1, 1));
    fixture.plan.settings.batchRows = 10;
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(4);
    std::thread canceller([&monitor] {
        while (monitor.progress()[2].counts.inserted < 100 && !hasEnded(monitor.progress()[2].state))
            std::this_thread::yield();
        monitor.cancel();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    canceller.join();
    QVERIFY(result.has_value());
    QVERIFY(result->accounted());
    QCOMPARE(result->files[0].counts.inserted, 0);
    QCOMPARE(result->files[0].state, FileState::Cancelled);
    QVERIFY(result->files[2].counts.inserted >= 100);
}

void TestLoadOrder::tablesThatThisLoadMakes()
{
    FamilyFixture fixture("");
    fixture.give(QStringLiteral("child"), rows(1, 10));
    fixture.give(QStringLiteral("parent"), rows(1, 10));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{20, 0, 0, 0}));
    QCOMPARE(result.notes, QStringList());
}

void TestLoadOrder::toldBeforehand()
{
    FamilyFixture fixture;
    fixture.give(QStringLiteral("child"), rows(1, 10));
    fixture.give(QStringLiteral("parent"), rows(1, 10));
    fixture.plan.project = fixture.project;
    auto notes = Loader(*fixture.databases).orderNotes(fixture.plan);
    QVERIFY(notes.has_value());
    QCOMPARE(notes->size(), 1);
    QVERIFY(notes->at(0).contains(QStringLiteral("parent.csv, child.csv")));
    QCOMPARE(fixture.count("sqlite_schema WHERE name LIKE 'weir%'"), std::string("0"));

    std::swap(fixture.plan.files[0], fixture.plan.files[1]);
    notes = Loader(*fixture.databases).orderNotes(fixture.plan);
    QVERIFY(notes.has_value());
    QCOMPARE(*notes, QStringList());
}

QTEST_GUILESS_MAIN(TestLoadOrder)
#include "tst_loadorder.moc"
