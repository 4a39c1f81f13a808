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
    void undo_data() { addJournals(); }
    void undo();

private:
    /// Does something with the files, and says what is wrong afterwards, or nothing. With the trouble on its
    /// way until `mend` is called.
    using Action = std::function<QString(LoadFixture &, const std::function<void()> &mend)>;

    static void addJournals();
    static void prepare(LoadFixture &fixture, JournalMode journal);
    /// `errors`: every one at every call, or a different one from call to call.
    enum class Errors { All, InTurn };
    void forEveryCall(Errors errors, JournalMode journal, const std::function<void(LoadFixture &)> &before,
                      const Action &action);
    bool failsWell(LoadFixture &fixture, const Action &action, const QString &what);

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

/// For every kind of call, once and for good, and each number of call until the action is over before it.
void TestFaultPoints::forEveryCall(Errors errors, JournalMode journal,
                                   const std::function<void(LoadFixture &)> &before, const Action &action)
{
    LoadFixture fixture;
    prepare(fixture, journal);
    before(fixture);
    fixture.databases.reset();
    const QTemporaryDir kept;
    copyAll(fixture.directory.path(), kept.path());
    for (const Kind &kind : Kinds) {
        const std::vector<int> all = errorsOf(kind.call);
        for (std::size_t i = 0; i < (errors == Errors::All ? all.size() : 1); ++i) {
            for (const bool sticky : {false, true}) {
                bool struck = true;
                for (std::size_t call = 1; struck && !QTest::currentTestFailed(); ++call) {
                    const int error = errors == Errors::All ? all[i] : all[call % all.size()];
                    copyAll(kept.path(), fixture.directory.path());
                    FaultySystem::failAt(kind.call, static_cast<long>(call), error, sticky,
                                         fixture.directory.path().toStdString());
                    struck = failsWell(fixture, action,
                                       QStringLiteral("%1 of the %2, error %3%4")
                                           .arg(call)
                                           .arg(QLatin1String(kind.name))
                                           .arg(error)
                                           .arg(QLatin1String(sticky ? " for good" : "")));
                }
            }
        }
    }
}

/// Did the trouble strike?
bool TestFaultPoints::failsWell(LoadFixture &fixture, const Action &action, const QString &what)
{
    bool struck = true;
    fixture.reopen();
    const QString found = action(fixture, [&] {
        fixture.databases.reset();
        struck = FaultySystem::hasStruck();
        FaultySystem::mend();
    });
    fixture.databases.reset();
    m_points += struck ? 1 : 0;
    if (!found.isEmpty())
        QTest::qFail(qPrintable(what + QStringLiteral(": ") + found), __FILE__, __LINE__);
    return struck;
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
    const bool usual = strategy == Strategy::GroupCommit && journal == JournalMode::Wal;
    forEveryCall(
        usual ? Errors::All : Errors::InTurn, journal, [](LoadFixture &) {},
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

void TestFaultPoints::undo()
{
    QFETCH(JournalMode, journal);
    QByteArray id;
    const auto undone = [&](LoadFixture &fixture) {
        LoadMonitor monitor(1);
        return Loader(*fixture.databases).undo(fixture.project, id, monitor);
    };
    forEveryCall(
        journal == JournalMode::Wal ? Errors::All : Errors::InTurn, journal,
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
