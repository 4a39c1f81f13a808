// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rejecttricks.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// A new load's reject files are nobody else's, whatever a database says.
class TestRejectNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void headerlessNeedsItsReasons_data();
    void headerlessNeedsItsReasons();
    void newLoadsTouchNothing_data();
    void newLoadsTouchNothing();
    void filesInUseAreNoRejects();
    void sourceAmongTheRejects();
    void manyLoads();
};

void TestRejectNames::headerlessNeedsItsReasons_data()
{
    QTest::addColumn<bool>("proven");
    QTest::newRow("reasons") << true;
    QTest::newRow("none") << false;
}

void TestRejectNames::headerlessNeedsItsReasons()
{
    QFETCH(const bool, proven);
    LoadFixture fixture;
    const QByteArray text = usersCsv(Rows, Rows / Bad);
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"), text.mid(text.indexOf('\n') + 1)));
    fixture.plan.files[0].format.header = false;
    fixture.plan.files[0].mapping = ColumnMapping::byOrder(
        fixture.project.entities[fixture.project.entityIndex(QStringLiteral("users"))], 3);
    QCOMPARE(fixture.loaded().counts(), (Counts{Rows - Bad, Bad, 0, 0}));
    killBeforeFirstBatch(fixture);
    if (!proven)
        fixture.write(QStringLiteral("u.csv.reasons.csv"), "file\n");
    const QByteArray before = fixture.read(QStringLiteral("u.csv.rejected.csv"));
    fixture.reopen();
    const QString expected =
        fixture.path(proven ? QStringLiteral("u.csv.rejected.csv") : QStringLiteral("u.csv.rejected-2.csv"));
    QCOMPARE(fixture.loaded().files[0].rejectedFile, expected);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")), before);
}

void TestRejectNames::newLoadsTouchNothing_data()
{
    QTest::addColumn<Trick>("trick");
    QTest::addColumn<bool>("begun");
    const auto row = [](const char *name, const Trick &trick) {
        QTest::addRow("%s, begun", name) << trick << true;
        QTest::addRow("%s, finished", name) << Trick([trick](LoadFixture &fixture) {
            telling("UPDATE weir_load SET finished='9999-01-01T00:00:00.000Z'")(fixture);
            trick(fixture);
        }) << false;
    };
    const char *lines = "u.csv.rejected.csv";
    const char *reasons = "u.csv.reasons.csv";
    row("elsewhere", naming("victim", "u.csv.reasons.csv"));
    row("empty reasons", replacing(reasons, content({})));
    row("begun reasons", replacing(reasons, content("file,li")));
    row("empty lines", replacing(lines, content({})));
    row("somebody's lines", replacing(lines, content("name,email\nAnn,ann@example.com\n")));
    row("link", replacing(lines, symbolicLink));
    row("hard link", replacing(reasons, hardLink));
    row("directory", replacing(lines, directory));
    row("pipe", replacing(reasons, namedPipe));
    QTest::newRow("changed since") << Trick([](LoadFixture &fixture) {
        telling("UPDATE weir_load SET finished='9999-01-01T00:00:00.000Z'")(fixture);
    }) << false;
}

void TestRejectNames::newLoadsTouchNothing()
{
    QFETCH(const Trick, trick);
    QFETCH(const bool, begun);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, Rows / Bad)));
    fixture.loaded();
    if (begun)
        killBeforeFirstBatch(fixture);
    fixture.databases.reset();
    fixture.write(QStringLiteral("victim"), "SECRET\n");
    trick(fixture);
    const QMap<QString, QByteArray> before = others(fixture);
    fixture.reopen();
    fixture.plan.settings.known = LoadSettings::Known::Again;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    QMap<QString, QByteArray> after = others(fixture);
    QCOMPARE(after.remove(QStringLiteral("u.csv.rejected-2.csv")), 1);
    QCOMPARE(after.remove(QStringLiteral("u.csv.reasons-2.csv")), 1);
    QCOMPARE(after, before);
}

/// Other sources, also through links and in other spellings, and databases that are still to be made.
void TestRejectNames::filesInUseAreNoRejects()
{
    LoadFixture fixture;
    for (DatabaseProfile &profile : fixture.project.databases) {
        if (profile.name == u"users")
            profile.sqlite().file = QStringLiteral("u.csv.rejected.csv");
    }
    fixture.reopen();
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("rejects")));
    QVERIFY(::symlink("rejects", fixture.path(QStringLiteral("also rejects")).toUtf8().constData()) == 0);
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("a")));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(10, 5)));
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("a/U.csv"), usersCsv(10, 2, 100)));
    fixture.plan.settings.known = LoadSettings::Known::Again;
    fixture.plan.settings.rejectDirectory = fixture.path(QStringLiteral("also rejects"));
    const LoadResult result = fixture.loaded();
    QCOMPARE(fixture.read(QStringLiteral("rejects/u.csv.rejected.csv")).count('\n'), 11);
    QCOMPARE(fixture.read(QStringLiteral("rejects/U.csv.rejected-2.csv")).count('\n'), 6);
}

/// The load goes on while its reject file, with the lines mended, is loaded itself.
void TestRejectNames::sourceAmongTheRejects()
{
    LoadFixture fixture;
    loadInPart(fixture);
    const QByteArray lines = fixture.read(QStringLiteral("u.csv.rejected.csv"));
    QVERIFY(::symlink("u.csv.rejected.csv", fixture.path(QStringLiteral("mended.csv")).toUtf8().constData())
            == 0);
    fixture.reopen();
    fixture.add(QStringLiteral("users"), fixture.path(QStringLiteral("mended.csv")));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-2.csv")));
    QCOMPARE(result.files[1].counts.rejected, Bad);
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")), lines);
}

/// A ledger that names every number does not make Weir count them again and again.
void TestRejectNames::manyLoads()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, Rows / Bad)));
    fixture.loaded();
    fixture.databases.reset();
    const QString sql = QStringLiteral(
        "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i+1 FROM n WHERE i < 30000) "
        "INSERT INTO weir_load(id, file, size, content_hash, entity, table_name, columns, plan, "
        "rejected_file, reasons_file, started, finished, state) SELECT randomblob(16), "
        "iif(i%2, file, 'x'), size, content_hash, entity, table_name, columns, plan, "
        "'%1.rejected-' || i || '.csv', '%1.reasons-' || i || '.csv', started, finished, 'running' "
        "FROM n, weir_load");
    QVERIFY(tell(fixture, sql.arg(fixture.path(QStringLiteral("u.csv")))));
    fixture.reopen();
    fixture.plan.settings.known = LoadSettings::Known::Again;
    fixture.write(QStringLiteral("u.csv.rejected.csv"), "mine now");
    fixture.write(QStringLiteral("u.csv.rejected-3.csv"), "mine as well");
    QCOMPARE(fixture.loaded().files[0].rejectedFile, fixture.path(QStringLiteral("u.csv.rejected-5.csv")));
}

QTEST_GUILESS_MAIN(TestRejectNames)
#include "tst_rejectnames.moc"
