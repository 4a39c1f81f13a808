// SPDX-License-Identifier: GPL-3.0-or-later
// TableModel over real SQLite files. What it does with rows is in tst_tablemodel.
#include "models/table/tablemodel.h"
#include "support/dbfixture.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Weir;
using namespace Weir::Test;
using CountState = TableModel::CountState;

class TestTableModelSqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void followsInserts();
    void millionRows();
    void interruptsSort();
    void emptiedAndRestored();
    void notADatabase();

private:
    void fill(int rows);
    QString cell(qint64 row, int column) const;

    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<TableModel> m_model;
};

void TestTableModelSqlite::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
    m_model = std::make_unique<TableModel>();
}

void TestTableModelSqlite::cleanup()
{
    m_model.reset();
    m_fixture.reset();
}

void TestTableModelSqlite::fill(int rows)
{
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    QString error;
    runSql(m_fixture->path(),
           QStringLiteral(
               "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
               "INSERT INTO users SELECT i, 'User ' || i, (i * 7919 % 1000003) || '@example.com' FROM n")
               .arg(rows),
           &error);
    QCOMPARE(error, QString());
}

/// Of this row of the table; null while it is not fetched.
QString TestTableModelSqlite::cell(qint64 row, int column) const
{
    return m_model->index(static_cast<int>(row - m_model->windowStart()), column).data().toString();
}

void TestTableModelSqlite::followsInserts()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy failed(m_model.get(), &TableModel::failed);
    m_model->setSource(m_fixture->backend, usersEntity()); // the file is not there yet
    QTRY_COMPARE(m_model->countState(), CountState::Exact);
    VERIFY_DONE(m_fixture->backend->prepare({productsEntity()})); // now it is, without this table
    m_model->refresh();
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));

    QList<RowResult> results;
    VERIFY_DONE(m_fixture->insertRows(usersEntity(), {plainRow(1), plainRow(2), plainRow(3)}, &results));
    QList<qint64> keys;
    for (const RowResult &result : results)
        keys.append(result.key);
    QCOMPARE(keys.size(), 3);
    m_model->addCommitted(keys);
    QCOMPARE(m_model->rowCount(), 3);
    QTRY_COMPARE(cell(2, 1), QStringLiteral("User 3"));
    m_model->refresh();
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(failed.isEmpty());
}

void TestTableModelSqlite::millionRows()
{
    constexpr int Rows = 1'000'000;
    fill(Rows);
    m_model->setSource(m_fixture->backend, usersEntity());
    QTRY_COMPARE(m_model->totalRows(), Rows);
    QTRY_COMPARE(cell(0, 1), QStringLiteral("User 1"));
    m_model->setWindowStart(Rows);
    QTRY_COMPARE(cell(Rows - 1, 1), QStringLiteral("User 1000000"));
    QTRY_COMPARE(m_model->countState(), CountState::Exact);

    runSql(m_fixture->path(), QStringLiteral("DELETE FROM users WHERE id BETWEEN 1000 AND 1099"));
    m_model->refresh();
    QTRY_COMPARE(m_model->totalRows(), Rows - 100);
    QTRY_COMPARE(cell(Rows - 101, 1), QStringLiteral("User 1000000"));
    m_model->setWindowStart(500'000);
    QTRY_COMPARE(cell(512'345, 1), QStringLiteral("User 512446"));

    TableView view;
    view.filter = QStringLiteral("User 99999");
    m_model->setView(view);
    QTRY_COMPARE(m_model->totalRows(), 11);
    QTRY_VERIFY(!m_model->isBusy());
    QTRY_COMPARE(cell(10, 1), QStringLiteral("User 999999"));
}

void TestTableModelSqlite::interruptsSort()
{
    fill(300'000);
    TableView byEmail;
    byEmail.sortColumn = 2;
    for (int i = 0; i < 5; ++i) {
        m_model->setSource(m_fixture->backend, usersEntity());
        m_model->setView(byEmail);
        QVERIFY(m_model->isBusy());
        if (i % 2 == 0)
            m_model->cancelScan();
        else
            m_model = std::make_unique<TableModel>();
    }
    m_model->setSource(m_fixture->backend, usersEntity());
    m_model->setView(byEmail);
    QTRY_VERIFY_WITH_TIMEOUT(!m_model->isBusy() && m_model->totalRows() == 300'000, 30'000);
    const QString first = runSql(m_fixture->path(), QStringLiteral("SELECT min(email) FROM users"));
    QTRY_COMPARE(cell(0, 2), first);
}

void TestTableModelSqlite::emptiedAndRestored()
{
    fill(1000);
    m_model->setSource(m_fixture->backend, usersEntity());
    QTRY_COMPARE(m_model->totalRows(), 1000);
    const std::stop_token never;
    const auto ticket = m_fixture->backend->empty({usersEntity()}, never);
    QVERIFY(ticket);
    m_model->refresh();
    QTRY_COMPARE(m_model->totalRows(), 0);
    VERIFY_DONE(m_fixture->backend->restore(*ticket, never));
    m_model->refresh();
    QTRY_COMPARE(m_model->totalRows(), 1000);
    QTRY_COMPARE(cell(0, 1), QStringLiteral("User 1"));
}

void TestTableModelSqlite::notADatabase()
{
    QFile file(m_fixture->path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(QByteArray(8192, 'x')), 8192);
    file.close();
    QSignalSpy failed(m_model.get(), &TableModel::failed);
    m_model->setSource(m_fixture->backend, usersEntity());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_model->lastError().contains(QStringLiteral("users.db")));
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestTableModelSqlite)
#include "tst_tablemodelsqlite.moc"
