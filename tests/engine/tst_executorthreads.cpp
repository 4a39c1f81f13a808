// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/executor.h"
#include "support/fewthreads.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace Weir;
using namespace WeirTest;

/// Work where the system refuses threads.
class TestExecutorThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { allowThreads(); }

    void refused();
    void warmThreadIsEnough();
    void oneOfTwoIsRefused();
    void filesAreReadHere();

private:
    static Expected<std::thread::id> where(const std::stop_token &) { return std::this_thread::get_id(); }
};

void TestExecutorThreads::refused()
{
    Executor executor;
    allowThreads(0);
    QString error;
    executor.run({{QStringLiteral("/a")}, this}, where,
                 [&error](const Expected<std::thread::id> &answer) { error = answer.error().sentence; });
    QVERIFY(error.isEmpty()); // never before run() has returned
    QTRY_COMPARE(error, noThreadsText());
    QVERIFY(!executor.isBusy(QStringLiteral("/a")));
    allowThreads();
    bool works = false;
    executor.run({{QStringLiteral("/a")}, this}, where,
                 [&works](const Expected<std::thread::id> &answer) { works = answer.has_value(); });
    QTRY_VERIFY(works);
}

void TestExecutorThreads::warmThreadIsEnough()
{
    Executor executor;
    int answers = 0;
    const auto count = [&answers](const Expected<std::thread::id> &answer) {
        answers += answer ? 1 : 0;
    };
    executor.run({{QStringLiteral("/a")}, this}, where, count);
    QTRY_COMPARE(answers, 1);
    allowThreads(0);
    executor.run({{QStringLiteral("/b")}, this}, where, count);
    QTRY_COMPARE(answers, 2);
}

void TestExecutorThreads::oneOfTwoIsRefused()
{
    Executor executor;
    QSemaphore release;
    QStringList answers;
    const auto work = [&release](const std::stop_token &) -> Expected<QString> {
        release.acquire();
        return QStringLiteral("done");
    };
    const auto note = [&answers](const Expected<QString> &answer) {
        answers += answer ? *answer : answer.error().sentence;
    };
    allowThreads(1);
    executor.run({{QStringLiteral("/a")}, this}, work, note);
    executor.run({{QStringLiteral("/b")}, this}, work, note);
    QTRY_COMPARE(answers, QStringList{noThreadsText()});
    release.release();
    QTRY_COMPARE(answers, (QStringList{noThreadsText(), QStringLiteral("done")}));
}

void TestExecutorThreads::filesAreReadHere()
{
    Executor executor;
    allowThreads(0);
    std::optional<std::thread::id> there;
    executor.run(Executor::file(QStringLiteral("/a"), this, Executor::Duty::Question), where,
                 [&there](const Expected<std::thread::id> &answer) { there = answer.value(); });
    QTRY_VERIFY(there);
    QCOMPARE(*there, std::this_thread::get_id());
}

QTEST_GUILESS_MAIN(TestExecutorThreads)
#include "tst_executorthreads.moc"
