// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rejecttricks.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// A load goes on with its own reject files and touches no others, whatever a database says of them.
class TestRejectTrust : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void resumedElsewhere_data();
    void resumedElsewhere();
    void damagedIsRefused_data();
    void damagedIsRefused();
    void linesLostAreAnError_data();
    void linesLostAreAnError();
    void goesOnWithTheNewFiles();
    void unwantedFilesAreNotMade();
    void anotherSourceChangesNothing();
    void lastLineWithoutEnd();
};

void TestRejectTrust::resumedElsewhere_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::addColumn<QString>("expected");
    const QString first = QStringLiteral("u.csv.rejected.csv");
    const QString second = QStringLiteral("u.csv.rejected-2.csv");
    const auto row = [](const char *name, const Trick &trick, const QString &expected) {
        QTest::newRow(name) << trick << expected;
    };
    row("elsewhere", naming("victim", "other victim"), second);
    row("elsewhere with its reasons", naming("victim", "u.csv.reasons.csv"), second);
    row("roundabout", naming("x/../u.csv.rejected.csv", "x/../u.csv.reasons.csv"), second);
    row("another source's", moved("v.csv.rejected.csv", "v.csv.reasons.csv"), first);
    row("leading zero", moved("u.csv.rejected-02.csv", "u.csv.reasons-02.csv"), first);
    row("number one", moved("u.csv.rejected-1.csv", "u.csv.reasons-1.csv"), first);
    row("number zero", moved("u.csv.rejected-0.csv", "u.csv.reasons-0.csv"), first);
    row("negative number", moved("u.csv.rejected--2.csv", "u.csv.reasons--2.csv"), first);
    row("huge number", moved("u.csv.rejected-99999999999.csv", "u.csv.reasons-99999999999.csv"), first);
    row("two numbers", moved("u.csv.rejected-3.csv", "u.csv.reasons-4.csv"), first);
    row("other end", moved("u.csv.rejected.csv.bak", "u.csv.reasons.csv.bak"), first);
    row("the source", naming("u.csv", "u.csv.reasons.csv"), second);
    row("the database", naming("users.db", "u.csv.reasons.csv"), second);
    row("no reasons", telling("UPDATE weir_load SET reasons_file=''"), second);

    row("reasons shorter than their header", telling("UPDATE weir_ledger SET reasons_bytes=5"), second);
    row("no lines", telling("UPDATE weir_ledger SET rejected_bytes=0"), second);
    row("header only", telling("UPDATE weir_ledger SET rejected_bytes=14 WHERE number=1"), second);
    row("nothing", telling("UPDATE weir_ledger SET rejected_bytes=0, reasons_bytes=0"), second);
    row("shrinking", telling("UPDATE weir_ledger SET rejected_bytes=rejected_bytes-number*40"), second);
    row("within a line", telling("UPDATE weir_ledger SET rejected_bytes=rejected_bytes-3"), second);
    row("within a reason", telling("UPDATE weir_ledger SET reasons_bytes=reasons_bytes+3"), second);
    row("more than the source", telling("UPDATE weir_ledger SET rejected_bytes=rejected_bytes+100000"),
        second);

    const char *lines = "u.csv.rejected.csv";
    const char *reasons = "u.csv.reasons.csv";
    row("link", replacing(lines, symbolicLink), second);
    row("reasons link", replacing(reasons, symbolicLink), second);
    row("hard link", replacing(lines, hardLink), second);
    row("reasons hard link", replacing(reasons, hardLink), second);
    row("directory", replacing(lines, directory), second);
    row("pipe", replacing(lines, namedPipe), second);
    row("reasons pipe", replacing(reasons, namedPipe), second);
    row("somebody's text", replacing(lines, content(QByteArray("# my settings\n").repeated(99))), second);
    row("somebody's reasons", replacing(reasons, content(QByteArray("# my settings\n").repeated(99))),
        second);
    row("somebody's short text", replacing(lines, content("mine")), second);
}

void TestRejectTrust::resumedElsewhere()
{
    QFETCH(const Trick, trick);
    QFETCH(const QString, expected);
    LoadFixture fixture;
    loadInPart(fixture);
    fixture.write(QStringLiteral("victim"), "SECRET\n");
    fixture.write(QStringLiteral("other victim"), "alias ll=ls\n");
    trick(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    fixture.reopen();

    const LoadResult result = fixture.loaded();
    const FileResult &file = result.files[0];
    QCOMPARE(file.error, QString());
    QCOMPARE(file.state, FileState::Finished);
    QCOMPARE(file.counts, (Counts{54, Bad - BadInFirst, 0, 0}));
    QCOMPARE(file.rejectedFile, fixture.path(expected));
    QVERIFY(fixture.read(expected).startsWith("id,name,email\n50,"));
    QCOMPARE(fixture.read(expected).count('\n'), 1 + Bad - BadInFirst);
    QCOMPARE(result.notes.size(), 1);
    QVERIFY2(result.notes[0].contains(fixture.path(expected)), qPrintable(result.notes[0]));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT rejected_file FROM weir_load"),
             file.rejectedFile.toStdString());
    QMap<QString, QByteArray> after = others(fixture);
    QCOMPARE(after.remove(expected), 1);
    QCOMPARE(after.remove(QString(expected).replace(QStringLiteral("rejected"), QStringLiteral("reasons"))),
             1);
    QCOMPARE(after, before);
}

void TestRejectTrust::damagedIsRefused_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::newRow("negative lengths")
        << telling("UPDATE weir_ledger SET rejected_bytes=-9, reasons_bytes=-9");
    QTest::newRow("huge") << telling("UPDATE weir_ledger SET reasons_bytes=9223372036854775807-1+number");
}

void TestRejectTrust::damagedIsRefused()
{
    QFETCH(const Trick, trick);
    LoadFixture fixture;
    loadInPart(fixture);
    fixture.write(QStringLiteral("victim"), "SECRET\n");
    trick(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    fixture.reopen();

    const FileResult file = fixture.loaded().files[0];
    QVERIFY2(file.error.contains(QStringLiteral("is damaged")), qPrintable(file.error));
    QCOMPARE(file.counts.inserted, 0);
    QCOMPARE(others(fixture), before);
}

void TestRejectTrust::linesLostAreAnError_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::newRow("removed") << Trick([](LoadFixture &fixture) {
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv.rejected.csv"))));
    });
    QTest::newRow("both removed") << Trick([](LoadFixture &fixture) {
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv.rejected.csv"))));
        QVERIFY(QFile::remove(fixture.path(QStringLiteral("u.csv.reasons.csv"))));
    });
    QTest::newRow("shorter") << replacing("u.csv.rejected.csv",
                                          content("id,name,email\n10,User 10,nobody\n"));
    QTest::newRow("empty") << replacing("u.csv.rejected.csv", content({}));
}

void TestRejectTrust::linesLostAreAnError()
{
    QFETCH(const Trick, trick);
    LoadFixture fixture;
    loadInPart(fixture);
    trick(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    fixture.reopen();
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Failed);
    QVERIFY(result.files[0].error.contains(QStringLiteral("again")));
    QVERIFY(result.files[0].error.contains(QStringLiteral("u.csv.re")));
    QCOMPARE(others(fixture), before);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("36"));
}

/// The new names are on record and nothing is written there yet when the load is stopped again.
void TestRejectTrust::goesOnWithTheNewFiles()
{
    LoadFixture fixture;
    loadInPart(fixture);
    naming("u.csv.rejected-2.csv", "u.csv.reasons-2.csv")(fixture);
    telling("UPDATE weir_load SET plan=CAST(json_set(CAST(plan AS TEXT), '$.rejectsFrom', 2) AS BLOB)")(
        fixture);
    fixture.reopen();
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(result.files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected-2.csv")).count('\n'), 1 + Bad - BadInFirst);
}

void TestRejectTrust::unwantedFilesAreNotMade()
{
    LoadFixture fixture;
    loadInPart(fixture);
    naming("victim", "other victim")(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    fixture.reopen();
    fixture.plan.settings.writeRejects = false;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].counts, (Counts{54, Bad - BadInFirst, 0, 0}));
    QCOMPARE(result.files[0].rejectedFile, QString());
    QCOMPARE(others(fixture), before);
}

/// The load refuses the file, and its own reject files stay its own.
void TestRejectTrust::anotherSourceChangesNothing()
{
    LoadFixture fixture;
    loadInPart(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    const QByteArray text = fixture.read(QStringLiteral("u.csv"));
    fixture.write(QStringLiteral("u.csv"), QByteArray(text).replace("id,name,email", "id,email,name"));
    fixture.reopen();
    const auto refused = fixture.load();
    QVERIFY(!refused || refused->files[0].state == FileState::Failed);
    QCOMPARE(others(fixture), before);
    fixture.write(QStringLiteral("u.csv"), text);
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")).count('\n'), 1 + Bad);
}

/// All batches are in, but not that it has finished.
void TestRejectTrust::lastLineWithoutEnd()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"), "name,email\nA,a@b.cc\nB,nobody"));
    QCOMPARE(fixture.loaded().counts(), (Counts{1, 1, 0, 0}));
    fixture.databases.reset();
    telling("UPDATE weir_load SET state='running', content_hash=NULL, finished=''")(fixture);
    fixture.reopen();
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.notes, QStringList());
    QCOMPARE(result.files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected.csv")));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")), QByteArray("name,email\nB,nobody"));
}

QTEST_GUILESS_MAIN(TestRejectTrust)
#include "tst_rejecttrust.moc"
