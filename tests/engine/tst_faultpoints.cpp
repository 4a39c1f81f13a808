// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever call of the system fails, what is told, the ledger, the table and the reject files agree.
#include "engine/runner.h"
#include "support/faultysystem.h"
#include "support/loadfixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <cerrno>
#include <filesystem>
#include <functional>

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

struct Kind
{
    FileCall call;
    const char *name;
};
constexpr std::array Kinds{Kind{FileCall::Read, "reads"},         Kind{FileCall::Write, "writes"},
                           Kind{FileCall::Sync, "syncs"},         Kind{FileCall::Open, "opens"},
                           Kind{FileCall::Truncate, "truncates"}, Kind{FileCall::Unlink, "unlinks"},
                           Kind{FileCall::Rename, "renames"}};

// SQLite tells a broken disk from a stale handle, and a full one from a quota; memory and open files are
// sentences of their own.
constexpr std::array Errors{EIO, ESTALE, ENOSPC, EDQUOT};

std::vector<int> errorsOf(FileCall call)
{
    std::vector<int> errors(Errors.begin(), Errors.end());
    if (call == FileCall::Open)
        errors.push_back(EMFILE);
    if (call == FileCall::Read)
        errors.push_back(ENOMEM);
    return errors;
}

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

private:
    /// Does something with the files, and says what is wrong afterwards, or nothing. With the trouble on its
    /// way until `mend` is called.
    using Action = std::function<QString(LoadFixture &, const std::function<void()> &mend)>;

    static void addJournals();
    static void prepare(LoadFixture &fixture, JournalMode journal);
    void forEveryCall(JournalMode journal, const std::function<void(LoadFixture &)> &before,
                      const Action &action);

    int m_points = 0;
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

/// Of the load's file: told, recorded, in the table and in the reject files.
QString loadDisagreement(const LoadFixture &fixture, const FileResult *file)
{
    if (const QString found = disagreement(fixture); !found.isEmpty())
        return found;
    const qint64 rows = loadedRows(fixture);
    if (rows != recordedRows(fixture))
        return QStringLiteral("%1 rows, %2 in the ledger").arg(rows).arg(recordedRows(fixture));
    if (!file)
        return {};
    const bool unknown = file->error.contains(QStringLiteral("cannot be found out"));
    const qint64 told = file->counts.inserted + file->earlier.inserted;
    if (rows != told && !(unknown && rows > told))
        return QStringLiteral("%1 rows told, %2 in the table").arg(told).arg(rows);
    if ((file->state == FileState::Failed) == file->error.isEmpty())
        return QStringLiteral("state and error differ");
    return {};
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
    if (const QByteArray rejected = fixture.read(QStringLiteral("u.csv.rejected.csv"));
        rejected.count('\n') != Bad + 1 || !rejected.startsWith("id,name,email\n"))
        return QStringLiteral("rejected lines: ") + QString::fromUtf8(rejected);
    if (fixture.read(QStringLiteral("u.csv.reasons.csv")).count('\n') != Bad + 1)
        return QStringLiteral("reasons: ")
            + QString::fromUtf8(fixture.read(QStringLiteral("u.csv.reasons.csv")));
    return loadDisagreement(fixture, &file);
}

void copyAll(const QString &from, const QString &to)
{
    namespace fs = std::filesystem;
    const fs::path target = to.toStdString();
    for (const auto &entry : fs::directory_iterator(target))
        fs::remove_all(entry.path());
    for (const auto &entry : fs::directory_iterator(from.toStdString()))
        fs::copy(entry.path(), target / entry.path().filename());
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
        profile.busyTimeoutMs = 500;
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

/// For every kind of call, every error and each number of call until the action is over before it.
void TestFaultPoints::forEveryCall(JournalMode journal, const std::function<void(LoadFixture &)> &before,
                                   const Action &action)
{
    LoadFixture fixture;
    prepare(fixture, journal);
    before(fixture);
    fixture.databases.reset();
    const QTemporaryDir kept;
    copyAll(fixture.directory.path(), kept.path());
    const std::string directory = fixture.directory.path().toStdString();
    for (const Kind &kind : Kinds) {
        for (const int error : errorsOf(kind.call)) {
            for (const bool sticky : {false, true}) {
                bool struck = true;
                for (long call = 1; struck; ++call) {
                    copyAll(kept.path(), fixture.directory.path());
                    FaultySystem::failAt(kind.call, call, error, sticky, directory);
                    fixture.reopen();
                    const QString found = action(fixture, [&] {
                        fixture.databases.reset();
                        struck = FaultySystem::hasStruck();
                        FaultySystem::mend();
                    });
                    fixture.databases.reset();
                    m_points += struck ? 1 : 0;
                    QVERIFY2(found.isEmpty(),
                             qPrintable(QStringLiteral("%1 of the %2, error %3%4: %5")
                                            .arg(call)
                                            .arg(QLatin1String(kind.name))
                                            .arg(error)
                                            .arg(QLatin1String(sticky ? " for good" : ""), found)));
                }
            }
        }
    }
}

void TestFaultPoints::cleanupTestCase()
{
    qInfo("%d calls failed, %d times it was said that the outcome is unknown", m_points, m_unknown);
    QVERIFY(m_points > 1000);
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
    forEveryCall(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const std::function<void()> &mend) {
            fixture.project.run.strategy = strategy;
            RunRecorder recorder(++runs);
            const CancelToken never;
            std::optional<Expected<FinishedRun>> run;
            {
                Runner runner(*fixture.databases);
                run = runner.execute(RunPlan::make(fixture.project), recorder, never);
            }
            mend();
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
    forEveryCall(
        journal, [](LoadFixture &) {},
        [&](LoadFixture &fixture, const std::function<void()> &mend) {
            fixture.plan.settings.known = LoadSettings::Known::Stop;
            const auto result = fixture.load();
            mend();
            QString found = loadDisagreement(fixture, result ? &result->files.constFirst() : nullptr);
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
    forEveryCall(
        journal,
        [](LoadFixture &fixture) {
            fixture.plan.settings.policy = LoadSettings::Policy::StopAfter;
            fixture.plan.settings.maximumRejected = 1;
            const LoadResult result = fixture.loaded();
            QCOMPARE(result.files.constFirst().state, FileState::Stopped);
            QVERIFY(result.counts().inserted > 50);
            fixture.plan.settings.policy = LoadSettings::Policy::Continue;
            fixture.plan.settings.known = LoadSettings::Known::Resume;
        },
        [&](LoadFixture &fixture, const std::function<void()> &mend) {
            const auto result = fixture.load();
            mend();
            QString found = loadDisagreement(fixture, result ? &result->files.constFirst() : nullptr);
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
    forEveryCall(
        journal,
        [&](LoadFixture &fixture) {
            id = fixture.loaded().files.constFirst().loadId;
            QCOMPARE(loadedRows(fixture), Good);
        },
        [&](LoadFixture &fixture, const std::function<void()> &mend) {
            const auto result = undone(fixture);
            mend();
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

QTEST_GUILESS_MAIN(TestFaultPoints)
#include "tst_faultpoints.moc"
