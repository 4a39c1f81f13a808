// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawdatabase.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <csignal>

using namespace WeirTest;

/// kill -9 at 300 random moments: every acknowledged row is in its file, no row is there twice.
class TestKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void acknowledgedRowsSurvive();

private:
    static QByteArray runAndKill(const QString &directory, int round,
                                 std::chrono::microseconds afterFirstLine);
};

/// What the writer had acknowledged when it was killed.
QByteArray TestKill::runAndKill(const QString &directory, int round, std::chrono::microseconds afterFirstLine)
{
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.start(QStringLiteral(WEIR_BIN_DIR "/crashwriter"), {directory, QString::number(round + 1)});
    QByteArray output;
    if (writer.waitForStarted() && writer.waitForReadyRead(20000)) {
        const auto end = std::chrono::steady_clock::now() + afterFirstLine;
        while (std::chrono::steady_clock::now() < end) {} // a moment between two system calls of ours, too
    }
    ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
    writer.waitForFinished();
    output += writer.readAllStandardOutput();
    return output.left(output.lastIndexOf('\n') + 1);
}

void TestKill::acknowledgedRowsSurvive()
{
    constexpr int Kills = 300;
    const QTemporaryDir directory;
    QRandomGenerator random(7);
    QHash<QByteArray, QSet<QByteArray>> acknowledged; // "key name" by entity
    for (int round = 0; round < Kills; ++round) {
        const QByteArray output =
            runAndKill(directory.path(), round, std::chrono::microseconds(random.bounded(40000)));
        QVERIFY2(!output.isEmpty(), "the writer acknowledged nothing");
        for (const QByteArray &line : output.split('\n')) {
            if (const qsizetype space = line.indexOf(' '); space > 0)
                acknowledged[line.left(space)].insert(line.mid(space + 1));
        }
    }

    const QHash<QByteArray, QByteArray> columns{
        {"users", "name"}, {"products", "name"}, {"orders", "user_id"}};
    for (const auto &[entity, column] : columns.asKeyValueRange()) {
        const RawDatabase file(
            QDir(directory.path()).filePath(QString::fromLatin1(entity) + QStringLiteral(".db")));
        QCOMPARE(file.value("PRAGMA integrity_check"), std::string("ok"));
        const QByteArray all = "SELECT id || ' ' || " + column + " FROM " + entity;
        QSet<QByteArray> rows;
        QSet<QByteArray> names;
        for (const std::string &row : file.column(all.constData())) {
            rows.insert(QByteArray::fromStdString(row));
            names.insert(QByteArray::fromStdString(row.substr(row.find(' ') + 1)));
        }
        QCOMPARE(names.size(), rows.size()); // none twice
        const QSet<QByteArray> lost = acknowledged[entity] - rows;
        const QByteArray message =
            "acknowledged rows are not in " + entity + ": " + QByteArray::number(lost.size());
        QVERIFY2(lost.isEmpty(), message.constData());
        QVERIFY(acknowledged[entity].size() > Kills);
    }
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
