// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/ledger.h"
#include "db/tablereader.h"
#include "support/dbfixture.h"
#include "support/lockholderprocess.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

/// A project that changes the journal mode of a database, in every pair of modes and whatever is done first.
class TestJournalModes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }
    void changed_data();
    void changed();
    void changedWhileAReaderIsOpen();
    void writersWaitFullyDespiteAReader();
    void ownSessionIsNotAnotherProgram();
    void anotherProgramIsSaid();

private:
    static DatabaseProfile profile(JournalMode mode);
};

namespace {

enum class First { Prepare, Migrate, OpenSession, Write, CountThenOpen };

QString modeOf(const QString &file)
{
    return runSql(file, QStringLiteral("PRAGMA journal_mode"));
}

QString valueOf(const Expected<QueryResult, SqlError> &result)
{
    return result ? result->rows.value(0).value(0) : result.error().sentence;
}

/// What comes first after the change, as a load, an undo, a query --write or a run does.
Expected<void, SqlError> doFirst(First first, Backend &backend)
{
    switch (first) {
    case First::Prepare:
        return backend.prepare({usersEntity()});
    case First::Migrate: {
        const auto done = backend.migrate({usersEntity()});
        return doneOf(done);
    }
    case First::CountThenOpen:
        if (const auto count = backend.countRows(usersEntity().table, std::stop_token()); !count)
            return tl::unexpected(count.error());
        [[fallthrough]];
    case First::OpenSession: {
        const auto session = backend.openSession(newConnectionName(QStringLiteral("users")));
        return doneOf(session);
    }
    case First::Write: {
        const auto written = backend.query(QStringLiteral("DELETE FROM users WHERE id<0"), true);
        return doneOf(written);
    }
    }
    return {};
}

} // namespace

Q_DECLARE_METATYPE(First)

DatabaseProfile TestJournalModes::profile(JournalMode mode)
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().journalMode = mode;
    profile.patience = std::chrono::milliseconds(300);
    return profile;
}

void TestJournalModes::changed_data()
{
    QTest::addColumn<JournalMode>("from");
    QTest::addColumn<JournalMode>("to");
    QTest::addColumn<First>("first");
    QTest::addColumn<bool>("living");
    const QList<JournalMode> modes{JournalMode::Wal, JournalMode::Delete, JournalMode::Truncate,
                                   JournalMode::Persist};
    const QList<std::pair<const char *, First>> firsts{{"run", First::Prepare},
                                                       {"migrate", First::Migrate},
                                                       {"undo", First::OpenSession},
                                                       {"count, undo", First::CountThenOpen},
                                                       {"query --write", First::Write}};
    for (const JournalMode from : modes) {
        for (const JournalMode to : modes) {
            for (const auto &[name, first] : firsts) {
                for (const bool living : {false, true}) {
                    if (from == to)
                        continue;
                    QTest::addRow("%s to %s, %s%s", qPrintable(journalModeName(from)),
                                  qPrintable(journalModeName(to)), name, living ? ", living" : "")
                        << from << to << first << living;
                }
            }
        }
    }
}

void TestJournalModes::changed()
{
    QFETCH(JournalMode, from);
    QFETCH(JournalMode, to);
    QFETCH(First, first);
    QFETCH(bool, living);
    DbFixture fixture(profile(from));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(fixture.count(usersEntity()), 1);
    fixture.profile = profile(to);
    if (living) {
        QVERIFY(fixture.databases->update({fixture.profile}));
        fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    } else {
        fixture.reopen();
    }
    VERIFY_DONE(doFirst(first, *fixture.backend));
    QCOMPARE(modeOf(fixture.path()) == QStringLiteral("wal"), to == JournalMode::Wal);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2)}));
    VERIFY_DONE(fixture.backend->awaitSafe({1}));
    VERIFY_DONE(fixture.backend->settle());
    QCOMPARE(fixture.count(usersEntity()), 2);
    const auto mode = fixture.backend->query(QStringLiteral("PRAGMA journal_mode"), true);
    QCOMPARE(valueOf(mode), journalModeName(to));
}

void TestJournalModes::changedWhileAReaderIsOpen()
{
    DbFixture fixture(profile(JournalMode::Wal));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    auto reader = fixture.backend->openReader(usersEntity(), newConnectionName(QStringLiteral("users")));
    QVERIFY(reader);
    QVERIFY((*reader)->keyRange());
    fixture.profile = profile(JournalMode::Delete);
    QVERIFY(fixture.databases->update({fixture.profile}));
    fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()})); // in the mode that it has
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2)}));
    VERIFY_DONE(fixture.backend->settle());
    QVERIFY2(fixture.backend->note().contains(QStringLiteral("stays in journal mode")),
             qPrintable(fixture.backend->note()));
    QCOMPARE((*reader)->keyRange()->last, 2);
    reader->reset();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(modeOf(fixture.path()), QStringLiteral("delete"));
    QCOMPARE(fixture.backend->note(), QString());
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(3)}));
    QCOMPARE(fixture.count(usersEntity()), 3);
}

/// The short wait for those who show tables is over when tables are made.
void TestJournalModes::writersWaitFullyDespiteAReader()
{
    DbFixture fixture(profile(JournalMode::Wal));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto reader =
        fixture.backend->openReader(usersEntity(), newConnectionName(QStringLiteral("users")));
    QVERIFY(reader);
    QVERIFY((*reader)->keyRange());
    fixture.profile = profile(JournalMode::Delete);
    fixture.profile.patience = std::chrono::milliseconds(1000);
    QVERIFY(fixture.databases->update({fixture.profile}));
    fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN IMMEDIATE")});
    QVERIFY(other.holds());
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(errorOf(fixture.backend->prepare({usersEntity(), productsEntity()})).errorClass,
             ErrorClass::Busy);
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));
}

void TestJournalModes::ownSessionIsNotAnotherProgram()
{
    DbFixture fixture(profile(JournalMode::Wal));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    fixture.profile = profile(JournalMode::Delete);
    QVERIFY(fixture.databases->update({fixture.profile}));
    fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QVERIFY2(!error.sentence.contains(QStringLiteral("another program")), qPrintable(error.sentence));
}

void TestJournalModes::anotherProgramIsSaid()
{
    DbFixture fixture(profile(JournalMode::Wal));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("SELECT * FROM users")});
    QVERIFY(other.holds());
    fixture.profile = profile(JournalMode::Delete);
    fixture.reopen();
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QVERIFY2(error.sentence.contains(QStringLiteral("another program")), qPrintable(error.sentence));
    other.letGo();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(modeOf(fixture.path()), QStringLiteral("delete"));
}

QTEST_GUILESS_MAIN(TestJournalModes)
#include "tst_journalmodes.moc"
