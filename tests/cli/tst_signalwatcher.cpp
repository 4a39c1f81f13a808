// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/signalwatcher.h"

#include <QTest>

#include <unistd.h>

using namespace Weir;

class TestSignalWatcher : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void reports_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void reports()
    {
        QFETCH(int, signal);
        std::atomic<int> calls{0};
        const SignalWatcher watcher([&calls] { ++calls; });
        QCOMPARE(watcher.received(), 0);
        QCOMPARE(::kill(::getpid(), signal), 0);
        QTRY_COMPARE(calls.load(), 1);
        QCOMPARE(watcher.received(), signal);
    }

    void leavesNothingBehind()
    {
        sigset_t before;
        sigset_t after;
        QCOMPARE(::pthread_sigmask(SIG_BLOCK, nullptr, &before), 0);
        for (int i = 0; i < 200; ++i) {
            const SignalWatcher watcher([] {});
            QCOMPARE(watcher.received(), 0);
        }
        QCOMPARE(::pthread_sigmask(SIG_BLOCK, nullptr, &after), 0);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP})
            QCOMPARE(::sigismember(&after, signal), ::sigismember(&before, signal));
    }

    void respectsIgnoredSignals()
    {
        ::signal(SIGHUP, SIG_IGN);
        std::atomic<int> calls{0};
        {
            const SignalWatcher watcher([&calls] { ++calls; });
            QCOMPARE(::kill(::getpid(), SIGHUP), 0);
            QCOMPARE(::kill(::getpid(), SIGTERM), 0);
            QTRY_COMPARE(calls.load(), 1);
            QCOMPARE(watcher.received(), SIGTERM);
        }
        ::signal(SIGHUP, SIG_DFL);
    }
};

int main(int argc, char **argv)
{
    // Qt Test's own thread would otherwise take the signals: it is older than the watchers.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    const QCoreApplication application(argc, argv);
    TestSignalWatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_signalwatcher.moc"
