// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rowhash.h"
#include "engine/load/loadundo.h"
#include "support/loadfixture.h"
#include "support/memorybackend.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

class TestLoadUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void removesExactlyItsRows();
    void leavesWhatWasChanged();
    void undoesALoadInPart();
    void cannotWithoutHashes();
    void cancelledAndGoneOnWith();
    void rowsThatWereReferredToGoLater();
    void replacedRowsCountOnce();
    void unknownOutcomeIsNotHidden();

private:
    static Expected<UndoResult> undo(LoadFixture &fixture, const QByteArray &id)
    {
        LoadMonitor monitor(1);
        return Loader(*fixture.databases).undo(fixture.project, id, monitor);
    }
    static QByteArray loadUsers(LoadFixture &fixture, int rows)
    {
        fixture.add(QStringLiteral("users"),
                    fixture.write(QStringLiteral("u.csv"), usersCsv(rows, 10, 1000)));
        fixture.plan.settings.batchRows = 100;
        return fixture.loaded().files[0].loadId;
    }
};

/// The load is cancelled while its commit fails in a way that leaves open what became of it.
void TestLoadUndo::unknownOutcomeIsNotHidden()
{
    LoadMonitor monitor(1);
    Weir::Test::MemoryBackend backend;
    const Entity entity = ProjectFile::sample().entities.constFirst();
    LedgerEntry load;
    load.id = QByteArray(16, 'u');
    load.table = entity.table;
    load.columns = RowHasher::columns(entity);
    backend.store().change([&](Weir::Test::MemoryContent &content) {
        content.tables.emplace(entity.table, entity);
        content.hasLedger = true;
        content.loads = {{load, {{LedgerBatch(), false}}}}; // a batch to undo
    });
    backend.store().on(Weir::Test::MemoryCall::Commit) = [&monitor] {
        monitor.cancel();
        return SqlError{ErrorClass::CommitUnknown, 0, QStringLiteral("nobody knows")};
    };
    const auto result = LoadUndo(backend, load, RetryPolicy(3), monitor).run();
    QVERIFY(!result);
    QCOMPARE(result.error().sentence, QStringLiteral("nobody knows"));
    QCOMPARE(monitor.progress()[0].state, FileState::Failed);
}

/// What is told, recorded and in the table agree, within a batch and from batch to batch.
void TestLoadUndo::replacedRowsCountOnce()
{
    LoadFixture fixture;
    QVERIFY(
        RawDatabase(fixture.path(QStringLiteral("users.db")))
            .exec("CREATE TABLE users(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, name TEXT, email TEXT); "
                  "INSERT INTO users VALUES(1, 'theirs', ''), (9, 'stays', '')"));
    QByteArray text = "id,name,email\n";
    for (const char *row : {"1,a", "2,b", "2,c", "3,d", "2,e", "4,f", "3,g"})
        text += QByteArray(row) + ",x@example.com\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), text));
    fixture.plan.settings.batchRows = 3;
    const FileResult file = fixture.loaded().files[0];
    Counts counts{3, 0, 0, 0};
    counts.updated = 4;
    QCOMPARE(file.counts, counts);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT group_concat(id||name) FROM users"),
             std::string("1a,2e,3g,4f,9stays"));
    QCOMPARE(
        fixture.value(QStringLiteral("users.db"), "SELECT sum(inserted)||' '||sum(updated) FROM weir_ledger"),
        std::string("3 4"));
    QCOMPARE(Loader(*fixture.databases).history(fixture.project).loads.at(0).load.counts, counts);

    const auto known = fixture.load();
    QVERIFY(!known && known.error().sentence.contains(QStringLiteral("7 rows")));
    const auto result = undo(fixture, file.loadId);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
    QCOMPARE(result->removed, 4);
    QCOMPARE(result->changed + result->refused, 0);
    QCOMPARE(fixture.column(QStringLiteral("users.db"), "SELECT name FROM users"),
             (std::vector<std::string>{"stays"}));
}

void TestLoadUndo::removesExactlyItsRows()
{
    LoadFixture fixture;
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT)"));
        QVERIFY(
            users.exec("INSERT INTO users VALUES(1, 'old', 'old@example.com'), (1001, 'in the way', '')"));
    }
    const QByteArray id = loadUsers(fixture, 1000);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("901"));
    const auto result = undo(fixture, id);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
    QCOMPARE(result->removed, 899);
    QCOMPARE(result->changed + result->gone + result->refused, 0);
    QCOMPARE(fixture.column(QStringLiteral("users.db"), "SELECT id FROM users"),
             (std::vector<std::string>{"1", "1001"}));
    QVERIFY(!Loader(*fixture.databases).known(fixture.plan)->at(0));
    QCOMPARE(Loader(*fixture.databases).history(fixture.project).loads.at(0).load.state, LoadState::Undone);
    QCOMPARE(fixture.loaded().counts().inserted, 899); // may be loaded again
}

void TestLoadUndo::leavesWhatWasChanged()
{
    LoadFixture fixture;
    const QByteArray id = loadUsers(fixture, 300);
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("UPDATE users SET name = 'changed' WHERE id = 1100"));
        QVERIFY(users.exec("DELETE FROM users WHERE id IN (1110, 1111)"));
    }
    const auto result = undo(fixture, id);
    QVERIFY(result);
    QCOMPARE(result->removed, 267);
    QCOMPARE(result->changed, 1);
    QCOMPARE(result->gone, 2);
    QVERIFY(!result->examples.isEmpty());
    QCOMPARE(fixture.column(QStringLiteral("users.db"), "SELECT id FROM users"),
             (std::vector<std::string>{"1100"}));
}

void TestLoadUndo::undoesALoadInPart()
{
    LoadFixture fixture;
    fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
    fixture.plan.settings.maximumRejected = 25;
    const QByteArray id = loadUsers(fixture, 1000);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("270"));
    QCOMPARE(undo(fixture, id)->removed, 270);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
    fixture.plan.settings.policy = LoadSettings::Policy::Continue;
    fixture.plan.settings.known = LoadSettings::Known::Resume; // nothing is left to be resumed
    QCOMPARE(fixture.loaded().counts(), (Counts{900, 100, 0, 0}));
}

void TestLoadUndo::cannotWithoutHashes()
{
    LoadFixture fixture;
    fixture.plan.settings.keepUndo = false;
    const QByteArray id = loadUsers(fixture, 300);
    QVERIFY(!undo(fixture, id));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("270"));
    QVERIFY(!undo(fixture, QByteArray(16, 'x')));
}

void TestLoadUndo::cancelledAndGoneOnWith()
{
    LoadFixture fixture;
    const QByteArray id = loadUsers(fixture, 300);
    LoadMonitor monitor(1);
    monitor.cancel();
    const auto none = Loader(*fixture.databases).undo(fixture.project, id, monitor);
    QVERIFY(none);
    QCOMPARE(none->removed, 0);
    QCOMPARE(none->examples.size(), 1);
    QVERIFY(none->stopped);
    const auto rest = undo(fixture, id);
    QCOMPARE(rest->removed, 270);
    QVERIFY(!rest->stopped);
    QCOMPARE(undo(fixture, id)->removed, 0);
}

void TestLoadUndo::rowsThatWereReferredToGoLater()
{
    LoadFixture fixture;
    for (Entity &entity : fixture.project.entities)
        entity.database = QStringLiteral("users");
    QVERIFY(RawDatabase(fixture.path(QStringLiteral("users.db")))
                .exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT);"
                      "CREATE TABLE orders(id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users, "
                      "product_id INTEGER, quantity INTEGER)"));
    QByteArray orders = "id,user_id,product_id,quantity\n";
    for (int i = 1; i <= 500; ++i)
        orders += QByteArray::number(i) + ',' + QByteArray::number(i) + ",1,1\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(500)));
    fixture.plan.settings.batchRows = 100;
    const QByteArray users = fixture.loaded().files[0].loadId;
    fixture.plan.files.clear();
    fixture.add(QStringLiteral("orders"), fixture.write(QStringLiteral("o.csv"), orders));
    const LoadResult loaded = fixture.loaded();
    QCOMPARE(loaded.counts(), (Counts{500, 0, 0, 0}));
    const auto stateOf = [&](int load) {
        return Loader(*fixture.databases).history(fixture.project).loads.at(load).load.state;
    };
    QCOMPARE(undo(fixture, users)->refused, 500);
    QCOMPARE(stateOf(1), LoadState::Finished); // nothing of it is undone
    QCOMPARE(undo(fixture, loaded.files[0].loadId)->removed, 500);
    QCOMPARE(undo(fixture, users)->removed, 500);
    QCOMPARE(stateOf(1), LoadState::Undone);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestLoadUndo)
#include "tst_loadundo.moc"
