// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call of the system fails, what is told, the ledger, the table and the reject files agree.
#include "engine/run/runner.h"
#include "support/faultchecks.h"
#include "support/faultpoints.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Weir;
using namespace WeirTest;

class TestFaultPoints : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { FaultySystem::mend(); }
    void cleanupTestCase();
    void run_data();
    void run();
    void load_data() { addJournals(); }
    void load();
    void allOrNothing_data() { addJournals(); }
    void allOrNothing();
    void resume_data() { addJournals(); }
    void resume();
    void undo_data() { addJournals(); }
    void undo();
    void emptying_data() { addJournals(); }
    void emptying();
    void undoOfEmptying_data() { addJournals(); }
    void undoOfEmptying();

private:
    static void addJournals();
    static void prepare(LoadFixture &fixture, JournalMode journal);
    /// With WEIR_EVERY_FAULT set every error at every call, which takes many minutes.
    void failEvery(JournalMode journal, const std::function<void(LoadFixture &)> &before,
                   const FaultPoints::Action &action)
    {
        const bool all = qEnvironmentVariableIsSet("WEIR_EVERY_FAULT");
        LoadFixture fixture;
        prepare(fixture, journal);
        before(fixture);
        m_points.fail(all ? FaultPoints::Errors::All : FaultPoints::Errors::InTurn, fixture, action);
    }
    FaultPoints m_points;
    int m_unknown = 0;
};

void TestFaultPoints::addJournals()
{
    QTest::addColumn<JournalMode>("journal");
    QTest::newRow("log") << JournalMode::Wal;
    QTest::newRow("journal") << JournalMode::Delete;
}

void TestFaultPoints::prepare(LoadFixture &fixture, JournalMode journal)
{
    for (DatabaseProfile &profile : fixture.project.databases) {
        profile.sqlite().journalMode = journal;
        profile.sqlite().synchronous = journal == JournalMode::Wal ? Synchronous::Full : Synchronous::Extra;
        profile.patience = std::chrono::milliseconds(100);
    }
    const Entity users = fixture.project.entities.at(fixture.project.entityIndex(QStringLiteral("users")));
    fixture.project.entities = {users};
    fixture.project.databases = {
        *std::find_if(fixture.project.databases.cbegin(), fixture.project.databases.cend(),
                      [&](const DatabaseProfile &profile) { return profile.name == users.database; })};
    fixture.project.testData.clear();
    for (int row = 0; row < 80; ++row) {
        TestRow cells(users.fields.size());
        cells[1] = QStringLiteral("New %1").arg(row);
        cells[2] = QStringLiteral("new%1@example.com").arg(row);
        fixture.project.testData[QStringLiteral("users")] += cells;
    }
    fixture.project.run.tasks = 4;
    fixture.project.run.threads = 3;
    fixture.project.run.maxAttempts = 2;
    const RawDatabase raw(fixture.path(Database));
    QVERIFY(raw.exec(journal == JournalMode::Wal ? "PRAGMA journal_mode=wal" : "PRAGMA journal_mode=delete"));
    QVERIFY(raw.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE)"));
    QVERIFY(raw.exec("WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO users "
                     "SELECT i, 'Old ' || i, 'old' || i || '@example.com' FROM n"));
    fixture.reopen();
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, EveryBad, FirstId)));
    fixture.plan.settings.batchRows = BatchRows;
    fixture.plan.settings.workers = 1;
}

void TestFaultPoints::cleanupTestCase()
{
    qInfo("%d calls failed, %d times it was said that the outcome is unknown", m_points.count(), m_unknown);
    QVERIFY(m_points.count() > 100);
    QCOMPARE(m_points.missing(), QStringList());
}

void TestFaultPoints::run_data()
{
    QTest::addColumn<Strategy>("strategy");
    QTest::addColumn<JournalMode>("journal");
    QTest::newRow("contend") << Strategy::Contend << JournalMode::Wal;
    QTest::newRow("queue") << Strategy::Queue << JournalMode::Wal;
    QTest::newRow("group") << Strategy::GroupCommit << JournalMode::Wal;
    QTest::newRow("group, journal") << Strategy::GroupCommit << JournalMode::Delete;
}

void TestFaultPoints::run()
{
    QFETCH(Strategy, strategy);
    QFETCH(JournalMode, journal);
    quint64 runs = 0;
    failEvery(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            trouble.begin();
            fixture.project.run.strategy = strategy;
            RunRecorder recorder(++runs);
            const std::stop_token never;
            std::optional<Expected<FinishedRun>> run;
            {
                Runner runner(*fixture.databases);
                run = runner.execute(RunPlan::make(fixture.project), recorder, never);
            }
            trouble.end();
            if (QString found = disagreement(fixture); !found.isEmpty())
                return found;
            const RawDatabase raw(fixture.path(Database));
            const std::vector<std::string> emails =
                raw.column("SELECT email FROM users WHERE name LIKE 'New%'");
            if (!*run)
                return emails.empty() ? QString() : QStringLiteral("rows of a run that failed");
            const EntityResult &users = (*run)->result.entities.constFirst();
            bool unknown = false;
            for (const Outcome &outcome : users.outcomes) {
                if (outcome.verdict == Verdict::Failed && outcome.error.isEmpty())
                    return QStringLiteral("an error without a sentence");
                unknown = unknown || outcome.error.contains(QStringLiteral("cannot be found out"));
            }
            m_unknown += unknown ? 1 : 0;
            const auto rows = static_cast<qint64>(emails.size());
            if (rows != users.counts.inserted && !(unknown && rows > users.counts.inserted))
                return QStringLiteral("%1 rows told, %2 in the table").arg(users.counts.inserted).arg(rows);
            return QString();
        });
}

void TestFaultPoints::load()
{
    QFETCH(JournalMode, journal);
    failEvery(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            trouble.begin();
            fixture.plan.settings.known = LoadSettings::Known::Stop;
            const auto result = fixture.load();
            trouble.end();
            QString found = loadDisagreement(fixture, result ? &result->files.constFirst() : nullptr, 0);
            if (!found.isEmpty())
                return found;
            fixture.reopen();
            fixture.plan.settings.known = LoadSettings::Known::Resume;
            return finishedDisagreement(fixture, fixture.load());
        });
}

void TestFaultPoints::allOrNothing()
{
    QFETCH(JournalMode, journal);
    const auto before = [](LoadFixture &fixture) {
        fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 0, FirstId));
        fixture.plan.settings.policy = LoadSettings::Policy::AllOrNothing;
    };
    failEvery(journal, before, [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
        fixture.plan.settings.known = LoadSettings::Known::Stop;
        trouble.begin();
        const auto result = fixture.load();
        trouble.end();
        QString found = loadDisagreement(fixture, result ? &result->files.constFirst() : nullptr, 0);
        if (const qint64 rows = loadedRows(fixture); found.isEmpty() && rows != 0 && rows != Rows)
            found = QStringLiteral("%1 rows of all or nothing").arg(rows);
        if (!found.isEmpty())
            return found;
        fixture.reopen();
        fixture.plan.settings.known = LoadSettings::Known::Resume;
        const auto again = fixture.load();
        if (!again || again->files.constFirst().state != FileState::Finished || loadedRows(fixture) != Rows)
            return QStringLiteral("afterwards: ")
                + (again ? again->files.constFirst().error : again.error().sentence);
        return QString();
    });
}

void TestFaultPoints::resume()
{
    QFETCH(JournalMode, journal);
    qint64 before = 0;
    failEvery(
        journal,
        [&](LoadFixture &fixture) {
            fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
            fixture.plan.settings.maximumRejected = 1;
            const LoadResult result = fixture.loaded();
            QCOMPARE(result.files.constFirst().state, FileState::Stopped);
            before = result.counts().inserted;
            QVERIFY(before > 50);
            fixture.plan.settings.policy = LoadSettings::Policy::Continue;
            fixture.plan.settings.known = LoadSettings::Known::Resume;
        },
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            trouble.begin();
            const auto result = fixture.load();
            trouble.end();
            QString found = loadDisagreement(fixture, result ? &result->files.constFirst() : nullptr, before);
            if (!found.isEmpty())
                return found;
            fixture.reopen();
            return finishedDisagreement(fixture, fixture.load());
        });
}

void TestFaultPoints::undo()
{
    QFETCH(JournalMode, journal);
    QByteArray id;
    const auto undone = [&](LoadFixture &fixture) {
        LoadMonitor monitor(1);
        return Loader(*fixture.databases).undo(fixture.project, id, monitor);
    };
    failEvery(
        journal,
        [&](LoadFixture &fixture) {
            id = fixture.loaded().files.constFirst().loadId;
            QCOMPARE(loadedRows(fixture), Good);
        },
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            trouble.begin();
            const auto result = undone(fixture);
            trouble.end();
            if (QString found = disagreement(fixture); !found.isEmpty())
                return found;
            const qint64 left = loadedRows(fixture);
            if (result && (result->removed != Good || left != 0))
                return QStringLiteral("%1 rows told as removed, %2 left").arg(result->removed).arg(left);
            if (!result && result.error().sentence.isEmpty())
                return QStringLiteral("an error without a sentence");
            if (result)
                return QString();
            const qint64 toUndo =
                number(fixture, "SELECT coalesce(sum(inserted), 0) FROM weir_ledger WHERE undone IS NULL");
            if (toUndo != left)
                return QStringLiteral("%1 rows left, %2 by the ledger").arg(left).arg(toUndo);
            fixture.reopen();
            const auto again = undone(fixture);
            if (!again || again->removed != left || loadedRows(fixture) != 0)
                return QStringLiteral("undoing again does not remove the rest: %1")
                    .arg(again ? QString::number(again->removed) : again.error().sentence);
            return QString();
        });
}

void TestFaultPoints::emptying()
{
    QFETCH(JournalMode, journal);
    const std::stop_token never;
    failEvery(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            trouble.begin();
            auto backend = fixture.databases->backend(fixture.project.databases.constFirst().name);
            auto ticket = backend->empty(fixture.project.entities, never);
            const qint64 taken = ticket ? ticket->rows : 0;
            const QString error = ticket ? QString() : ticket.error().sentence;
            const bool told = ticket.has_value();
            ticket = tl::unexpected(SqlError{});
            backend.reset();
            trouble.end();
            const qint64 rows = number(fixture, "SELECT count(*) FROM users");
            if (rows != OldRows - taken || told == !error.isEmpty() || (told && taken != OldRows))
                return QStringLiteral("%1 rows told as taken away, %2 in the table: %3")
                    .arg(taken)
                    .arg(rows)
                    .arg(error);
            const std::string check = fixture.value(Database, "PRAGMA integrity_check");
            return check == "ok" ? QString() : QString::fromStdString(check);
        });
}

void TestFaultPoints::undoOfEmptying()
{
    QFETCH(JournalMode, journal);
    const std::stop_token never;
    failEvery(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            auto backend = fixture.databases->backend(fixture.project.databases.constFirst().name);
            auto ticket = backend->empty(fixture.project.entities, never);
            if (!ticket || ticket->rows != OldRows)
                return QStringLiteral("the table is not emptied");
            trouble.begin();
            const SqlError error = errorOf(backend->restore(*ticket, never));
            ticket = tl::unexpected(SqlError{});
            backend.reset();
            trouble.end();
            if (!error.isNone() && error.sentence.isEmpty())
                return QStringLiteral("an error without a sentence");
            const qint64 rows = number(fixture, "SELECT count(*) FROM users");
            if (rows != (error.isNone() ? OldRows : 0))
                return QStringLiteral("%1 rows in the table: %2").arg(rows).arg(error.sentence);
            return error.isNone() ? disagreement(fixture) : QString();
        });
}

QTEST_GUILESS_MAIN(TestFaultPoints)
#include "tst_faultpoints.moc"
