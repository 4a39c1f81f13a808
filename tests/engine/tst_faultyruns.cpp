// SPDX-License-Identifier: GPL-3.0-or-later
// Tasks over a database that does not do what it should: told is what it holds, or that nobody knows.
#include "support/strategies.h"
#include "support/writescene.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <map>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

using Kind = MemoryTrouble::Kind;

class TestFaultyRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void toldIsWhatIsThere_data();
    void toldIsWhatIsThere();
    void unknownIsToldAndNotTriedAgain_data();
    void unknownIsToldAndNotTriedAgain();
    void lostConnectionLosesItsOwnRowsOnly();
    void cancelledInTheCommit_data() { addStrategies(); }
    void cancelledInTheCommit();
};

namespace {

using Arrange = std::function<void(MemoryStore &)>;

constexpr int Tasks = 8;

void addTasks(WriteScene &scene)
{
    for (int i = 0; i < Tasks; ++i)
        scene.addTask(
            {QStringLiteral("a%1").arg(i), QStringLiteral("b%1").arg(i), QStringLiteral("c%1").arg(i)});
}

/// What was told of a word: its verdict, its key and why it is not there.
struct Told
{
    Verdict verdict = Verdict::Cancelled;
    RowKey key;
    QString error;
};

std::map<std::string, Told> told(WriteScene &scene)
{
    std::map<std::string, Told> words;
    for (InsertTask &task : scene.tasks) {
        const QList<Outcome> outcomes = task.outcomes();
        for (int row = 0; row < outcomes.size(); ++row)
            words[std::string(task.batch().cell(row, 0))] = {outcomes[row].verdict, outcomes[row].key,
                                                             outcomes[row].error};
    }
    return words;
}

/// The keys of each word in the table: one, if it was written once.
std::map<std::string, std::vector<qint64>> held(WriteScene &scene)
{
    std::map<std::string, std::vector<qint64>> words;
    const auto content = scene.store().content();
    for (const auto &[key, row] : content->tables.at(QStringLiteral("words")).rows())
        words[std::get<std::string>(row.front())].push_back(key);
    return words;
}

bool isUnknown(const Told &word)
{
    return word.error.contains(QStringLiteral("nobody knows"));
}

} // namespace

void TestFaultyRuns::toldIsWhatIsThere_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<Arrange>("arrange");
    QTest::addColumn<int>("failing"); // rows; -1: those of the transaction that was struck
    const auto add = [](const char *name, int failing, const Arrange &arrange) {
        QTest::addRow("contend: %s", name) << Strategy::Contend << arrange << failing;
        QTest::addRow("queue: %s", name) << Strategy::Queue << arrange << failing;
        QTest::addRow("group: %s", name) << Strategy::GroupCommit << arrange << failing;
    };
    const auto strike = [](MemoryCall call, const MemoryTrouble &trouble) {
        return [=](MemoryStore &store) {
            store.strikeAt(call, 2, trouble);
        };
    };
    const SqlError full{ErrorClass::Full, 1, QStringLiteral("full")};
    const SqlError io{ErrorClass::Io, 1, QStringLiteral("a hiccup")};
    add("nothing", 0, [](MemoryStore &) {});
    add("begin refused", -1, strike(MemoryCall::Begin, full));
    add("insert refused", -1, strike(MemoryCall::Insert, full));
    add("commit refused", -1, strike(MemoryCall::Commit, full));
    add("commit refused once", 0, strike(MemoryCall::Commit, io));
    add("transaction ends in insert", -1, strike(MemoryCall::Insert, Kind::TransactionEnded));
    add("transaction ends in commit", 0, strike(MemoryCall::Commit, Kind::TransactionEnded));
    add("connection lost", -1, strike(MemoryCall::Insert, Kind::ConnectionLost));
    add("miscounts", -1, [](MemoryStore &store) {
        store.onResult = [calls = std::make_shared<std::atomic<int>>(0)](InsertResult *result, std::size_t) {
            if (++*calls == 2)
                result->keys.pop_back();
        };
    });
    add("a row refused", 1, [](MemoryStore &store) {
        store.onRow = [](const std::string &word) {
            return SqlError{word == "b3" ? ErrorClass::Constraint : ErrorClass::None, 1,
                            QStringLiteral("refused")};
        };
    });
}

void TestFaultyRuns::toldIsWhatIsThere()
{
    QFETCH(Strategy, strategy);
    QFETCH(Arrange, arrange);
    QFETCH(int, failing);
    WriteScene scene(strategy);
    addTasks(scene);
    arrange(scene.store());
    scene.writeAll();
    const auto there = held(scene);
    int failed = 0;
    for (const auto &[word, outcome] : told(scene)) {
        const auto found = there.find(word);
        QCOMPARE(found != there.end(), outcome.verdict == Verdict::Inserted);
        QVERIFY(outcome.verdict == Verdict::Inserted || outcome.verdict == Verdict::Failed);
        if (outcome.verdict == Verdict::Inserted)
            QCOMPARE(found->second, std::vector<qint64>{outcome.key.number().value_or(0)});
        else
            ++failed;
        QCOMPARE(outcome.verdict == Verdict::Failed, !outcome.error.isEmpty());
        QVERIFY(!isUnknown(outcome));
    }
    // A group may have been of all tasks but the first; a lone leader strikes nothing.
    if (failing >= 0)
        QCOMPARE(failed, failing);
    else if (strategy != Strategy::GroupCommit)
        QCOMPARE(failed, 3);
}

void TestFaultyRuns::unknownIsToldAndNotTriedAgain_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<Kind>("kind");
    for (const Kind kind : {Kind::UnknownWritten, Kind::UnknownUnwritten}) {
        const char *const what = kind == Kind::UnknownWritten ? "there" : "not there";
        QTest::addRow("contend: %s", what) << Strategy::Contend << kind;
        QTest::addRow("queue: %s", what) << Strategy::Queue << kind;
        QTest::addRow("group: %s", what) << Strategy::GroupCommit << kind;
    }
}

void TestFaultyRuns::unknownIsToldAndNotTriedAgain()
{
    QFETCH(Strategy, strategy);
    QFETCH(Kind, kind);
    WriteScene scene(strategy, 10);
    addTasks(scene);
    scene.store().strikeAt(MemoryCall::Commit, 1, kind);
    scene.writeAll();
    const auto there = held(scene);
    int unknown = 0;
    for (const auto &[word, outcome] : told(scene)) {
        const auto found = there.find(word);
        unknown += isUnknown(outcome) ? 1 : 0;
        QCOMPARE(outcome.verdict, isUnknown(outcome) ? Verdict::Failed : Verdict::Inserted);
        const bool isThere = !isUnknown(outcome) || kind == Kind::UnknownWritten;
        QCOMPARE(found != there.end(), isThere);
        if (isThere)
            QCOMPARE(found->second.size(), 1U); // not twice
    }
    QVERIFY(unknown >= 3);
    QCOMPARE(unknown % 3, 0); // whole tasks
    for (InsertTask &task : scene.tasks)
        QCOMPARE(task.trace().attempts().size(), 1U);
}

/// Each thread has its own; all others go on.
void TestFaultyRuns::lostConnectionLosesItsOwnRowsOnly()
{
    WriteScene scene(Strategy::Queue);
    addTasks(scene);
    scene.store().onRow = [](const std::string &word) {
        return word == "b5" ? MemoryTrouble(Kind::ConnectionLost) : MemoryTrouble();
    };
    scene.writeAll();
    QCOMPARE(scene.held(), 3 * (Tasks - 1));
    const auto words = told(scene);
    for (const char *word : {"a5", "b5", "c5"}) {
        QCOMPARE(words.at(word).verdict, Verdict::Failed);
        QVERIFY(words.at(word).error.contains(QStringLiteral("connection is lost")));
        QVERIFY(!scene.holds(word));
    }
}

/// What is committed is told, though nobody wants the rest any more.
void TestFaultyRuns::cancelledInTheCommit()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    addTasks(scene);
    scene.store().on(MemoryCall::Commit) = [&] {
        scene.cancel.request_stop();
        return MemoryTrouble();
    };
    scene.writeAll();
    const qint64 held = scene.held();
    QVERIFY(held >= 3);
    QCOMPARE(scene.counts(), (Counts{held, 0, 0, 3 * Tasks - held}));
}

QTEST_GUILESS_MAIN(TestFaultyRuns)
#include "tst_faultyruns.moc"
