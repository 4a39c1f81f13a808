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

/// kill -9 at 200 random moments of loads of 200,000 rows into three databases, each resumed until it is
/// done: every valid row is in its table exactly once, every other line in its reject file exactly once.
class TestLoadKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyRowExactlyOnce();

private:
    struct Source
    {
        const char *entity;
        const char *header;
        int rows;
        int everyBad;
    };
    static constexpr Source Sources[] = {{"users", "id,name,email\n", 70000, 100},
                                         {"products", "id,name,price\n", 70000, 37},
                                         {"orders", "id,user_id,product_id,quantity\n", 60000, 1000}};

    static QByteArray line(const Source &source, int number);
    static QString fileOf(const QTemporaryDir &directory, const Source &source);
    static void writeFiles(const QTemporaryDir &directory);
    /// True: it had finished before.
    static bool loadAndKill(const QTemporaryDir &directory, std::chrono::microseconds after, bool fromStart);
    static void check(const QTemporaryDir &directory, const Source &source);
};

QByteArray TestLoadKill::line(const Source &source, int number)
{
    const QByteArray id = QByteArray::number(number);
    const bool bad = number % source.everyBad == 0;
    switch (source.entity[0]) {
    case 'u':
        return id + ",User " + id + (bad ? ",nobody\n" : ",u" + id + "@example.com\n");
    case 'p':
        return id + ",\"Thing\n" + id + (bad ? "\",-1\n" : "\"," + id + ".25\n");
    default:
        return id + ',' + id + ",7," + (bad ? "many\n" : "3\n");
    }
}

QString TestLoadKill::fileOf(const QTemporaryDir &directory, const Source &source)
{
    return directory.filePath(QString::fromLatin1(source.entity) + QStringLiteral(".csv"));
}

void TestLoadKill::writeFiles(const QTemporaryDir &directory)
{
    for (const Source &source : Sources) {
        QByteArray text = source.header;
        for (int number = 1; number <= source.rows; ++number)
            text += line(source, number);
        QFile file(fileOf(directory, source));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
}

bool TestLoadKill::loadAndKill(const QTemporaryDir &directory, std::chrono::microseconds after,
                               bool fromStart)
{
    QStringList arguments{directory.path(), QStringLiteral("1500")};
    for (const Source &source : Sources)
        arguments += QString::fromLatin1(source.entity) + u'=' + fileOf(directory, source);
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(WEIR_BIN_DIR "/loadwriter"), arguments);
    // Now the moments when it starts, now those when it commits.
    if (writer.waitForStarted() && writer.waitForReadyRead(20000)
        && (fromStart || writer.readAll().contains("committed") || writer.waitForReadyRead(20000))) {
        const auto end = std::chrono::steady_clock::now() + after;
        while (std::chrono::steady_clock::now() < end) {} // a moment between two system calls, too
    }
    // 0, when it is over, which would be all that this test has started, and itself.
    if (const qint64 process = writer.processId(); process > 0)
        ::kill(static_cast<pid_t>(process), SIGKILL);
    writer.waitForFinished();
    const bool finished = writer.exitStatus() == QProcess::NormalExit;
    if (finished && writer.exitCode() != 0)
        qWarning("the load ended with %d", writer.exitCode());
    return finished;
}

void TestLoadKill::check(const QTemporaryDir &directory, const Source &source)
{
    const std::string table = source.entity;
    const RawDatabase database(
        directory.filePath(QString::fromLatin1(source.entity) + QStringLiteral(".db")));
    QCOMPARE(database.value("PRAGMA integrity_check"), std::string("ok"));
    const int bad = source.rows / source.everyBad;
    QCOMPARE(database.value(("SELECT count(*) FROM " + table).c_str()), std::to_string(source.rows - bad));
    QCOMPARE(
        database.value(("SELECT count(*) FROM " + table + " WHERE id % " + std::to_string(source.everyBad)
                        + " = 0 OR id > " + std::to_string(source.rows))
                           .c_str()),
        std::string("0"));
    QCOMPARE(database.value("SELECT count(*) || ' ' || max(state) FROM weir_load"),
             std::string("1 finished"));
    QCOMPARE(
        database.value("SELECT sum(inserted) || ' ' || sum(rejected) || ' ' || sum(failed) FROM weir_ledger"),
        std::to_string(source.rows - bad) + ' ' + std::to_string(bad) + " 0");

    QByteArray expected = source.header;
    for (int number = source.everyBad; number <= source.rows; number += source.everyBad)
        expected += line(source, number);
    QVERIFY(!QFile::exists(fileOf(directory, source) + QStringLiteral(".rejected-2.csv")));
    QFile rejected(fileOf(directory, source) + QStringLiteral(".rejected.csv"));
    QVERIFY(rejected.open(QIODevice::ReadOnly));
    QCOMPARE(rejected.readAll(), expected);
    QFile reasons(fileOf(directory, source) + QStringLiteral(".reasons.csv"));
    QVERIFY(reasons.open(QIODevice::ReadOnly));
    QCOMPARE(reasons.readAll().count("validate"), bad * (source.entity[0] == 'p' ? 2 : 1));
}

void TestLoadKill::everyRowExactlyOnce()
{
    constexpr int Kills = 200;
    constexpr int LongestMicroseconds = 40000;
    QRandomGenerator random(3);
    int kills = 0;
    int loads = 0;
    while (kills < Kills) {
        const QTemporaryDir directory;
        writeFiles(directory);
        while (!loadAndKill(directory, std::chrono::microseconds(random.bounded(LongestMicroseconds)),
                            random.bounded(4) == 0))
            ++kills;
        ++loads;
        for (const Source &source : Sources)
            check(directory, source);
    }
    QVERIFY2(kills > 5 * loads, "most loads ended before they were killed: shorten the moments");
}

QTEST_GUILESS_MAIN(TestLoadKill)
#include "tst_loadkill.moc"
