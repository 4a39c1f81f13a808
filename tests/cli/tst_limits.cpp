// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/datafiles.h"
#include "cli/programrun.h"
#include "core/project/projectfile.h"

#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <sys/resource.h>

/// weir-cli where the system gives it little: memory, file sizes.
class TestLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void memoryOfAProject(); // first: the system tells the children's highest peak so far
    void memoryOfALoad_data() { addMemory(); }
    void memoryOfALoad();
    void memoryOfARun_data() { addMemory(); }
    void memoryOfARun();
    void hugeRecord();
    void fileSizeOfALoad_data() { addFileSizes(); }
    void fileSizeOfALoad();
    void fileSizeOfARun_data() { addFileSizes(); }
    void fileSizeOfARun();
    void fileSizeOfAGeneratedFile();

private:
    static constexpr int Rows = 60000;

    static void addMemory()
    {
        QTest::addColumn<int>("limit"); // KiB, from where the program does not start to where all is well
        for (int limit = 40000; limit <= 400000; limit += limit < 200000 ? 8000 : 50000)
            QTest::addRow("%d", limit) << limit;
    }
    static void addFileSizes()
    {
        QTest::addColumn<int>("limit"); // blocks of 512 bytes
        for (const int limit : {0, 1, 7, 8, 63, 100, 1000, 4000})
            QTest::addRow("%d", limit) << limit;
    }
    static QByteArray users()
    {
        QByteArray text = "name,email\n";
        for (int row = 0; row < Rows; ++row)
            text += row % 100 == 0 ? "," : "name " + QByteArray::number(row) + ",a@example.com\n";
        return text;
    }
    /// How the program ended.
    struct Ended
    {
        Ended(const QByteArray &limit, const char *command, const DataFiles &files)
        {
            QProcess process;
            const QByteArray line = "ulimit -c 0; ulimit " + limit + "; exec \"$0\" " + command;
            byItself = ::runShell(process, line.constData(), files.path(""));
            status = process.exitCode();
            out = process.readAllStandardOutput();
            err = process.readAllStandardError();
        }
        /// Not by a signal; with a sentence where it could not work.
        bool isWell() const
        {
            constexpr int LoaderFailed = 127; // the system's loader got no memory for the libraries
            return byItself
                && (status <= 2 || status == LoaderFailed || (status == 3 && err.endsWith(".\n")));
        }

        bool byItself;
        int status;
        QByteArray out;
        QByteArray err;
    };
    static qint64 rowsIn(const DataFiles &files)
    {
        qint64 rows = 0;
        for (const char *name : {"users", "products", "orders"})
            rows +=
                files.query(name, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(name)).toLongLong();
        return rows;
    }
    static qint64 told(const QByteArray &json, const char *verdict = "inserted")
    {
        return QJsonDocument::fromJson(json)
            .object()[QStringLiteral("counts")][QLatin1String(verdict)]
            .toInteger();
    }
};

void TestLimits::memoryOfAProject()
{
    const auto peakOf = [](const QString &project) {
        QProcess process;
        process.start(program(),
                      {QStringLiteral("validate"), QStringLiteral("-q"), QStringLiteral("-p"), project});
        rusage usage = {};
        const bool done = process.waitForFinished(FinishMs) && process.exitCode() == 2
            && ::getrusage(RUSAGE_CHILDREN, &usage) == 0;
        return done ? qint64{usage.ru_maxrss} << 10 : -1;
    };
    const QByteArray sample = Weir::ProjectFile::serialize(Weir::ProjectFile::sample());
    QByteArray rows = "\"users\": [";
    for (int i = 0; rows.size() < 16'000'000; ++i) {
        const QByteArray number = QByteArray::number(i);
        rows += "{\"name\":\"User " + number + "\",\"email\":\"user" + number + "@example.com\"},";
    }
    const QByteArray large = QByteArray(sample).replace("\"users\": [", rows);
    const DataFiles files;
    const qint64 small = peakOf(files.write("small.weir", sample));
    const qint64 peak = peakOf(files.write("large.weir", large));
    QVERIFY(small > 0 && peak > small);
    QVERIFY2(peak - small < 6 * large.size(), qPrintable(QString::number(peak - small)));
}

void TestLimits::memoryOfALoad()
{
    QFETCH(const int, limit);
    const DataFiles files;
    files.write("users.csv", users());
    const Ended ended("-v " + QByteArray::number(limit), "load --json -d \"$1\"/data \"$1\"/users.csv",
                      files);
    QVERIFY2(ended.isWell(), ended.err.constData());
    if (!files.exists("data/users.db"))
        return;
    const qint64 there = files.query("users", QStringLiteral("SELECT count(*) FROM users")).toLongLong();
    if (!ended.out.isEmpty())
        QCOMPARE(there, told(ended.out));
    const CliRun loads(
        {QStringLiteral("loads"), QStringLiteral("--json"), QStringLiteral("-d"), files.path("data")});
    qint64 inLedger = 0;
    for (const QJsonValue &load : loads.json()[QStringLiteral("loads")].toArray())
        inLedger += load[QStringLiteral("counts")][QStringLiteral("inserted")].toInteger();
    QCOMPARE(there, inLedger);
}

void TestLimits::memoryOfARun()
{
    QFETCH(const int, limit);
    const DataFiles files;
    const Ended ended("-v " + QByteArray::number(limit), "run --json -d \"$1\"/data", files);
    QVERIFY2(ended.isWell(), ended.err.constData());
    const qint64 there = rowsIn(files);
    if (ended.out.isEmpty())
        QVERIFY2(there == 0 || ended.err.contains("look at"), ended.err.constData());
    else
        QVERIFY2(there == told(ended.out) || ended.out.contains("cannot be found out"),
                 ended.out.constData());
}

/// A quote that is never closed, in a file that claims more than two gigabytes.
void TestLimits::hugeRecord()
{
    const DataFiles files;
    QVERIFY(QFile::resize(files.write("users.csv", users() + "\"Ann"), qint64{2200} << 20));
    for (const char *limit : {"-v unlimited", "-v 200000"}) {
        const Ended ended(limit, "load -q --again -d \"$1\"/data \"$1\"/users.csv", files);
        QVERIFY2(ended.isWell() && ended.status >= 2, ended.err.constData());
        QVERIFY(!ended.err.isEmpty());
    }
}

void TestLimits::fileSizeOfALoad()
{
    QFETCH(const int, limit);
    const DataFiles files;
    files.write("users.csv", users());
    const Ended ended("-f " + QByteArray::number(limit), "load --json -d \"$1\"/data \"$1\"/users.csv",
                      files);
    QVERIFY2(ended.isWell(), ended.err.constData());
    const qint64 there = files.query("users", QStringLiteral("SELECT count(*) FROM users")).toLongLong();
    QCOMPARE(there, told(ended.out));
    if (there == 0)
        QVERIFY2(ended.err.contains("users"), ended.err.constData());
}

void TestLimits::fileSizeOfARun()
{
    QFETCH(const int, limit);
    const DataFiles files;
    const Ended ended("-f " + QByteArray::number(limit), "run --json -d \"$1\"/data", files);
    QVERIFY2(ended.isWell(), ended.err.constData());
    QCOMPARE(rowsIn(files), told(ended.out));
}

void TestLimits::fileSizeOfAGeneratedFile()
{
    const DataFiles files;
    const Ended ended("-f 100", "generate -r 100000 -o \"$1\" --entity users", files);
    QVERIFY2(ended.isWell() && ended.status == 3, ended.err.constData());
    QVERIFY(!files.exists("users.csv"));
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
