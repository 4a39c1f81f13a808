// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadrun.h"
#include "engine/load/setup/loadorder.h"
#include "support/familyfixture.h"

#include <QTest>

#include <algorithm>
#include <fstream>
#include <sys/stat.h>
#include <thread>

using namespace Weir;
using namespace WeirTest;

/// For what streams are waited, and what waits for them.
class TestStreamOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void streamsHoldUpOnlyWhatIsRelated();
    void streamsAmongFiles();
    void streamsInWhateverOrder();
    void sameTable_data();
    void sameTable();
};

void TestStreamOrder::streamsHoldUpOnlyWhatIsRelated()
{
    // A stream into table 0, files into 1 and 2, a file into 3 that refers to 0.
    const LoadOrder order({{0, 0, true}, {1, 1, false}, {2, 2, false}, {3, 3, false}}, {{3, 0}});
    QCOMPARE(order.turns()[1].after, std::vector<int>{});
    QCOMPARE(order.turns()[2].after, std::vector<int>{1});
    QCOMPARE(order.turns()[3].after, (std::vector<int>{2, 0}));
}

void TestStreamOrder::streamsAmongFiles()
{
    // A stream into table 0, files into 1, which refers to it, and 2, streams into 2, 3 and 3.
    const LoadOrder order(
        {{0, 0, true}, {1, 1, false}, {2, 2, false}, {3, 2, true}, {4, 3, true}, {5, 3, true}}, {{1, 0}});
    const std::vector<std::vector<int>> after{{}, {0}, {}, {2}, {}, {4}};
    for (std::size_t i = 0; i < after.size(); ++i) {
        QCOMPARE(order.turns()[i].after, after[i]);
        QCOMPARE(order.turns()[i].followsStream, i == 1 || i == 5);
    }
}

/// One producer after the other, the last of the command first: each stream has to be read when it comes.
void TestStreamOrder::streamsInWhateverOrder()
{
    FamilyFixture fixture("CREATE TABLE grand(id INTEGER PRIMARY KEY, v TEXT);"
                          "CREATE TABLE parent(id INTEGER PRIMARY KEY, v TEXT);"
                          "CREATE TABLE child(id INTEGER PRIMARY KEY, v TEXT);"
                          "CREATE TABLE other(id INTEGER PRIMARY KEY, v TEXT REFERENCES grand(id));");
    QVERIFY(fixture.made);
    constexpr int Rows = 20000; // far more than a pipe holds
    std::vector<std::string> pipes;
    for (const char *entity : {"grand", "parent", "child"}) {
        const QString pipe = fixture.path(QString::fromLatin1(entity));
        pipes.push_back(pipe.toStdString());
        QCOMPARE(::mkfifo(pipes.back().c_str(), S_IRUSR | S_IWUSR), 0);
        fixture.add(QString::fromLatin1(entity), pipe);
        SourceFile &file = fixture.plan.files.last();
        file.mapping = ColumnMapping::byName(fixture.project.entities.at(file.entity),
                                             {QStringLiteral("id"), QStringLiteral("v")});
    }
    fixture.give(QStringLiteral("other"), rows(1, 100));
    fixture.give(QStringLiteral("other"), rows(101, 200), QStringLiteral("other2.csv"));
    fixture.plan.settings.batchRows = 5000;
    std::reverse(pipes.begin(), pipes.end());
    std::thread producer([pipes, text = rows(1, Rows)] {
        for (const std::string &pipe : pipes)
            std::ofstream(pipe) << text.constData();
    });
    const LoadResult result = fixture.loaded();
    producer.join();
    QCOMPARE(result.counts(), (Counts{3 * Rows + 200, 0, 0, 0}));
    for (const FileResult &file : result.files)
        QCOMPARE(file.state, FileState::Finished);
}

void TestStreamOrder::sameTable_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("same") << QStringLiteral("users") << QStringLiteral("users") << true;
    QTest::newRow("other letters") << QStringLiteral("users") << QStringLiteral("USERS") << true;
    QTest::newRow("others beyond ASCII") << QStringLiteral("zähler") << QStringLiteral("ZÄHLER") << false;
    QTest::newRow("other") << QStringLiteral("users") << QStringLiteral("user") << false;
}

/// Of the order of files as of SQLite.
void TestStreamOrder::sameTable()
{
    QFETCH(const QString, one);
    QFETCH(const QString, other);
    QFETCH(const bool, same);
    const LoadFixture fixture;
    const auto backend = fixture.databases->backend(fixture.project.databases.first().name);
    std::vector<LoadTarget> targets{{backend, {}, {}}};
    QVERIFY(RawDatabase(backend->location()).exec("CREATE TABLE t(id INTEGER)"));
    std::vector<PreparedFile> jobs(2);
    for (PreparedFile &job : jobs)
        job.ledger.size = -1; // streams wait for one another only in one table
    jobs[1].index = 1;
    jobs[0].entity = tableEntity(one, backend->profile().name);
    jobs[1].entity = tableEntity(other, backend->profile().name);
    orderJobs(&jobs, &targets);
    QVERIFY2(targets[0].error.isNone(), qPrintable(targets[0].error.sentence));
    QCOMPARE(jobs[1].after, same ? std::vector<int>{0} : std::vector<int>{});
}

QTEST_GUILESS_MAIN(TestStreamOrder)
#include "tst_streamorder.moc"
