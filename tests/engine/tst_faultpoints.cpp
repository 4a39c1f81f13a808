// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call of the system fails, what is told, the ledger, the table and the reject files agree.
#include "engine/runner.h"
#include "support/faultpoints.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Weir;
using namespace WeirTest;

namespace {

constexpr int OldRows = 300;
constexpr int Rows = 200; // of the file
constexpr int EveryBad = 40;
constexpr int BatchRows = 50;
constexpr qint64 Bad = Rows / EveryBad;
constexpr qint64 Good = Rows - Bad;
constexpr int FirstId = 1000;
const QString Database = QStringLiteral("users.db");

} // namespace

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

namespace {

qint64 number(const LoadFixture &fixture, const char *sql)
{
    return std::stoll(fixture.value(Database, sql));
}

/// What the table, the ledger and SQLite itself disagree about.
QString disagreement(const LoadFixture &fixture)
{
    if (const std::string check = fixture.value(Database, "PRAGMA integrity_check"); check != "ok")
        return QString::fromStdString(check);
    const qint64 doubled =
        number(fixture, "SELECT count(*) FROM (SELECT email FROM users GROUP BY email HAVING count(*) > 1)");
    if (doubled != 0)
        return QStringLiteral("%1 rows twice").arg(doubled);
    if (number(fixture, "SELECT count(*) FROM users WHERE name LIKE 'Old%'") != OldRows)
        return QStringLiteral("rows of before are gone");
    return {};
}

qint64 loadedRows(const LoadFixture &fixture)
{
    return number(fixture, "SELECT count(*) FROM users WHERE id >= 1000 AND name LIKE 'User%'");
}

qint64 recordedRows(const LoadFixture &fixture)
{
    if (number(fixture, "SELECT count(*) FROM sqlite_schema WHERE name='weir_ledger'") == 0)
        return 0;
    return number(fixture, "SELECT coalesce(sum(inserted), 0) FROM weir_ledger");
}

/// Of the load's file: told, recorded and in the table. `before`: rows that an earlier part of it has loaded.
QString loadDisagreement(const LoadFixture &fixture, const FileResult *file, qint64 before)
{
    if (const QString found = disagreement(fixture); !found.isEmpty())
        return found;
    const qint64 rows = loadedRows(fixture);
    if (rows != recordedRows(fixture))
        return QStringLiteral("%1 rows, %2 in the ledger").arg(rows).arg(recordedRows(fixture));
    if (!file)
        return {};
    // Nothing can be said of the rows then: which is said.
    const bool unknown = file->error.contains(QStringLiteral("cannot be found out"))
        || file->error.contains(QStringLiteral("was moved, replaced"));
    const qint64 told = before + file->counts.inserted;
    if (rows != told && !(unknown && rows > told))
        return QStringLiteral("%1 rows told, %2 in the table: %3").arg(told).arg(rows).arg(file->error);
    if ((file->state == FileState::Failed) == file->error.isEmpty())
        return QStringLiteral("state and error differ");
    return {};
}

/// `path`: empty when the load had been finished before, and a reject file was told of then.
QByteArray contentOf(const LoadFixture &fixture, const QString &path, const char *kind)
{
    const QStringList found =
        QDir(fixture.directory.path()).entryList({QStringLiteral("*%1*.csv").arg(QLatin1String(kind))});
    QFile file(path.isEmpty() ? fixture.path(found.value(0, QStringLiteral("none"))) : path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString finishedDisagreement(const LoadFixture &fixture, const Expected<LoadResult> &result)
{
    if (!result)
        return QStringLiteral("afterwards: ") + result.error().sentence;
    const FileResult &file = result->files.constFirst();
    Counts counts = file.counts;
    counts += file.earlier;
    if (file.state != FileState::Finished || counts != Counts{Good, Bad, 0, 0})
        return QStringLiteral("afterwards: state %1, %2 rows, %3")
            .arg(static_cast<int>(file.state))
            .arg(counts.inserted)
            .arg(file.error);
    if (const QByteArray lines = contentOf(fixture, file.rejectedFile, "rejected");
        lines.count('\n') != Bad + 1 || !lines.startsWith("id,name,email\n"))
        return QStringLiteral("rejected lines in \"%1\": %2")
            .arg(file.rejectedFile, QString::fromUtf8(lines));
    if (const QByteArray lines = contentOf(fixture, file.reasonsFile, "reasons");
        lines.count('\n') != Bad + 1)
        return QStringLiteral("reasons in \"%1\": %2").arg(file.reasonsFile, QString::fromUtf8(lines));
    return loadDisagreement(fixture, &file, file.earlier.inserted);
}

} // namespace

void TestFaultPoints::addJournals()
{
    QTest::addColumn<JournalMode>("journal");
    QTest::newRow("log") << JournalMode::Wal;
    QTest::newRow("journal") << JournalMode::Delete;
}

void TestFaultPoints::prepare(LoadFixture &fixture, JournalMode journal)
{
    for (DatabaseProfile &profile : fixture.project.databases) {
        profile.journalMode = journal;
        profile.synchronous = journal == JournalMode::Wal ? Synchronous::Full : Synchronous::Extra;
        profile.busyTimeoutMs = 100;
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
    QVERIFY(m_points.count() > 1000);
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
            const CancelToken never;
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
    const CancelToken never;
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
    const CancelToken never;
    failEvery(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const FaultPoints::Trouble &trouble) {
            auto backend = fixture.databases->backend(fixture.project.databases.constFirst().name);
            auto ticket = backend->empty(fixture.project.entities, never);
            if (!ticket || ticket->rows != OldRows)
                return QStringLiteral("the table is not emptied");
            trouble.begin();
            const SqlError error = backend->restore(*ticket, never);
            ticket = tl::unexpected(SqlError{});
            backend.reset();
            trouble.end();
            if (error && error.sentence.isEmpty())
                return QStringLiteral("an error without a sentence");
            const qint64 rows = number(fixture, "SELECT count(*) FROM users");
            if (rows != (error ? 0 : OldRows))
                return QStringLiteral("%1 rows in the table: %2").arg(rows).arg(error.sentence);
            return error ? QString() : disagreement(fixture);
        });
}

QTEST_GUILESS_MAIN(TestFaultPoints)
#include "tst_faultpoints.moc"
