// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/standardinput.h"

#include <QTest>

#include <csignal>

using namespace Weir;
using namespace WeirTest;

/// A stream is loaded, and given again with "resume": no row is in the table twice.
class TestStreamResume : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void givenAgain_data();
    void givenAgain();
    void finishesAfterItWentOn();
    void notAllOrNothing();
    void atOnceBesideABadFile_data();
    void atOnceBesideABadFile();
    void mendedRejects();
    void lastRejectedLineWithoutEnd();

private:
    /// Lines `first` … `last`.
    static QByteArray lines(int first, int last)
    {
        QByteArray text;
        for (int i = first; i <= last; ++i)
            text += "User " + QByteArray::number(i) + ",u" + QByteArray::number(i) + "@example.com\n";
        return text;
    }
    static QByteArray stream(int rows) { return "name,email\n" + lines(1, rows); }
    /// Loads what comes from standard input, `beside` other files.
    static LoadResult load(LoadFixture &fixture, const QByteArray &text,
                           const QList<SourceFile> &beside = {});
    static std::string value(const LoadFixture &fixture, const char *sql)
    {
        return fixture.value(QStringLiteral("users.db"), sql);
    }
};

LoadResult TestStreamResume::load(LoadFixture &fixture, const QByteArray &text,
                                  const QList<SourceFile> &beside)
{
    const StandardInput input(text);
    fixture.plan.files = beside;
    fixture.plan.files.prepend(StandardInput::file(fixture, QStringLiteral("users")));
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.rejectDirectory = fixture.directory.path();
    LoadResult result = fixture.loaded();
    fixture.plan.files.clear(); // which have the pipe open
    return result;
}

void TestStreamResume::givenAgain_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("meanwhile"); // SQL
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<int>("inserted"); // by the second
    QTest::addColumn<int>("rows");     // in the table then
    QTest::addColumn<int>("loads");
    QTest::addColumn<QString>("says"); // of an error, or of a note
    const auto row = [](const char *name, const QByteArray &first, const char *meanwhile,
                        const QByteArray &second, int inserted, int rows, int loads, const char *says) {
        QTest::newRow(name) << first << QByteArray(meanwhile) << second << inserted << rows << loads
                            << QString::fromLatin1(says);
    };
    const char *const killedAtEnd = "UPDATE weir_load SET state='running', finished=NULL, content_hash=NULL";
    const char *const killedInside =
        "UPDATE weir_load SET state='running', finished=NULL, content_hash=NULL; "
        "DELETE FROM weir_ledger WHERE number>0; DELETE FROM users WHERE id>100";
    const QByteArray open = stream(250).chopped(1);
    row("the same", stream(250), "", stream(250), 0, 250, 1, "");
    row("the same, one batch", stream(50), "", stream(50), 0, 50, 1, "");
    row("killed at its end", stream(250), killedAtEnd, stream(250), 0, 250, 1, "");
    row("killed inside", stream(250), killedInside, stream(250), 150, 250, 1, "");
    row("longer", stream(250), "", stream(470), 220, 470, 1, "");
    row("longer, one batch", stream(50), "", stream(70), 20, 70, 1, "");
    row("longer, whole batches", stream(200), "", stream(201), 1, 201, 1, "");
    row("killed at its end, longer", stream(250), killedAtEnd, stream(300), 50, 300, 1, "");
    row("last line without end", open, "", open, 0, 250, 1, "");
    row("last line goes on", open, "", stream(300), 0, 250, 1, "batch 3");
    row("only line goes on", stream(1).chopped(1), "", stream(2), 2, 3, 2, "new one");
    row("quotes go on", stream(150) + "\"x\n", "", stream(150) + "\"x\n\",x@example.com\n", 0, 150, 1,
        "batch 2");
    row("another", stream(250), "", "name,email\n" + lines(1001, 1150), 150, 400, 2, "new one");
    row("another header", stream(250), "", "email,name\n", 0, 250, 2, "new one");
    row("empty", stream(250), "", "name,email\n", 0, 250, 2, "new one");
    row("another from batch 2", stream(250), "", stream(150) + "Bob,bob@example.com\n" + lines(152, 250), 0,
        250, 1, "batch 2");
    row("shorter", stream(250), "", stream(120), 0, 250, 1, "batch 2");
    row("other name", stream(250), "UPDATE weir_load SET file='/dev/fd/62'", stream(260), 10, 260, 1, "");
    row("other table", stream(250), "UPDATE weir_load SET entity='clients'", stream(250), 250, 500, 2, "");
    row("longer than what is detected from", stream(20000), "", stream(20010), 10, 20010, 1, "");
    row("another behind that", stream(20000), "", stream(15000) + lines(1, 5000), 0, 20000, 1, "batch 151");
    row("undone", stream(250), "UPDATE weir_load SET state='undone'; DELETE FROM users", stream(250), 250,
        250, 2, "");
}

void TestStreamResume::givenAgain()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, meanwhile);
    QFETCH(const QByteArray, second);
    QFETCH(const int, inserted);
    QFETCH(const int, rows);
    QFETCH(const int, loads);
    QFETCH(const QString, says);
    LoadFixture fixture;
    load(fixture, first);
    QVERIFY(RawDatabase(fixture.path(QStringLiteral("users.db"))).exec(meanwhile.constData()));
    const LoadResult result = load(fixture, second);
    const FileResult &file = result.files.constFirst();
    QCOMPARE(file.counts.inserted, inserted);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::to_string(rows));
    QCOMPARE(value(fixture, "SELECT count(*) FROM weir_load"), std::to_string(loads));
    QCOMPARE(value(fixture, "SELECT count(*) FROM weir_load WHERE state='running'"), std::string("0"));
    const bool refused = says.contains(QStringLiteral("batch"));
    QCOMPARE(file.state, refused ? FileState::Failed : FileState::Finished);
    QVERIFY2(file.error.isEmpty() == !refused, qPrintable(file.error));
    const QString told = file.error + result.notes.join(u' ');
    QVERIFY2(says.isEmpty() ? told.isEmpty() : told.contains(says), qPrintable(told));
    QVERIFY(!file.resumable); // what had finished has, and all that is new of it was read
    if (refused)
        QVERIFY(told.contains(QStringLiteral("--again")));
}

void TestStreamResume::finishesAfterItWentOn()
{
    LoadFixture fixture;
    load(fixture, stream(250));
    const LoadResult longer = load(fixture, stream(470));
    QCOMPARE(longer.files[0].earlier.inserted, 250);
    QCOMPARE(value(fixture, "SELECT sum(inserted) || ' ' || max(number) FROM weir_ledger"),
             std::string("470 5"));
    QCOMPARE(value(fixture, "SELECT count(DISTINCT email) FROM users"), std::string("470"));
    const LoadResult done = load(fixture, stream(470));
    QCOMPARE(done.counts().read(), 0);
    QCOMPARE(done.files[0].earlier.inserted, 470);
    QCOMPARE(done.files[0].state, FileState::Finished);
}

void TestStreamResume::notAllOrNothing()
{
    LoadFixture fixture;
    load(fixture, stream(250));
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    QCOMPARE(load(fixture, stream(250)).files[0].state, FileState::Finished);
    const LoadResult longer = load(fixture, stream(300));
    QCOMPARE(longer.files[0].state, FileState::Failed);
    QVERIFY(!longer.files[0].error.isEmpty());
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("250"));
    QCOMPARE(value(fixture, "SELECT state FROM weir_load"), std::string("finished"));
}

void TestStreamResume::atOnceBesideABadFile_data()
{
    QTest::addColumn<QByteArray>("second");
    QTest::addColumn<FileState>("state"); // of the stream
    QTest::newRow("the same") << stream(250) << FileState::Finished;
    QTest::newRow("longer") << stream(300) << FileState::Failed;
    QTest::newRow("another from batch 2") << stream(150) + lines(1, 100) << FileState::Failed;
}

/// Whatever becomes of another file, the stream's rows are an earlier load's, and stay known as such.
void TestStreamResume::atOnceBesideABadFile()
{
    QFETCH(const QByteArray, second);
    QFETCH(const FileState, state);
    LoadFixture fixture;
    load(fixture, stream(250));
    fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    SourceFile bad;
    bad.path = fixture.write(QStringLiteral("bad.csv"), usersCsv(50, 25, 5000));
    bad.entity = fixture.project.entityIndex(QStringLiteral("users"));
    const LoadResult result = load(fixture, second, {bad});
    QCOMPARE(result.files[0].state, state);
    QCOMPARE(result.files[1].state, FileState::Stopped);
    QCOMPARE(result.counts().inserted, 0);
    QCOMPARE(value(fixture, "SELECT group_concat(state) FROM weir_load"), std::string("finished"));
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    QCOMPARE(load(fixture, stream(250)).files[0].earlier.inserted, 250);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("250"));
}

/// The user has mended the lines in place: nothing of it matters while the stream brings nothing new.
void TestStreamResume::mendedRejects()
{
    const QByteArray bad = "Nobody,nobody\n";
    const char *const recorded = "SELECT group_concat(hex(plan) || rejected_file || state) FROM weir_load";
    LoadFixture fixture;
    const QString rejected = load(fixture, stream(250) + bad).files[0].rejectedFile;
    QVERIFY(!rejected.isEmpty());
    const QByteArray mended = "name,email\nNobody,nobody@example.com\n";
    fixture.write(QFileInfo(rejected).fileName(), mended);
    const std::string before = value(fixture, recorded);

    const LoadResult same = load(fixture, stream(250) + bad);
    QCOMPARE(same.files[0].state, FileState::Finished);
    QCOMPARE(same.notes, QStringList());
    QCOMPARE(value(fixture, recorded), before);

    const LoadResult longer = load(fixture, stream(250) + bad + lines(251, 300) + bad);
    QCOMPARE(longer.files[0].counts, (Counts{50, 1, 0, 0}));
    QCOMPARE(longer.notes.size(), 1);
    QVERIFY(longer.notes[0].contains(longer.files[0].rejectedFile));
    QCOMPARE(value(fixture, "SELECT rejected_file FROM weir_load"),
             longer.files[0].rejectedFile.toStdString());
    QCOMPARE(fixture.read(QFileInfo(rejected).fileName()), mended);
    QCOMPARE(fixture.read(QFileInfo(longer.files[0].rejectedFile).fileName()), "name,email\n" + bad);

    const LoadResult again = load(fixture, stream(250) + bad + lines(251, 300) + bad);
    QCOMPARE(again.files[0].counts, Counts());
    QCOMPARE(again.notes, QStringList());
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("300"));
}

void TestStreamResume::lastRejectedLineWithoutEnd()
{
    LoadFixture fixture;
    const QByteArray text = stream(50) + "Nobody,nobody";
    load(fixture, text);
    QVERIFY(RawDatabase(fixture.path(QStringLiteral("users.db")))
                .exec("UPDATE weir_load SET state='running', finished=NULL, content_hash=NULL"));
    const std::string before = value(fixture, "SELECT rejected_file FROM weir_load");
    const LoadResult result = load(fixture, text);
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(value(fixture, "SELECT rejected_file FROM weir_load"), before);
}

QTEST_GUILESS_MAIN(TestStreamResume)
#include "tst_streamresume.moc"
