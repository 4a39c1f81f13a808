// SPDX-License-Identifier: GPL-3.0-or-later
// What is told, the reject files and the ledger agree, whichever call on a reject file fails.
#include "support/faultysystem.h"
#include "support/rejecttricks.h"

#include <QTest>

#include <cerrno>

using namespace Weir;
using namespace WeirTest;

class TestRejectFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { FaultySystem::mend(); }
    void everyCall_data();
    void everyCall();
    void leftoversThatStay();
    void unreadable_data();
    void unreadable();

private:
    /// All but reading and opening what is there.
    static std::vector<FileCall> changing()
    {
        return {FileCall::Write,    FileCall::Sync,   FileCall::Make,
                FileCall::Truncate, FileCall::Unlink, FileCall::Link};
    }
    static constexpr int Lines = 90;
    static constexpr int Good = 75;
    static constexpr int Invalid = 9;
    static constexpr int Doubled = 6;

    static QByteArray csv();
    static void prepare(LoadFixture &fixture, LoadSettings::Policy policy);
    static QString troubleInTables(const LoadFixture &fixture, const FileResult &file);
    static QString troubleInFiles(const LoadFixture &fixture, const FileResult &file);
    static QString troubleAfterGoingOn(LoadFixture &fixture);
};

/// Lines that a rule refuses, and lines that only the database does; the first batch begins with both kinds.
QByteArray TestRejectFaults::csv()
{
    QByteArray text = "id,name,email\n";
    for (int i = 1; i <= Lines; ++i) {
        const QByteArray number = QByteArray::number(i);
        const bool doubled = i % 15 == 3; // the number before once more
        text += (doubled ? QByteArray::number(i - 1) : number) + ",User " + number + ','
            + (i % 10 == 1 ? "nobody" : "user" + number + "@example.com") + '\n';
    }
    return text;
}

void TestRejectFaults::prepare(LoadFixture &fixture, LoadSettings::Policy policy)
{
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("turned away")));
    for (DatabaseProfile &profile : fixture.project.databases)
        profile.sqlite().synchronous = Synchronous::Off; // the databases' disk is not at fault here
    fixture.reopen();
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), csv()));
    fixture.plan.settings.rejectDirectory = fixture.path(QStringLiteral("turned away"));
    fixture.plan.settings.batchRows = 30;
    fixture.plan.settings.policy = policy;
}

/// What is told and what is there disagree about, or nothing.
QString TestRejectFaults::troubleInTables(const LoadFixture &fixture, const FileResult &file)
{
    Counts told = file.counts;
    told += file.earlier;
    const QString rows = QStringLiteral("%1 rows and %2 lines").arg(told.inserted);
    const auto value = [&](const char *sql) {
        return QString::fromStdString(fixture.value(QStringLiteral("users.db"), sql));
    };
    const QString asTold = rows.arg(told.inserted > 0 ? told.rejected + told.failed : 0);
    const QString inTable = value("SELECT count(*) FROM users") + QStringLiteral(" rows");
    const QString inLedger = value("SELECT printf('%d rows and %d lines', total(inserted), "
                                   "total(rejected) + total(failed)) FROM weir_ledger");
    return asTold.startsWith(inTable) && asTold == inLedger
        ? QString()
        : QStringLiteral("told %1, in the table %2, in the ledger %3").arg(asTold, inTable, inLedger);
}

QString TestRejectFaults::troubleInFiles(const LoadFixture &fixture, const FileResult &file)
{
    Counts told = file.counts;
    told += file.earlier;
    const qint64 lines = told.rejected + told.failed;
    if (file.rejectedFile.isEmpty())
        return lines == 0 ? QString() : QStringLiteral("no reject file for %1 lines").arg(lines);
    const QDir directory(fixture.directory.path());
    const QByteArray text = fixture.read(directory.relativeFilePath(file.rejectedFile));
    const QByteArray reasons = fixture.read(directory.relativeFilePath(file.reasonsFile));
    if (!text.startsWith("id,name,email\n") || !reasons.startsWith("file,line,") || text.contains('\0')
        || reasons.contains('\0'))
        return QStringLiteral("header");
    if (text.count('\n') == lines + 1 && reasons.count('\n') == lines + 1)
        return {};
    return QStringLiteral("%1 lines and %2 reasons of %3")
        .arg(text.count('\n') - 1)
        .arg(reasons.count('\n') - 1)
        .arg(lines);
}

QString TestRejectFaults::troubleAfterGoingOn(LoadFixture &fixture)
{
    fixture.reopen();
    const bool atOnce = fixture.plan.settings.policy == LoadSettings::Policy::AllOrNothing;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    const auto result = fixture.load();
    if (!result)
        return result.error().sentence;
    const FileResult &file = result->files.constFirst();
    Counts counts = file.counts;
    counts += file.earlier;
    if (file.state != FileState::Finished || counts != Counts{Good, Invalid, Doubled, 0}
        || !result->accounted())
        return QStringLiteral("state %1: %2").arg(static_cast<int>(file.state)).arg(file.error);
    if (!atOnce && !result->notes.isEmpty())
        return result->notes.constFirst();
    return troubleInTables(fixture, file) + troubleInFiles(fixture, file);
}

void TestRejectFaults::everyCall_data()
{
    QTest::addColumn<LoadSettings::Policy>("policy");
    QTest::addColumn<int>("error");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<bool>("nameless");
    for (const int error : {ENOSPC, EIO, EDQUOT, EFBIG}) {
        for (const bool sticky : {false, true}) {
            for (const bool nameless : {true, false}) {
                for (const auto policy :
                     {LoadSettings::Policy::Continue, LoadSettings::Policy::AllOrNothing}) {
                    QTest::addRow("%d %s, %s, %s", error, sticky ? "from then on" : "once",
                                  nameless ? "nameless first" : "with names",
                                  policy == LoadSettings::Policy::Continue ? "by batch" : "at once")
                        << policy << error << sticky << nameless;
                }
            }
        }
    }
}

void TestRejectFaults::everyCall()
{
    QFETCH(const LoadSettings::Policy, policy);
    QFETCH(const int, error);
    QFETCH(const bool, sticky);
    QFETCH(const bool, nameless);
    int failed = 0;
    bool struck = true;
    long call = 0;
    while (struck) { // until the load is through before it comes to that call
        ++call;
        LoadFixture fixture;
        prepare(fixture, policy);
        FaultySystem::refuseNameless(!nameless);
        FaultySystem::failAt({changing(), "turned away", call, error, sticky, call % 2 == 0});
        const LoadResult result = fixture.loaded();
        struck = FaultySystem::hasStruck();
        FaultySystem::mend();
        const FileResult &file = result.files[0];
        const QString where = QStringLiteral("call %1: ").arg(call);
        QCOMPARE(file.error.isEmpty(), file.state == FileState::Finished);
        if (file.state == FileState::Failed) {
            ++failed;
            QVERIFY2(file.error.contains(QStringLiteral("turned away")), qPrintable(file.error));
            QVERIFY2(!file.error.contains(QStringLiteral("Success")), qPrintable(file.error));
        }
        QVERIFY(struck || file.state != FileState::Failed);
        QCOMPARE(where + troubleInTables(fixture, file), where);
        // After a failure lines may be left that were not told of, until the load goes on.
        if (file.state != FileState::Failed)
            QCOMPARE(where + troubleInFiles(fixture, file), where);
        if (file.state != FileState::Finished)
            QCOMPARE(where + troubleAfterGoingOn(fixture), where);
    }
    QVERIFY2(call > 15, qPrintable(QString::number(call)));
    QVERIFY(failed > 5);
}

/// What cannot be cleared away is told, and no other file of the database suffers.
void TestRejectFaults::leftoversThatStay()
{
    LoadFixture fixture;
    prepare(fixture, LoadSettings::Policy::Continue);
    fixture.loaded();
    killBeforeFirstBatch(fixture);
    fixture.reopen();
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("v.csv"), usersCsv(10, 0, 1000)));
    FaultySystem::failAt({changing(), "turned away", 1, EACCES, true, false});
    const LoadResult result = fixture.loaded();
    FaultySystem::mend();
    QCOMPARE(result.files[0].state, FileState::Failed);
    QVERIFY(result.files[0].error.contains(QStringLiteral("u.csv.rejected.csv")));
    QCOMPARE(result.files[1].state, FileState::Finished);
    QCOMPARE(result.files[1].counts.inserted, 10);
    fixture.plan.files.removeLast();
    QVERIFY(tell(fixture, QStringLiteral("DELETE FROM users; DELETE FROM weir_ledger")));
    QCOMPARE(troubleAfterGoingOn(fixture), QString());
}

void TestRejectFaults::unreadable_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("sticky");
    for (const char *file : {"u.csv.rejected.csv", "u.csv.reasons.csv"}) {
        for (const int call : {1, 2}) {
            QTest::addRow("%s, read %d once", file, call) << QByteArray(file) << call << false;
            QTest::addRow("%s, from read %d on", file, call) << QByteArray(file) << call << true;
        }
    }
}

/// A file that cannot be read is not taken for somebody else's.
void TestRejectFaults::unreadable()
{
    QFETCH(const QByteArray, file);
    QFETCH(const int, call);
    QFETCH(const bool, sticky);
    LoadFixture fixture;
    loadInPart(fixture);
    fixture.reopen();
    FaultySystem::failAt({{FileCall::Read}, file.toStdString(), call, EIO, sticky, false});
    const LoadResult result = fixture.loaded();
    const bool struck = FaultySystem::hasStruck();
    FaultySystem::mend();
    QVERIFY(struck);
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(result.files[0].state, sticky ? FileState::Failed : FileState::Finished);
    if (sticky) {
        QVERIFY2(result.files[0].error.contains(QStringLiteral("cannot be read")),
                 qPrintable(result.files[0].error));
        fixture.reopen();
        QCOMPARE(fixture.loaded().files[0].state, FileState::Finished);
    }
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), Bad + 1);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.reasons.csv")).count('\n'), Bad + 1);
}

QTEST_GUILESS_MAIN(TestRejectFaults)
#include "tst_rejectfaults.moc"
