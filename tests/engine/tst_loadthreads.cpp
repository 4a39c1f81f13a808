// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fewthreads.h"
#include "support/loadfixture.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Loads where the system allows few threads.
class TestLoadThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { allowThreads(); }
    void fewThreads_data();
    void fewThreads();
};

void TestLoadThreads::fewThreads_data()
{
    QTest::addColumn<int>("threads");
    for (int threads = 0; threads < 12; ++threads)
        QTest::addRow("%d", threads) << threads;
}

void TestLoadThreads::fewThreads()
{
    QFETCH(const int, threads);
    constexpr int Needed = 7; // two that make the databases, two writers, two readers, a worker
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 10)));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("v.csv"), usersCsv(1000, 10, 5000)));
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), "name,price\nA,1\n"));
    fixture.plan.settings.workers = 256;
    fixture.plan.settings.batchRows = 100;
    allowThreads(threads);
    const LoadResult result = fixture.loaded();
    if (threads >= Needed) {
        QCOMPARE(result.counts(), (Counts{1801, 200, 0, 0}));
        QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), 101);
        return;
    }
    for (const FileResult &file : result.files) {
        QCOMPARE(file.state, FileState::Failed);
        QVERIFY(file.error.contains(QStringLiteral("threads")));
    }
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestLoadThreads)
#include "tst_loadthreads.moc"
