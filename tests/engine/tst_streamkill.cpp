// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawdatabase.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>

using namespace WeirTest;

/// kill -9 at 200 random moments of loads from standard input, the moments after the last commit and after
/// the end among them, each resumed by the same stream until it is done, and once more after that: every
/// valid row is in the table exactly once.
class TestStreamKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyRowExactlyOnce_data();
    void everyRowExactlyOnce();

private:
    static constexpr int Rows = 20000;
    static constexpr int EveryBad = 100;

    enum class Ending { Killed, Finished };
    /// When the program has printed `word`, so long after it. Null: never.
    static Ending load(const QTemporaryDir &directory, const QByteArray &word,
                       std::chrono::microseconds after);
    static void writeStream(const QString &name);
    static void check(const QTemporaryDir &directory);
};

void TestStreamKill::writeStream(const QString &name)
{
    QByteArray text = "name,email\n";
    for (int number = 1; number <= Rows; ++number) {
        const QByteArray id = QByteArray::number(number);
        text += "User " + id + (number % EveryBad == 0 ? ",nobody\n" : ",u" + id + "@example.com\n");
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
}

TestStreamKill::Ending TestStreamKill::load(const QTemporaryDir &directory, const QByteArray &word,
                                            std::chrono::microseconds after)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.setWorkingDirectory(directory.path());
    writer.setStandardInputFile(directory.filePath(QStringLiteral("stream.csv")));
    writer.start(QStringLiteral(WEIR_BIN_DIR "/loadwriter"),
                 {directory.path(), QStringLiteral("500"), QStringLiteral("users=-")});
    QByteArray said;
    while (!word.isNull() && !said.contains(word) && writer.waitForReadyRead(20000))
        said += writer.readAll();
    if (!word.isNull()) {
        const auto end = std::chrono::steady_clock::now() + after;
        while (std::chrono::steady_clock::now() < end) {} // a moment between two system calls, too
        // 0, when it is over, which would be all that this test has started, and itself.
        if (const qint64 process = writer.processId(); process > 0)
            ::kill(static_cast<pid_t>(process), SIGKILL);
    }
    writer.waitForFinished();
    if (writer.exitStatus() != QProcess::NormalExit)
        return Ending::Killed;
    if (writer.exitCode() != 0)
        qWarning("the load ended with %d", writer.exitCode());
    return Ending::Finished;
}

void TestStreamKill::check(const QTemporaryDir &directory)
{
    const RawDatabase database(directory.filePath(QStringLiteral("users.db")));
    constexpr int Bad = Rows / EveryBad;
    const std::string good = std::to_string(Rows - Bad);
    QCOMPARE(database.value("PRAGMA integrity_check"), std::string("ok"));
    QCOMPARE(database.value("SELECT count(*) || ' ' || count(DISTINCT email) FROM users"), good + ' ' + good);
    QCOMPARE(database.value("SELECT count(*) || ' ' || max(state) FROM weir_load"),
             std::string("1 finished"));
    QCOMPARE(
        database.value("SELECT sum(inserted) || ' ' || sum(rejected) || ' ' || sum(failed) FROM weir_ledger"),
        good + ' ' + std::to_string(Bad) + " 0");
    QFile rejected(directory.filePath(QStringLiteral("stdin.rejected.csv")));
    QVERIFY(rejected.open(QIODevice::ReadOnly));
    QCOMPARE(rejected.readAll().count('\n'), Bad + 1);
}

void TestStreamKill::everyRowExactlyOnce_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<uint>("seed");
    QTest::newRow("plain") << QByteArray("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT)")
                           << 5U;
    QTest::newRow("unique") << QByteArray(
        "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE)")
                            << 7U;
}

void TestStreamKill::everyRowExactlyOnce()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const uint, seed);
    constexpr int Kills = 100; // each of the two
    constexpr int LongestMicroseconds = 60000;
    QRandomGenerator random(seed);
    const QList<QByteArray> words{"loading", "committed", "committed", "finished"};
    int kills = 0;
    int atEnd = 0;
    while (kills < Kills) {
        const QTemporaryDir directory;
        writeStream(directory.filePath(QStringLiteral("stream.csv")));
        QVERIFY(RawDatabase(directory.filePath(QStringLiteral("users.db"))).exec(schema.constData()));
        for (Ending ending = Ending::Killed; ending == Ending::Killed;) {
            const QByteArray word = words.at(random.bounded(static_cast<int>(words.size())));
            // What follows the end is short.
            const int longest = word == "finished" ? 300 : LongestMicroseconds;
            ending = load(directory, word, std::chrono::microseconds(random.bounded(longest)));
            kills += ending == Ending::Killed ? 1 : 0;
            atEnd += ending == Ending::Killed && word == "finished" ? 1 : 0;
        }
        check(directory);
        QCOMPARE(load(directory, {}, {}), Ending::Finished); // loaded already
        check(directory);
    }
    QVERIFY2(atEnd > 0, "no load was killed after its end");
}

QTEST_GUILESS_MAIN(TestStreamKill)
#include "tst_streamkill.moc"
