// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "engine/threads/executor.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <thread>

using namespace Weir;

namespace {

const QString A = QStringLiteral("/a.db");
const QString B = QStringLiteral("/b.db");

/// Waits, as interruptible work does, until it is told to stop.
Expected<QString> untilStopped(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait(lock, stop, [] { return false; });
    return QStringLiteral("stopped");
}

} // namespace

class TestExecutor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_executor.reset(); }

    void worksElsewhereAndAnswersHere();
    void laneIsInOrder();
    void lanesAreIndependent();
    void needsAllItsLanes();
    void nobodyOvertakes();
    void tellsWhenItBegins();
    void waitingWorkIsForgotten();
    void workUnderWayIsStopped();
    void questionsEndWithTheAsker();
    void deedsDoNot();
    void freeOnlyAfterTheAnswer();
    void memoryEnds();
    void destroyed();
    void destroyedInAnAnswer();
    void jobsOutliveTheExecutor();
    void filesInTurn();
    void deadFileHoldsUpItselfOnly();
    void deedUnderWayIsNotStopped();
    void manyAtOnce();

private:
    /// Work that waits for m_release and answers with its name.
    auto held(const QString &name)
    {
        return [this, name](const std::stop_token &) -> Expected<QString> {
            m_release.acquire();
            return name;
        };
    }
    static auto named(const QString &name)
    {
        return [name](const std::stop_token &) -> Expected<QString> {
            return name;
        };
    }
    auto note()
    {
        return [this](const Expected<QString> &answer) {
            m_answers += answer ? *answer : answer.error().sentence;
        };
    }

    std::unique_ptr<Executor> m_executor;
    QSemaphore m_release;
    QStringList m_answers;
};

void TestExecutor::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_executor = std::make_unique<Executor>();
    m_answers.clear();
}

void TestExecutor::worksElsewhereAndAnswersHere()
{
    const auto here = std::this_thread::get_id();
    std::optional<std::thread::id> there;
    const auto work = [](const std::stop_token &) -> Expected<std::thread::id> {
        return std::this_thread::get_id();
    };
    const Job job = m_executor->run({{A}, this}, work, [&](const Expected<std::thread::id> &answer) {
        QCOMPARE(std::this_thread::get_id(), here);
        there = answer.value();
    });
    QVERIFY(!job.isWaiting());
    QVERIFY(m_executor->isBusy(A));
    QVERIFY(!m_executor->isBusy(B));
    QVERIFY(!there); // never before run() has returned
    QTRY_VERIFY(there);
    QVERIFY(*there != here);
    QVERIFY(!m_executor->isBusy(A));
}

void TestExecutor::laneIsInOrder()
{
    QStringList expected;
    std::atomic<int> atOnce{0};
    std::atomic<int> mostAtOnce{0};
    for (int i = 0; i < 50; ++i) {
        expected += QString::number(i);
        const auto work = [&, i](const std::stop_token &) -> Expected<QString> {
            mostAtOnce = std::max(mostAtOnce.load(), ++atOnce);
            --atOnce;
            return QString::number(i);
        };
        m_executor->run({{A}, this}, work, note());
    }
    QTRY_COMPARE(m_answers, expected);
    QCOMPARE(mostAtOnce.load(), 1);
}

void TestExecutor::lanesAreIndependent()
{
    m_executor->run({{A}, this}, held(QStringLiteral("load")), note());
    m_executor->run({{B}, this}, named(QStringLiteral("count")), note());
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("count")});
    m_release.release();
    QTRY_COMPARE(m_answers.size(), 2);
}

void TestExecutor::needsAllItsLanes()
{
    m_executor->run({{A}, this}, held(QStringLiteral("a")), note());
    m_executor->run({{B}, this}, held(QStringLiteral("b")), note());
    const Job both = m_executor->run({{A, B}, this}, named(QStringLiteral("both")), note());
    m_release.release();
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(both.isWaiting());
    m_release.release();
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(m_answers.last(), QStringLiteral("both"));
}

// B is free all the time, but who needs both of them was there first.
void TestExecutor::nobodyOvertakes()
{
    m_executor->run({{A}, this}, held(QStringLiteral("a")), note());
    m_executor->run({{A, B}, this}, named(QStringLiteral("both")), note());
    const Job later = m_executor->run({{B}, this}, named(QStringLiteral("b")), note());
    QVERIFY(later.isWaiting());
    m_release.release();
    QTRY_COMPARE(m_answers, (QStringList{QStringLiteral("a"), QStringLiteral("both"), QStringLiteral("b")}));
}

void TestExecutor::tellsWhenItBegins()
{
    QStringList begun;
    const auto begins = [&](const QString &name) {
        return [&begun, name] {
            begun += name;
        };
    };
    m_executor->run({{A}, this, Executor::Duty::Question, begins(QStringLiteral("1"))},
                    held(QStringLiteral("1")), note());
    QCOMPARE(begun, QStringList{QStringLiteral("1")}); // at once
    m_executor->run({{A}, this, Executor::Duty::Question, begins(QStringLiteral("2"))},
                    held(QStringLiteral("2")), note());
    QCOMPARE(begun.size(), 1);
    m_release.release(2);
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(begun, (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
}

void TestExecutor::waitingWorkIsForgotten()
{
    m_executor->run({{A}, this}, held(QStringLiteral("1")), note());
    Job second = m_executor->run({{A}, this}, named(QStringLiteral("2")), note());
    m_executor->run({{A}, this}, named(QStringLiteral("3")), note());
    QVERIFY(second.isWaiting());
    second.cancel();
    QVERIFY(!second.isWaiting());
    second.cancel(); // once more changes nothing
    m_release.release();
    QTRY_COMPARE(m_answers, (QStringList{QStringLiteral("1"), QStringLiteral("3")}));
}

void TestExecutor::workUnderWayIsStopped()
{
    Job job = m_executor->run({{A}, this}, untilStopped, note());
    job.cancel();
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("stopped")});
    job.cancel(); // it is over
    m_executor->run({{A}, this}, named(QStringLiteral("next")), note());
    QTRY_COMPARE(m_answers.size(), 2);
}

void TestExecutor::questionsEndWithTheAsker()
{
    auto asker = std::make_unique<QObject>();
    m_executor->run({{A}, asker.get()}, untilStopped, note());
    m_executor->run({{A}, asker.get()}, held(QStringLiteral("waited")), note());
    m_executor->run({{A}, this}, named(QStringLiteral("other")), note());
    asker.reset();
    QTRY_COMPARE(m_answers, QStringList{QStringLiteral("other")});
}

void TestExecutor::deedsDoNot()
{
    auto asker = std::make_unique<QObject>();
    std::atomic<int> done{0};
    const auto work = [&](const std::stop_token &) -> Expected<QString> {
        ++done;
        return QString();
    };
    m_executor->run({{A}, this}, held(QStringLiteral("first")), note());
    m_executor->run({{A}, asker.get(), Executor::Duty::Deed}, work, note());
    asker.reset();
    m_release.release();
    QTRY_COMPARE(done.load(), 1);
    QTRY_VERIFY(!m_executor->isBusy(A));
    QCOMPARE(m_answers, QStringList{QStringLiteral("first")}); // nobody is there to hear the other
}

void TestExecutor::freeOnlyAfterTheAnswer()
{
    QStringList story;
    const auto answer = [&](const Expected<QString> &) {
        m_executor->run({{A},
                         this,
                         Executor::Duty::Question,
                         [&] {
                             story += QStringLiteral("inner begins");
                         }},
                        named(QStringLiteral("inner")), note());
        story += QStringLiteral("answered");
    };
    m_executor->run({{A}, this}, named(QStringLiteral("outer")), answer);
    m_executor->run({{A},
                     this,
                     Executor::Duty::Question,
                     [&] {
                         story += QStringLiteral("next begins");
                     }},
                    named(QStringLiteral("next")), note());
    QTRY_COMPARE(m_answers, (QStringList{QStringLiteral("next"), QStringLiteral("inner")}));
    QCOMPARE(story,
             (QStringList{QStringLiteral("answered"), QStringLiteral("next begins"),
                          QStringLiteral("inner begins")}));
}

void TestExecutor::memoryEnds()
{
    struct Findings
    {
        int value = 0;
        QString error;
    };
    QString sentence;
    const auto none = [](const std::stop_token &) -> Expected<QString> {
        throw std::bad_alloc();
    };
    const auto noFindings = [](const std::stop_token &) -> Findings {
        throw std::bad_alloc();
    };
    m_executor->run({{A}, this}, none, note());
    m_executor->run({{B}, this}, noFindings, [&](const Findings &findings) { sentence = findings.error; });
    QTRY_COMPARE(m_answers, QStringList{noMemoryText()});
    QTRY_COMPARE(sentence, noMemoryText());
    m_executor->run({{A}, this}, named(QStringLiteral("next")), note());
    QTRY_COMPARE(m_answers.size(), 2);
}

void TestExecutor::destroyed()
{
    std::atomic<bool> stopped{false};
    std::atomic<int> deeds{0};
    std::atomic<int> questions{0};
    const auto stops = [&](const std::stop_token &stop) {
        const Expected<QString> result = untilStopped(stop);
        stopped = true;
        return result;
    };
    const auto count = [](std::atomic<int> &number) {
        return [&number](const std::stop_token &) -> Expected<QString> {
            ++number;
            return QString();
        };
    };
    m_executor->run({{A}, this}, stops, note());
    m_executor->run({{A}, this}, count(questions), note());
    m_executor->run({{A}, this, Executor::Duty::Deed}, count(deeds), note());
    m_executor.reset();
    QVERIFY(stopped);
    QCOMPARE(questions.load(), 0);
    QCOMPARE(deeds.load(), 1);
    QVERIFY(m_answers.isEmpty());
}

void TestExecutor::deedUnderWayIsNotStopped()
{
    std::latch begun(1);
    std::latch goOn(1);
    std::atomic<bool> wasStopped{true};
    m_executor->run(
        {{A}, this, Executor::Duty::Deed},
        [&](const std::stop_token &stop) -> Expected<QString> {
            begun.count_down();
            goOn.wait();
            wasStopped = stop.stop_requested();
            return QString();
        },
        note());
    begun.wait();
    // Comes after it, so it is told to stop after it.
    m_executor->run(
        {{B}, this},
        [&](const std::stop_token &stop) -> Expected<QString> {
            stoppableSleep(std::chrono::hours(24), stop);
            goOn.count_down();
            return QString();
        },
        note());
    m_executor.reset();
    QVERIFY(!wasStopped);
}

void TestExecutor::destroyedInAnAnswer()
{
    m_executor->run({{A}, this}, named(QStringLiteral("1")),
                    [this](const Expected<QString> &) { m_executor.reset(); });
    m_executor->run({{A}, this}, named(QStringLiteral("2")), note());
    QTRY_VERIFY(!m_executor);
    QVERIFY(m_answers.isEmpty());
}

void TestExecutor::jobsOutliveTheExecutor()
{
    Job none;
    none.cancel();
    QVERIFY(!none.isWaiting());
    m_executor->run({{A}, this}, untilStopped, note());
    Job job = m_executor->run({{A}, this}, named(QStringLiteral("2")), note());
    m_executor.reset();
    QVERIFY(!job.isWaiting());
    job.cancel();
}

/// A file that does not answer holds up those who want it, and nobody else.
void TestExecutor::deadFileHoldsUpItselfOnly()
{
    const auto read = [this](const QString &path, const QString &name) {
        return m_executor->run(Executor::file(path, this, Executor::Duty::Question), held(name), note());
    };
    for (int reader = 0; reader < 4; ++reader)
        read(A, QStringLiteral("a"));
    const Job other = read(B, QStringLiteral("b"));
    QVERIFY(!other.isWaiting());
    m_release.release(5);
    QTRY_COMPARE(m_answers.size(), 5);
}

void TestExecutor::filesInTurn()
{
    const auto save = [this](const QString &path, const QString &name) {
        return m_executor->run(Executor::file(path, this, Executor::Duty::Deed), held(name), note());
    };
    const Job first = save(A, QStringLiteral("a1"));
    const Job second = save(A, QStringLiteral("a2")); // or the older text might be the last one
    const Job other = save(B, QStringLiteral("b"));
    const Job third = save(QStringLiteral("/c"), QStringLiteral("c"));
    const Job fourth = save(QStringLiteral("/d"), QStringLiteral("d"));
    QVERIFY(!first.isWaiting());
    QVERIFY(second.isWaiting());
    QVERIFY(!other.isWaiting());
    QVERIFY(!third.isWaiting());
    QVERIFY(fourth.isWaiting()); // a few at a time
    m_release.release(5);
    QTRY_COMPARE(m_answers.size(), 5);
    QVERIFY(m_answers.indexOf(QStringLiteral("a1")) < m_answers.indexOf(QStringLiteral("a2")));
}

void TestExecutor::manyAtOnce()
{
    int answers = 0;
    for (int i = 0; i < 400; ++i) {
        const auto work = [i](const std::stop_token &) -> Expected<std::vector<int>> {
            return std::vector<int>(static_cast<std::size_t>(i), i);
        };
        m_executor->run({{QStringLiteral("/%1").arg(i % 8)}, this}, work,
                        [&answers, i](const Expected<std::vector<int>> &answer) {
                            answers += static_cast<int>(answer->size()) == i ? 1 : 0;
                        });
    }
    QTRY_COMPARE(answers, 400);
}

QTEST_GUILESS_MAIN(TestExecutor)
#include "tst_executor.moc"
