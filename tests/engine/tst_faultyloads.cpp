// SPDX-License-Identifier: GPL-3.0-or-later
// A load over a database that does not do what it should: told is what it holds, or that nobody knows, and
// whatever happened, a resume ends with every row once.
#include "db/rowhash.h"
#include "engine/load/loadrun.h"
#include "engine/load/values/loadmonitor.h"
#include "support/memorybackend.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Weir;
using namespace Weir::Test;

using Kind = MemoryTrouble::Kind;
using Policy = LoadSettings::Policy;

namespace {

constexpr int BatchRows = 100;
constexpr int Batches = 5;
constexpr int Rows = BatchRows * Batches;

Field field(const char *name, FieldType type, bool key)
{
    return {QString::fromLatin1(name), QString::fromLatin1(name), type, key, {}};
}

Entity usersEntity()
{
    Entity entity;
    entity.name = QStringLiteral("users");
    entity.title = QStringLiteral("Users");
    entity.table = QStringLiteral("users");
    entity.database = QStringLiteral("memory");
    entity.fields = {field("id", FieldType::Integer, true), field("name", FieldType::Text, false)};
    return entity;
}

/// One file on its way into a database in memory, as a load's setup has it.
class LoadScene
{
public:
    explicit LoadScene(Policy policy = Policy::Continue)
    {
        m_plan.settings.batchRows = BatchRows;
        m_plan.settings.writeRejects = false;
        m_plan.settings.policy = policy;
        m_plan.project.run.maxAttempts = 3;
        QFile file(m_directory.filePath(QStringLiteral("users.csv")));
        QByteArray text("id,name\n");
        for (int row = 1; row <= Rows; ++row)
            text += QByteArray::number(row) + ",User " + QByteArray::number(row) + '\n';
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qWarning("the file cannot be written");
        file.close();
        if (const auto done = m_backend->prepare({m_entity}); !done)
            qWarning("%s", qUtf8Printable(done.error().sentence));
        m_job = newJob(file.fileName(), text.size());
    }

    MemoryStore &store() { return m_backend->store(); }
    qint64 held() { return store().rowCount(m_entity.table); }

    FileResult load() { return run(m_job); }
    /// With what the ledger knows, as a program that starts anew.
    FileResult resume()
    {
        PreparedFile job = m_job;
        const auto session = m_backend->openSession({});
        const auto loads = (*session)->ledger().loads();
        if (!loads->isEmpty() && loads->constFirst().isOnlyBegun()) {
            job.supersedes = {job.ledger.id};
            job.ledger.id = QByteArray(16, 'g');
        } else if (!loads->isEmpty()) {
            job.ledger = loads->constFirst();
            job.plan = *StoredPlan::parse(job.ledger.plan);
            job.earlier = *(*session)->ledger().batches(job.ledger.id);
            job.isResumed = true;
            job.isDone = job.ledger.state == LoadState::Finished;
        }
        return run(job);
    }

private:
    PreparedFile newJob(const QString &path, qint64 size) const
    {
        PreparedFile job;
        job.file.path = path;
        job.file.entity = 0;
        job.file.mapping = ColumnMapping::byName(m_entity, {QStringLiteral("id"), QStringLiteral("name")});
        job.entity = m_entity;
        job.databaseFile = QStringLiteral("memory");
        job.plan = {job.file.format,
                    job.file.mapping,
                    m_plan.settings.ragged,
                    {BatchRows, CsvSplitter::Limits().bytes},
                    StoredPlan::fieldNames(m_entity),
                    {}};
        job.ledger.id = QByteArray(16, 'f');
        job.ledger.file = path;
        job.ledger.size = size;
        job.ledger.entity = m_entity.name;
        job.ledger.table = m_entity.table;
        job.ledger.columns = RowHasher::columns(m_entity);
        job.ledger.plan = job.plan.serialize();
        job.ledger.started = QDateTime::currentDateTimeUtc();
        return job;
    }
    FileResult run(const PreparedFile &job)
    {
        LoadMonitor monitor(1);
        const LoadResult result = LoadRun(m_plan, {job}, {{m_backend, {}, {}}}, monitor).execute();
        if (!result.accounted())
            qWarning("rows are not accounted for");
        return result.files.constFirst();
    }

    const Entity m_entity = usersEntity();
    QTemporaryDir m_directory;
    LoadPlan m_plan;
    std::shared_ptr<MemoryBackend> m_backend = std::make_shared<MemoryBackend>();
    PreparedFile m_job;
};

using Arrange = std::function<void(MemoryStore &)>;

// The ledger's begin is a transaction of its own, and so the second batch's is the third.
constexpr int SecondBatch = 3;

Arrange strike(MemoryCall call, int number, const MemoryTrouble &trouble)
{
    return [=](MemoryStore &store) {
        store.strikeAt(call, number, trouble);
    };
}

SqlError refusal(ErrorClass errorClass)
{
    return {errorClass, 1, QStringLiteral("refused")};
}

} // namespace

class TestFaultyLoads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void toldIsWhatIsThere_data();
    void toldIsWhatIsThere();
    void unknownIsToldAndNotTriedAgain_data();
    void unknownIsToldAndNotTriedAgain();
    void allOrNothing_data();
    void allOrNothing();
};

void TestFaultyLoads::toldIsWhatIsThere_data()
{
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<qint64>("rows");
    const auto add = [](const char *name, qint64 rows, const Arrange &arrange) {
        QTest::newRow(name) << arrange << rows;
    };
    const SqlError full = refusal(ErrorClass::Full);
    add("nothing", Rows, [](MemoryStore &) {});
    add("open refused", 0, strike(MemoryCall::Open, 1, full));
    add("ledger's begin refused", 0, strike(MemoryCall::Begin, 1, full));
    add("ledger's commit refused", 0, strike(MemoryCall::Commit, 1, full));
    add("begin refused", BatchRows, strike(MemoryCall::Begin, SecondBatch, full));
    add("insert refused", BatchRows, strike(MemoryCall::Insert, 2, full));
    add("commit refused", BatchRows, strike(MemoryCall::Commit, SecondBatch, full));
    add("commit refused once", Rows, strike(MemoryCall::Commit, SecondBatch, refusal(ErrorClass::Io)));
    add("busy once", Rows, strike(MemoryCall::Begin, SecondBatch, refusal(ErrorClass::Busy)));
    add("end refused", Rows, strike(MemoryCall::Commit, Batches + 2, full));
    add("flush refused", BatchRows, strike(MemoryCall::AwaitSafe, 1, refusal(ErrorClass::Io)));
    add("transaction ends in insert", BatchRows, strike(MemoryCall::Insert, 2, Kind::TransactionEnded));
    add("transaction ends in commit", Rows, strike(MemoryCall::Commit, SecondBatch, Kind::TransactionEnded));
    add("connection lost in commit", BatchRows,
        strike(MemoryCall::Commit, SecondBatch, Kind::ConnectionLost));
    add("connection lost between rows", BatchRows, [](MemoryStore &store) {
        store.onRow = [](const std::string &id) {
            return id == "150" ? MemoryTrouble(Kind::ConnectionLost) : MemoryTrouble();
        };
    });
    add("miscounts", BatchRows, [](MemoryStore &store) {
        store.onResult = [](InsertResult *result, std::size_t) {
            if (result->keys.front() > BatchRows)
                result->keys.pop_back();
        };
    });
    add("a row costs the transaction", Rows - 1, [](MemoryStore &store) {
        store.costsTransaction = ErrorClass::Constraint;
        store.onRow = [](const std::string &id) {
            return refusal(id == "150" ? ErrorClass::Constraint : ErrorClass::None);
        };
    });
}

void TestFaultyLoads::toldIsWhatIsThere()
{
    QFETCH(Arrange, arrange);
    QFETCH(qint64, rows);
    LoadScene scene;
    arrange(scene.store());
    const FileResult first = scene.load();
    QCOMPARE(scene.held(), rows);
    QCOMPARE(first.counts.inserted, rows);
    const bool isUnsafe = QByteArray(QTest::currentDataTag()).startsWith("flush");
    QCOMPARE(first.unconfirmed, isUnsafe ? rows : 0);
    QCOMPARE(first.state == FileState::Failed, !first.error.isEmpty());
    QVERIFY(first.state == FileState::Failed || rows >= Rows - 1);
    QVERIFY(!first.error.contains(QStringLiteral("nobody knows")));
    if (first.counts.failed > 0)
        return; // it was complete
    for (std::size_t call = 0; call < MemoryCalls; ++call)
        scene.store().on(static_cast<MemoryCall>(call)) = {};
    scene.store().onRow = {};
    scene.store().onResult = {};
    const FileResult second = scene.resume();
    QCOMPARE(second.state, FileState::Finished);
    QCOMPARE(second.counts.inserted, Rows - rows);
    QCOMPARE(second.earlier.inserted, rows);
    QCOMPARE(scene.held(), qint64{Rows});
}

void TestFaultyLoads::unknownIsToldAndNotTriedAgain_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("commit");
    QTest::addColumn<qint64>("certain"); // rows
    QTest::addColumn<qint64>("held");
    const auto add = [](const char *name, int commit, qint64 certain, qint64 held) {
        const bool written = held > certain;
        QTest::newRow(name) << (written ? Kind::UnknownWritten : Kind::UnknownUnwritten) << commit << certain
                            << held;
    };
    add("first batch, there", 2, 0, BatchRows);
    add("first batch, not there", 2, 0, 0);
    add("second batch, there", SecondBatch, BatchRows, 2 * BatchRows);
    add("second batch, not there", SecondBatch, BatchRows, BatchRows);
    add("ledger's begin, not there", 1, 0, 0);
    add("end, not there", Batches + 2, Rows, Rows);
}

void TestFaultyLoads::unknownIsToldAndNotTriedAgain()
{
    QFETCH(Kind, kind);
    QFETCH(int, commit);
    QFETCH(qint64, certain);
    QFETCH(qint64, held);
    LoadScene scene;
    scene.store().strikeAt(MemoryCall::Commit, commit, kind);
    const FileResult first = scene.load();
    QCOMPARE(scene.held(), held);
    QCOMPARE(scene.store().begins.load(), commit); // nothing was begun after it
    QCOMPARE(first.state, FileState::Failed);
    QVERIFY2(first.error.contains(QStringLiteral("nobody knows")), qPrintable(first.error));
    QCOMPARE(first.counts.inserted, certain);
    QCOMPARE(first.resumable, commit > 1);    // whatever became of the batch: the ledger knows
    const FileResult second = scene.resume(); // asks it
    QCOMPARE(second.state, FileState::Finished);
    QCOMPARE(second.earlier.inserted, held);
    QCOMPARE(second.counts.inserted, Rows - held);
    QCOMPARE(scene.held(), qint64{Rows});
}

void TestFaultyLoads::allOrNothing_data()
{
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("held");
    const auto add = [](const char *name, qint64 rows, qint64 held, const Arrange &arrange) {
        QTest::newRow(name) << arrange << rows << held;
    };
    const SqlError full = refusal(ErrorClass::Full);
    constexpr int All = 2; // after the ledger's begin
    add("nothing", Rows, Rows, [](MemoryStore &) {});
    add("insert refused", 0, 0, strike(MemoryCall::Insert, 3, full));
    add("commit refused", 0, 0, strike(MemoryCall::Commit, All, full));
    add("transaction ends in insert", 0, 0, strike(MemoryCall::Insert, 3, Kind::TransactionEnded));
    add("connection lost", 0, 0, strike(MemoryCall::Insert, 3, Kind::ConnectionLost));
    add("unknown, there", 0, Rows, strike(MemoryCall::Commit, All, Kind::UnknownWritten));
    add("unknown, not there", 0, 0, strike(MemoryCall::Commit, All, Kind::UnknownUnwritten));
}

void TestFaultyLoads::allOrNothing()
{
    QFETCH(Arrange, arrange);
    QFETCH(qint64, rows);
    QFETCH(qint64, held);
    LoadScene scene(Policy::AllOrNothing);
    arrange(scene.store());
    const FileResult result = scene.load();
    QCOMPARE(scene.held(), held);
    QCOMPARE(result.counts.inserted, rows);
    QCOMPARE(result.state, rows == Rows ? FileState::Finished : FileState::Failed);
    const bool unknown = QByteArray(QTest::currentDataTag()).startsWith("unknown");
    QCOMPARE(result.error.contains(QStringLiteral("nobody knows")), unknown);
    QCOMPARE(scene.store().begins.load(), 2);
}

QTEST_GUILESS_MAIN(TestFaultyLoads)
#include "tst_faultyloads.moc"
