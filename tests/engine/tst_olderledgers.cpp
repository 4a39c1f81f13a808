// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/standardinput.h"

#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace Weir;
using namespace WeirTest;

/// Databases that an older Weir loaded into (tests/data/ledgers): their loads go on, are known again and can
/// be undone.
class TestOlderLedgers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { signal(SIGPIPE, SIG_IGN); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void areListedAsTheyAre_data();
    void areListedAsTheyAre();
    void unfinishedLoadGoesOn();
    void unfinishedLoadIsUndone();
    void finishedLoadIsKnownAgain();
    void finishedLoadIsUndone();
    void restOfALoadIsUndone();
    void streamGoesOn();
    void streamIsUndone();
    void newLoadsStandBesideOlderOnes();

private:
    static QByteArray content() { return usersCsv(350, 60); } // of which 250 lines were loaded
    static void useDatabase(LoadFixture &fixture, const QString &name);
    static RecordedLoad only(const LoadFixture &fixture);
    static UndoResult undo(LoadFixture &fixture, const QByteArray &id);
    static std::string value(const LoadFixture &fixture, const char *sql)
    {
        return fixture.value(QStringLiteral("users.db"), sql);
    }
    static void change(const LoadFixture &fixture, const QByteArray &sql)
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY2(users.exec(sql.constData()), sqlite3_errmsg(users.handle()));
    }
    static LoadResult loadAgain(LoadFixture &fixture);
};

/// The file lies elsewhere than it did.
void TestOlderLedgers::useDatabase(LoadFixture &fixture, const QString &name)
{
    const QString source = QStringLiteral(WEIR_SOURCE_DIR "/tests/data/ledgers/%1.db").arg(name);
    const QString target = fixture.path(QStringLiteral("users.db"));
    QVERIFY2(QFile::copy(source, target), qPrintable(source));
    QVERIFY(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
    const QString file = fixture.write(QStringLiteral("users.csv"), content());
    change(fixture, "UPDATE weir_load SET file='" + file.toUtf8() + "' WHERE file<>'-'");
    fixture.reopen();
}

RecordedLoad TestOlderLedgers::only(const LoadFixture &fixture)
{
    const LoadHistory history = Loader(*fixture.databases).history(fixture.project);
    if (history.loads.size() != 1 || !history.unreadable.isEmpty())
        qWarning("not one load: %s", qPrintable(history.unreadable.join(u' ')));
    return history.loads.value(0);
}

UndoResult TestOlderLedgers::undo(LoadFixture &fixture, const QByteArray &id)
{
    LoadMonitor monitor(1);
    const auto result = Loader(*fixture.databases).undo(fixture.project, id, monitor);
    if (!result)
        qWarning("%s", qPrintable(result.error().sentence));
    return result.value_or(UndoResult());
}

LoadResult TestOlderLedgers::loadAgain(LoadFixture &fixture)
{
    fixture.add(QStringLiteral("users"), fixture.path(QStringLiteral("users.csv")));
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.writeRejects = false;
    return fixture.loaded();
}

void TestOlderLedgers::areListedAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<LoadState>("state");
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<qint64>("batchesToUndo");
    const auto row = [](const char *name, LoadState state, const Counts &counts, qint64 batchesToUndo) {
        QTest::newRow(name) << QString::fromLatin1(name) << state << counts << batchesToUndo;
    };
    row("unfinished", LoadState::Running, {246, 4, 0, 0}, 5);
    row("finished", LoadState::Finished, {345, 5, 0, 0}, 7);
    row("undone", LoadState::Undone, {345, 5, 0, 0}, 2);
    row("stream", LoadState::Running, {246, 4, 0, 0}, 5);
}

void TestOlderLedgers::areListedAsTheyAre()
{
    QFETCH(const QString, name);
    LoadFixture fixture;
    useDatabase(fixture, name);
    const std::string schema = value(fixture, "PRAGMA schema_version");
    const LedgerEntry load = only(fixture).load;
    QTEST(load.state, "state");
    QTEST(load.counts, "counts");
    QTEST(load.batchesToUndo, "batchesToUndo");
    QCOMPARE(value(fixture, "PRAGMA schema_version"), schema); // to read them changes nothing
}

void TestOlderLedgers::unfinishedLoadGoesOn()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("unfinished"));
    const LoadResult result = loadAgain(fixture);
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[0].earlier, (Counts{246, 4, 0, 0}));
    QCOMPARE(result.files[0].counts, (Counts{99, 1, 0, 0}));
    QCOMPARE(value(fixture, "SELECT count(*)||' '||count(DISTINCT email) FROM users"),
             std::string("345 345"));
    QCOMPARE(only(fixture).load.state, LoadState::Finished);

    // Undone as a whole, whoever wrote which part of it.
    QCOMPARE(undo(fixture, result.files[0].loadId).removed, 345);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("0"));
}

void TestOlderLedgers::unfinishedLoadIsUndone()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("unfinished"));
    change(fixture, "UPDATE users SET name='other' WHERE id=7; DELETE FROM users WHERE id=8");
    const UndoResult result = undo(fixture, only(fixture).load.id);
    QCOMPARE(result.removed, 244);
    QCOMPARE(result.changed, 1);
    QCOMPARE(result.gone, 1);
    QCOMPARE(value(fixture, "SELECT group_concat(id) FROM users"), std::string("7"));
}

void TestOlderLedgers::finishedLoadIsKnownAgain()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("finished"));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("of another name.csv"), content()));
    const auto refused = fixture.load();
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QStringLiteral("--again")),
             qPrintable(refused.error().sentence));
    fixture.plan.files.clear();
    const LoadResult again = loadAgain(fixture);
    QCOMPARE(again.files[0].state, FileState::Finished);
    QCOMPARE(again.files[0].earlier, (Counts{345, 5, 0, 0}));
    QCOMPARE(again.counts().read(), 0);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("345"));
}

void TestOlderLedgers::finishedLoadIsUndone()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("finished"));
    change(fixture, "UPDATE users SET name='other' WHERE id=7");
    const RecordedLoad load = only(fixture);
    UndoResult result = undo(fixture, load.load.id);
    QCOMPARE(result.removed, 344);
    QCOMPARE(result.changed, 1);
    change(fixture, "UPDATE users SET name='User 7' WHERE id=7");
    result = undo(fixture, load.load.id);
    QCOMPARE(result.removed, 1);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("0"));
}

void TestOlderLedgers::restOfALoadIsUndone()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("undone"));
    QCOMPARE(value(fixture, "SELECT group_concat(id) FROM users"), std::string("5,6,155"));
    const RecordedLoad load = only(fixture);
    QCOMPARE(undo(fixture, load.load.id).refused, 3); // visits refer to them
    change(fixture, "DELETE FROM visits WHERE user<>6");
    const UndoResult result = undo(fixture, load.load.id);
    QCOMPARE(result.removed, 2);
    QCOMPARE(result.refused, 1);
    QCOMPARE(only(fixture).load.batchesToUndo, 1);

    const LoadResult again = loadAgain(fixture); // what is undone is not known any more
    QCOMPARE(again.files[0].earlier, Counts());
    QCOMPARE(again.counts().read(), 350);
}

void TestOlderLedgers::streamGoesOn()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("stream"));
    const StandardInput input(content());
    fixture.plan.files = {StandardInput::file(fixture, QStringLiteral("users"))};
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    fixture.plan.settings.writeRejects = false;
    const LoadResult result = fixture.loaded();
    fixture.plan.files.clear(); // which have the pipe open
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].earlier, (Counts{246, 4, 0, 0}));
    QCOMPARE(result.files[0].counts, (Counts{99, 1, 0, 0}));
    QCOMPARE(value(fixture, "SELECT count(*)||' '||count(DISTINCT email) FROM users"),
             std::string("345 345"));
    QCOMPARE(undo(fixture, result.files[0].loadId).removed, 345);
}

void TestOlderLedgers::streamIsUndone()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("stream"));
    QCOMPARE(undo(fixture, only(fixture).load.id).removed, 246);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("0"));
}

void TestOlderLedgers::newLoadsStandBesideOlderOnes()
{
    LoadFixture fixture;
    useDatabase(fixture, QStringLiteral("finished"));
    fixture.write(QStringLiteral("users.csv"), usersCsv(20, 0, 1001));
    const LoadResult result = loadAgain(fixture);
    QCOMPARE(result.counts().inserted, 20);
    const auto versions = fixture.column(QStringLiteral("users.db"),
                                         "SELECT coalesce(version, 0) FROM weir_load ORDER BY number");
    QCOMPARE(versions, (std::vector<std::string>{"0", "1"}));
    const LoadHistory history = Loader(*fixture.databases).history(fixture.project);
    QCOMPARE(history.loads.size(), 2);
    for (const RecordedLoad &load : history.loads)
        QCOMPARE(undo(fixture, load.load.id).removed, load.load.counts.inserted);
    QCOMPARE(value(fixture, "SELECT count(*) FROM users"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestOlderLedgers)
#include "tst_olderledgers.moc"
