// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "support/loadfixture.h"
#include "support/lockholderprocess.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>
#include <unistd.h>

using namespace Weir;
using namespace WeirTest;

namespace {

/// The standard input of this process, from a pipe, for its lifetime.
class StandardInput
{
public:
    StandardInput()
        : m_saved(::dup(STDIN_FILENO))
    {
        int ends[2] = {-1, -1};
        m_works = ::pipe(ends) == 0 && ::dup2(ends[0], STDIN_FILENO) >= 0;
        ::close(ends[0]);
        m_end = ends[1];
    }
    ~StandardInput()
    {
        close();
        ::dup2(m_saved, STDIN_FILENO);
        ::close(m_saved);
    }
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

    bool write(const QByteArray &bytes) const
    {
        return m_works
            && ::write(m_end, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size();
    }
    void close()
    {
        if (m_end >= 0)
            ::close(m_end);
        m_end = -1;
    }

private:
    int m_saved;
    int m_end = -1;
    bool m_works = false;
};

} // namespace

class TestLoadTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cancelledAtRandomMoments();
    void pausedAtRandomMoments();
    void pausedAndCancelled();
    void lockedInTheMiddle();
    void lockedForGood();
    void databaseMovedAway();
    void rowsThatCostTheirTransaction();
    void readsStandardInput();
    void cancelsWaitingForStandardInput();

private:
    static void addThree(LoadFixture &fixture, int rows);
    static Counts countsOf(const LoadFixture &fixture);
    /// Waits until so many rows are committed, or the load is over.
    static void awaitInserted(const LoadMonitor &monitor, qint64 rows);
};

void TestLoadTrouble::addThree(LoadFixture &fixture, int rows)
{
    QByteArray products = "id,name,price\n";
    QByteArray orders = "id,user_id,product_id,quantity\n";
    for (int i = 1; i <= rows; ++i) {
        const QByteArray id = QByteArray::number(i);
        products += id + ",Thing " + id + (i % 50 == 0 ? ",-1\n" : ",1.5\n");
        orders += id + ',' + id + ",1," + (i % 50 == 0 ? "none\n" : "2\n");
    }
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(rows, 50)));
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), products));
    fixture.add(QStringLiteral("orders"), fixture.write(QStringLiteral("o.csv"), orders));
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.batchRows = 20;
}

Counts TestLoadTrouble::countsOf(const LoadFixture &fixture)
{
    Counts counts;
    for (const char *entity : {"users", "products", "orders"}) {
        const QString name = QString::fromLatin1(entity);
        counts.inserted += std::stoll(fixture.value(name + QStringLiteral(".db"),
                                                    ("SELECT count(*) FROM " + std::string(entity)).c_str()));
    }
    for (const char *file : {"u.csv", "p.csv", "o.csv"}) {
        const QByteArray rejected = fixture.read(QString::fromLatin1(file) + QStringLiteral(".rejected.csv"));
        const QList<QByteArray> lines = rejected.split('\n');
        counts.rejected += lines.size() - 2;
        if (QSet<QByteArray>(lines.begin(), lines.end()).size() != lines.size())
            qWarning("a line was rejected twice");
    }
    return counts;
}

void TestLoadTrouble::awaitInserted(const LoadMonitor &monitor, qint64 rows)
{
    for (;;) {
        Counts counts;
        bool isOver = true;
        for (const FileProgress &file : monitor.progress()) {
            counts += file.counts;
            isOver = isOver && file.state != FileState::Waiting && file.state != FileState::Loading;
        }
        if (counts.inserted >= rows || isOver)
            return;
        stoppableSleep(std::chrono::microseconds(100));
    }
}

void TestLoadTrouble::cancelledAtRandomMoments()
{
    constexpr int Rows = 5000;
    QRandomGenerator random(11);
    LoadFixture fixture;
    addThree(fixture, Rows);
    int cancelled = 0;
    for (bool finished = false; !finished;) {
        LoadMonitor monitor(3);
        fixture.plan.project = fixture.project;
        const qint64 rows = random.bounded(900);
        std::thread canceller([&] {
            awaitInserted(monitor, rows);
            monitor.cancel();
        });
        const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
        canceller.join();
        QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
        QVERIFY(result->accounted());
        finished = true;
        for (const FileResult &file : result->files) {
            QCOMPARE(file.error, QString());
            finished = finished && file.state == FileState::Finished;
        }
        QCOMPARE(result->cancelled, !finished);
        cancelled += finished ? 0 : 1;
    }
    QVERIFY(cancelled > 5);
    QCOMPARE(countsOf(fixture), (Counts{3 * (Rows - Rows / 50), 3 * (Rows / 50), 0, 0}));
}

void TestLoadTrouble::pausedAtRandomMoments()
{
    constexpr int Rows = 3000;
    QRandomGenerator random(12);
    LoadFixture fixture;
    addThree(fixture, Rows);
    LoadMonitor monitor(3);
    fixture.plan.project = fixture.project;
    std::atomic<bool> over{false};
    std::thread pauser([&] {
        while (!over) {
            monitor.pause();
            stoppableSleep(std::chrono::microseconds(random.bounded(2000)));
            monitor.resume();
            stoppableSleep(std::chrono::microseconds(random.bounded(2000)));
        }
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    over = true;
    pauser.join();
    QVERIFY(result && result->accounted());
    QCOMPARE(countsOf(fixture), (Counts{3 * (Rows - Rows / 50), 3 * (Rows / 50), 0, 0}));
}

void TestLoadTrouble::pausedAndCancelled()
{
    LoadFixture fixture;
    addThree(fixture, 5000);
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(3);
    monitor.pause();
    std::thread canceller([&] {
        stoppableSleep(std::chrono::milliseconds(20));
        monitor.cancel();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    canceller.join();
    QVERIFY(result && result->accounted() && result->cancelled);
    QCOMPARE(result->counts().inserted, 0);
}

void TestLoadTrouble::lockedInTheMiddle()
{
    LoadFixture fixture;
    addThree(fixture, 5000);
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(3);
    std::thread locker([&] {
        awaitInserted(monitor, 2000);
        monitor.pause();
        Test::LockHolderProcess holder(
            {QStringLiteral("sql"), fixture.path(QStringLiteral("users.db")),
             QStringLiteral("PRAGMA busy_timeout=10000; BEGIN IMMEDIATE; INSERT INTO users(id) VALUES(-1)")});
        monitor.resume();
        stoppableSleep(std::chrono::milliseconds(100));
        holder.letGo();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    locker.join();
    QVERIFY(result && result->accounted());
    QCOMPARE(result->files[0].error, QString());
    QCOMPARE(countsOf(fixture), (Counts{3 * 4900, 300, 0, 0}));
}

void TestLoadTrouble::lockedForGood()
{
    LoadFixture fixture;
    for (DatabaseProfile &profile : fixture.project.databases)
        profile.patience = std::chrono::milliseconds(20);
    fixture.project.run.maxAttempts = 2;
    fixture.reopen();
    addThree(fixture, 5000);
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(3);
    std::optional<Test::LockHolderProcess> holder;
    std::thread locker([&] {
        awaitInserted(monitor, 1000);
        monitor.pause(); // so that the load is not over before the lock is there
        holder.emplace(QStringList{QStringLiteral("sql"), fixture.path(QStringLiteral("users.db")),
                                   QStringLiteral("PRAGMA busy_timeout=10000; BEGIN IMMEDIATE")});
        monitor.resume();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    locker.join();
    QVERIFY(result && result->accounted());
    holder.reset();
    QCOMPARE(result->files[0].state, FileState::Failed);
    QVERIFY(result->files[0].error.contains(QStringLiteral("users.db")));
    QVERIFY(result->files[0].resumable);
    QVERIFY(result->files[0].counts.cancelled > 0);
    QCOMPARE(result->files[1].state, FileState::Finished);
    const LoadResult resumed = fixture.loaded();
    QCOMPARE(resumed.files[0].state, FileState::Finished);
    QCOMPARE(countsOf(fixture), (Counts{3 * 4900, 300, 0, 0}));
}

void TestLoadTrouble::databaseMovedAway()
{
    LoadFixture fixture;
    addThree(fixture, 5000);
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(3);
    std::thread mover([&] {
        awaitInserted(monitor, 500);
        monitor.pause(); // so that the load is not over before
        QFile::rename(fixture.path(QStringLiteral("users.db")), fixture.path(QStringLiteral("moved.db")));
        monitor.resume();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    mover.join();
    QVERIFY(result && result->accounted());
    QCOMPARE(result->files[0].state, FileState::Failed);
    QVERIFY(result->files[0].error.contains(QStringLiteral("users.db")));
    QCOMPARE(result->files[1].state, FileState::Finished);
    QCOMPARE(result->files[2].state, FileState::Finished);
    fixture.databases.reset();
    QVERIFY(
        QFile::rename(fixture.path(QStringLiteral("moved.db")), fixture.path(QStringLiteral("users.db"))));
    // A batch that was committed and not yet safe when the file went is in it, but was not claimed.
    const qint64 claimed = result->files[0].counts.inserted;
    const qint64 held = std::stoll(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"));
    QVERIFY2(held >= claimed && held <= claimed + fixture.plan.settings.batchRows,
             qPrintable(QStringLiteral("%1 rows, %2 claimed").arg(held).arg(claimed)));
    fixture.reopen();
    QCOMPARE(fixture.loaded().files[0].state, FileState::Finished);
    QCOMPARE(countsOf(fixture), (Counts{3 * 4900, 300, 0, 0}));
}

void TestLoadTrouble::rowsThatCostTheirTransaction()
{
    LoadFixture fixture;
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT);"
                           "CREATE TRIGGER t AFTER INSERT ON users WHEN new.id % 40 = 0 "
                           "BEGIN SELECT raise(ROLLBACK, 'no such number'); END"));
    }
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 50)));
    fixture.plan.settings.batchRows = 200;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.counts(), (Counts{960, 20, 20, 0})); // every 200th is rejected and would have failed
    const QList<QByteArray> rejected = fixture.read(QStringLiteral("u.csv.rejected.csv")).split('\n');
    QCOMPARE(rejected.size(), 42);
    for (int i = 2; i <= 40; ++i)
        QVERIFY(rejected[i - 1].split(',').at(0).toInt() < rejected[i].split(',').at(0).toInt());
    Loader loader(*fixture.databases);
    LoadMonitor monitor(1);
    QCOMPARE(loader.undo(fixture.project, result.files[0].loadId, monitor)->removed, 960);
}

void TestLoadTrouble::readsStandardInput()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), QStringLiteral("-"));
    fixture.plan.settings.batchRows = 10;
    fixture.plan.settings.rejectDirectory = fixture.directory.path();
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 3;
    const QByteArray text = usersCsv(500, 20);
    for (const FileState expected : {FileState::Stopped, FileState::Finished}) {
        StandardInput input;
        QVERIFY(input.write(text.mid(200)));
        input.close();
        fixture.plan.files[0].head = text.left(200);
        const LoadResult result = fixture.loaded();
        QCOMPARE(result.files[0].error.isEmpty(), expected == FileState::Finished);
        QCOMPARE(result.files[0].state, expected);
        fixture.plan.settings.policy = LoadSettings::Policy::Continue;
        fixture.plan.settings.known = LoadSettings::Known::Resume;
    }
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("475"));
    QCOMPARE(fixture.read(QStringLiteral("stdin.rejected.csv")).count('\n'), 26);
}

void TestLoadTrouble::cancelsWaitingForStandardInput()
{
    const StandardInput input;
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), QStringLiteral("-"));
    fixture.plan.files[0].mapping = ColumnMapping::byOrder(fixture.project.entities[0], 3);
    fixture.plan.settings.rejectDirectory = fixture.directory.path();
    fixture.plan.project = fixture.project;
    LoadMonitor monitor(1);
    std::thread canceller([&] {
        stoppableSleep(std::chrono::milliseconds(30));
        monitor.cancel();
    });
    const auto result = Loader(*fixture.databases).load(fixture.plan, monitor);
    canceller.join();
    QVERIFY(result && result->cancelled && result->accounted());
    QCOMPARE(result->files[0].state, FileState::Cancelled);
}

QTEST_GUILESS_MAIN(TestLoadTrouble)
#include "tst_loadtrouble.moc"
