// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the disk does while tables are emptied or put back: every row is in its table or in the copy.
#include "support/dbfixture.h"
#include "support/diskfaults.h"
#include "support/faultydisk.h"
#include "support/rawdatabase.h"

#include <QDir>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

namespace {

constexpr int Rows = 600; // several pages

void makeTable(const QString &file)
{
    runSql(file,
           QStringLiteral(
               "PRAGMA journal_mode=WAL; CREATE TABLE users(id INTEGER PRIMARY KEY, name, email UNIQUE);"
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %1) INSERT INTO "
               "users SELECT i, 'name ' || i, printf('%0200d', i) FROM n")
               .arg(Rows));
}

/// "600 180300": number and sum of the keys.
std::string rowsIn(const QString &file)
{
    return RawDatabase(file).value("SELECT count(*) || ' ' || ifnull(sum(id), 0) FROM users");
}

QStringList copiesIn(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral("rows-*.db")}, QDir::Files);
}

} // namespace

class TestEmptyingFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { FaultyDisk::install(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup();
    void failingWrites_data();
    void failingWrites();
    void powerCuts();

private:
    void emptyAt(long operation, int code, bool sticky, bool *struck);
    void restoreAt(long operation, int code, bool sticky, bool *struck);

    const std::string m_all = std::to_string(Rows) + ' ' + std::to_string(Rows * (Rows + 1) / 2);
    const std::string m_none = "0 0";
    const std::stop_token m_never{};
    int m_unknown = 0; // how often it failed so
    int m_known = 0;
};

void TestEmptyingFaults::cleanup()
{
    FaultyDisk::mend();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestEmptyingFaults::emptyAt(long operation, int code, bool sticky, bool *struck)
{
    DbFixture fixture;
    makeTable(fixture.path());
    FaultyDisk::failAt(operation, code, sticky);
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    *struck = FaultyDisk::hasStruck();
    FaultyDisk::mend();
    const std::string rows = rowsIn(fixture.path());
    if (ticket) {
        QCOMPARE(rows, m_none);
        QCOMPARE(rowsIn(ticket->taken->place()), m_all);
        VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
        QCOMPARE(rowsIn(fixture.path()), m_all);
        return;
    }
    QVERIFY(!ticket.error().sentence.isEmpty());
    QCOMPARE(rows, m_all);
    // Kept only where nobody knows whether the rows are gone, and then it is told.
    const SqlError &error = ticket.error();
    const bool unknown = error.errorClass == ErrorClass::CommitUnknown;
    const QStringList copies = copiesIn(fixture.path(QStringLiteral("emptied")));
    QCOMPARE(copies.size(), unknown ? 1 : 0);
    QCOMPARE(error.sentence.contains(QStringLiteral("copy of the rows is in")), unknown);
    for (const QString &copy : copies)
        QVERIFY2(error.sentence.contains(copy), qPrintable(error.sentence));
    ++(unknown ? m_unknown : m_known);
}

void TestEmptyingFaults::restoreAt(long operation, int code, bool sticky, bool *struck)
{
    DbFixture fixture;
    makeTable(fixture.path());
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    FaultyDisk::failAt(operation, code, sticky);
    const auto done = fixture.backend->restore(*ticket, m_never);
    *struck = FaultyDisk::hasStruck();
    FaultyDisk::mend();
    QCOMPARE(rowsIn(fixture.path()), done ? m_all : m_none);
    QCOMPARE(rowsIn(ticket->taken->place()), m_all);
    if (done)
        return;
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(rowsIn(fixture.path()), m_all);
}

void TestEmptyingFaults::failingWrites_data()
{
    addWriteErrors();
    QTest::newRow("sync once") << SQLITE_IOERR_FSYNC << false;
    QTest::newRow("sync from then on") << SQLITE_IOERR_FSYNC << true;
}

void TestEmptyingFaults::failingWrites()
{
    QFETCH(int, code);
    QFETCH(bool, sticky);
    m_known = m_unknown = 0;
    int points = 0;
    for (const auto attempt : {&TestEmptyingFaults::emptyAt, &TestEmptyingFaults::restoreAt}) {
        bool struck = true;
        for (long operation = 1; struck; ++operation, ++points) {
            (this->*attempt)(operation, code, sticky, &struck);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(operation)));
        }
    }
    qInfo("%d points", points);
    QVERIFY(points > 20); // the test could fail
    QVERIFY(m_known > 0);
    QCOMPARE(m_unknown > 0, sticky && code == SQLITE_IOERR_FSYNC);
}

void TestEmptyingFaults::powerCuts()
{
    const auto emptyUntil = [this](long operation, DbFixture &fixture, long *made) {
        FaultyDisk::cutPowerAt(operation);
        makeTable(fixture.path());
        *made = FaultyDisk::operations();
        return fixture.backend->empty({usersEntity()}, m_never);
    };
    long made = 0;
    long all = 0;
    {
        DbFixture whole;
        QVERIFY(emptyUntil(1'000'000, whole, &made));
        all = FaultyDisk::operations();
    }
    int empty = 0;
    for (long operation = made + 1; operation <= all + 1; ++operation) {
        DbFixture before;
        const auto ticket = emptyUntil(operation, before, &made);
        DbFixture after;
        FaultyDisk::restore(after.directory.path().toStdString(), static_cast<unsigned>(operation % 3));
        FaultyDisk::mend();
        const std::string rows = rowsIn(after.path());
        QVERIFY2(rows == m_all || rows == m_none, rows.c_str());
        QVERIFY(!ticket || rows == m_none); // what was told is durable
        if (rows == m_all)
            continue;
        ++empty;
        const QStringList copies = copiesIn(after.directory.path());
        QCOMPARE(copies.size(), 1);
        QCOMPARE(rowsIn(after.path(copies.constFirst())), m_all);
    }
    QVERIFY(empty > 0);
}

QTEST_GUILESS_MAIN(TestEmptyingFaults)
#include "tst_emptyingfaults.moc"
