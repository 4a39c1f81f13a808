// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "support/dbfixture.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteTableReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyTable();
    void pagesOverGaps();
    void pagesOfAHundredThousandRows();
    void cellsAsText();
    void rowsByKey();
    void scans_data();
    void scans();
    void scanComesInPortionsAndStops();
    void sortPutsNullsTogetherAndKeysInOrder();
    void interruptEndsAScan();
    void interruptStaysUntilACallAnswers();
    void holdsNoTransactionBetweenCalls();
    void seesWhatIsCommitted();
    void missingFileTableAndColumn();
    void viewsAndTriggersDoNothing();
    void hundredThousandFilteredWhileInterrupted();

private:
    static std::unique_ptr<TableReader> open(DbFixture &fixture, const Entity &entity = usersEntity());
    static void fill(const DbFixture &fixture, int rows, int step);
};

void TestSqliteTableReader::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteTableReader::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

std::unique_ptr<TableReader> TestSqliteTableReader::open(DbFixture &fixture, const Entity &entity)
{
    auto reader = fixture.backend->openReader(entity, newConnectionName(QStringLiteral("users")));
    if (!reader)
        qWarning("%s", qUtf8Printable(reader.error().sentence));
    return reader ? std::move(*reader) : nullptr;
}

// Keys step, 2*step, 3*step …, names "n<key>"
void TestSqliteTableReader::fill(const DbFixture &fixture, int rows, int step)
{
    runSql(fixture.path(),
           QStringLiteral("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<%1) "
                          "INSERT INTO users SELECT i*%2, 'n' || (i*%2), 'e' || (i%10) FROM n")
               .arg(rows)
               .arg(step));
}

void TestSqliteTableReader::emptyTable()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto reader = open(fixture);
    QVERIFY(reader);
    QVERIFY(reader->keyRange().value().empty);
    QVERIFY(reader->page(0, 0, 100).value().keys.isEmpty());
    QVERIFY(reader->lastPage(100).value().rows.isEmpty());
    QVERIFY(reader->rows({}).value().rows.isEmpty());
    QCOMPARE(reader->scanKeys({}, [](std::span<const qint64>) { return true; }).value_or(-1), 0);
}

void TestSqliteTableReader::pagesOverGaps()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral("INSERT INTO users(id,name) VALUES(-9223372036854775808,'lowest'),(-3,'a'),"
                          "(0,'b'),(7,'c'),(1000000,'d'),(9223372036854775807,'highest')"));
    const auto reader = open(fixture);
    QVERIFY(reader);
    const KeyRange range = reader->keyRange().value();
    QVERIFY(!range.empty);
    QCOMPARE(range.first, std::numeric_limits<qint64>::min());
    QCOMPARE(range.last, std::numeric_limits<qint64>::max());
    QCOMPARE(reader->page(-2, 0, 2)->keys, (QList<qint64>{0, 7}));
    QCOMPARE(reader->page(-3, 1, 2)->keys, (QList<qint64>{0, 7}));
    QCOMPARE(reader->page(8, 0, 100)->keys, (QList<qint64>{1000000, range.last}));
    QCOMPARE(reader->page(range.last, 1, 100)->keys, QList<qint64>());
    QCOMPARE(reader->lastPage(2)->keys, (QList<qint64>{1000000, range.last}));
    QCOMPARE(reader->lastPage(2)->rows.constFirst().at(1), QStringLiteral("d"));
    QCOMPARE(reader->lastPage(100)->keys.size(), 6);
}

void TestSqliteTableReader::pagesOfAHundredThousandRows()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 100'000, 3);
    const auto reader = open(fixture);
    QVERIFY(reader);
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 seen = 0;
    while (true) {
        const TablePage page = reader->page(from, 0, 997).value();
        if (page.keys.isEmpty())
            break;
        for (qsizetype i = 0; i < page.keys.size(); ++i) {
            ++seen;
            QCOMPARE(page.keys.at(i), seen * 3);
            QCOMPARE(page.rows.at(i).at(0), QString::number(seen * 3));
            QCOMPARE(page.rows.at(i).at(1), QStringLiteral("n%1").arg(seen * 3));
        }
        from = page.keys.constLast() + 1;
    }
    QCOMPARE(seen, 100'000);
    QBENCHMARK
    {
        QCOMPARE(reader->page(150'000, 0, 100)->keys.size(), 100);
    }
}

void TestSqliteTableReader::cellsAsText()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({productsEntity()}));
    runSql(fixture.path(),
           QStringLiteral("INSERT INTO products(name,price,stock) VALUES('',1000,NULL),"
                          "(NULL,0.1,9223372036854775807),(x'c3a9ff',1e22,'text')"));
    const auto reader = open(fixture, productsEntity());
    QVERIFY(reader);
    const QList<QStringList> rows = reader->page(0, 0, 10)->rows;
    QVERIFY(rows.at(0).at(1).isEmpty() && !rows.at(0).at(1).isNull());
    QCOMPARE(rows.at(0).at(2), QStringLiteral("1000.0"));
    QVERIFY(rows.at(0).at(3).isNull());
    QVERIFY(rows.at(1).at(1).isNull());
    QCOMPARE(rows.at(1).at(2), QStringLiteral("0.1"));
    QCOMPARE(rows.at(1).at(3), QStringLiteral("9223372036854775807"));
    QCOMPARE(rows.at(2).at(1), QStringLiteral("é\ufffd"));
    QCOMPARE(rows.at(2).at(2), QStringLiteral("1e+22"));
    QCOMPARE(rows.at(2).at(3), QStringLiteral("text"));
}

void TestSqliteTableReader::rowsByKey()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 10, 2);
    const auto reader = open(fixture);
    QVERIFY(reader);
    const QList<qint64> keys{20, 3, 2, 2};
    const TablePage page = reader->rows({keys.constData(), 4}).value();
    QCOMPARE(page.keys, keys);
    QCOMPARE(page.rows.at(0).at(1), QStringLiteral("n20"));
    QCOMPARE(page.rows.at(1), QStringList({QString(), QString(), QString()}));
    QVERIFY(page.rows.at(1).at(0).isNull());
    QCOMPARE(page.rows.at(3), page.rows.at(2));
}

void TestSqliteTableReader::scans_data()
{
    QTest::addColumn<int>("sortColumn");
    QTest::addColumn<Qt::SortOrder>("order");
    QTest::addColumn<int>("filterColumn");
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<qint64>>("keys");
    const auto row = [](const char *name, const TableView &view, const QList<qint64> &keys) {
        QTest::newRow(name) << view.sortColumn << view.order << view.filterColumn << view.filter << keys;
    };
    row("all", {}, {1, 2, 3, 4, 5});
    row("by name", {1, Qt::AscendingOrder, -1, {}}, {5, 3, 1, 2, 4});
    row("by name, down", {1, Qt::DescendingOrder, -1, {}}, {4, 2, 1, 3, 5});
    row("by key, down", {0, Qt::DescendingOrder, -1, {}}, {5, 4, 3, 2, 1});
    row("contains", {-1, Qt::AscendingOrder, 1, QStringLiteral("AN")}, {1, 2});
    row("any column", {-1, Qt::AscendingOrder, -1, QStringLiteral("x")}, {3, 5});
    row("percent", {-1, Qt::AscendingOrder, -1, QStringLiteral("%")}, {3});
    row("underscore", {-1, Qt::AscendingOrder, -1, QStringLiteral("_")}, {4});
    row("backslash", {-1, Qt::AscendingOrder, -1, QStringLiteral("\\")}, {4});
    row("quote", {-1, Qt::AscendingOrder, -1, QStringLiteral("'")}, {2});
    row("nothing", {1, Qt::AscendingOrder, -1, QStringLiteral("zzz")}, {});
    row("number", {-1, Qt::AscendingOrder, 0, QStringLiteral("3")}, {3});
    row("filter and sort", {1, Qt::DescendingOrder, 2, QStringLiteral("o")}, {2, 1});
}

void TestSqliteTableReader::scans()
{
    QFETCH(int, sortColumn);
    QFETCH(Qt::SortOrder, order);
    QFETCH(int, filterColumn);
    QFETCH(QString, filter);
    QFETCH(QList<qint64>, keys);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral("INSERT INTO users(name,email) VALUES('banana','one'),('mango''s','two'),"
                          "('5%x','-'),('z_\\','-'),(NULL,'x')"));
    const auto reader = open(fixture);
    QVERIFY(reader);
    QList<qint64> found;
    const auto scanned =
        reader->scanKeys({sortColumn, order, filterColumn, filter}, [&](std::span<const qint64> portion) {
            found.append(QList<qint64>(portion.begin(), portion.end()));
            return true;
        });
    QCOMPARE(scanned.value_or(-1), keys.size());
    QCOMPARE(found, keys);
}

void TestSqliteTableReader::scanComesInPortionsAndStops()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 10'000, 1);
    const auto reader = open(fixture);
    QVERIFY(reader);
    QList<std::size_t> sizes;
    QCOMPARE(reader
                 ->scanKeys({},
                            [&](std::span<const qint64> keys) {
                                sizes.append(keys.size());
                                return true;
                            })
                 .value_or(-1),
             10'000);
    QCOMPARE(sizes, (QList<std::size_t>{4096, 4096, 1808}));
    int portions = 0;
    QCOMPARE(reader->scanKeys({}, [&](std::span<const qint64>) { return ++portions < 2; }).value_or(-1),
             8192);
}

void TestSqliteTableReader::sortPutsNullsTogetherAndKeysInOrder()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral("INSERT INTO users(name) VALUES('b'),(NULL),('a'),('b'),(NULL),('a')"));
    const auto reader = open(fixture);
    QVERIFY(reader);
    const auto keys = [&](Qt::SortOrder order) {
        QList<qint64> found;
        const auto scanned = reader->scanKeys({1, order, -1, {}}, [&](std::span<const qint64> portion) {
            found.append(QList<qint64>(portion.begin(), portion.end()));
            return true;
        });
        return scanned ? found : QList<qint64>();
    };
    QCOMPARE(keys(Qt::AscendingOrder), (QList<qint64>{2, 5, 3, 6, 1, 4}));
    QCOMPARE(keys(Qt::DescendingOrder), (QList<qint64>{1, 4, 3, 6, 2, 5}));
}

void TestSqliteTableReader::interruptEndsAScan()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 100'000, 1);
    const auto reader = open(fixture);
    QVERIFY(reader);
    std::thread interrupter;
    const auto scanned = reader->scanKeys({}, [&](std::span<const qint64>) {
        if (!interrupter.joinable())
            interrupter = std::thread([&] { reader->interrupt(); });
        if (interrupter.joinable())
            interrupter.join(); // it has been interrupted for certain now
        return true;
    });
    QVERIFY(!scanned);
    QCOMPARE(scanned.error().errorClass, ErrorClass::Interrupted);
    QCOMPARE(reader->lastPage(1)->keys, (QList<qint64>{100'000}));
}

void TestSqliteTableReader::interruptStaysUntilACallAnswers()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 10, 1);
    const auto reader = open(fixture);
    QVERIFY(reader);
    const auto interrupted = [&](const auto &call) {
        reader->interrupt(); // before there is a call: the next one answers it
        const auto result = call();
        return !result && result.error().errorClass == ErrorClass::Interrupted;
    };
    const std::array<qint64, 1> keys{1};
    QVERIFY(interrupted([&] { return reader->page(0, 0, 100); }));
    QCOMPARE(reader->page(0, 0, 100)->keys.size(), 10);
    QVERIFY(interrupted([&] { return reader->lastPage(1); }));
    QVERIFY(interrupted([&] { return reader->rows(keys); }));
    QVERIFY(interrupted([&] { return reader->keyRange(); }));
    QVERIFY(interrupted([&] { return reader->scanKeys({}, [](std::span<const qint64>) { return true; }); }));
    QCOMPARE(reader->keyRange()->last, 10);
    reader->interrupt();
    reader->forgetInterrupt();
    QCOMPARE(reader->scanKeys({}, [](std::span<const qint64>) { return true; }).value_or(-1), 10);
}

void TestSqliteTableReader::holdsNoTransactionBetweenCalls()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 1000, 1);
    const auto reader = open(fixture);
    QVERIFY(reader);
    const qint64 key = 5;
    QVERIFY(reader->keyRange() && reader->page(0, 0, 10) && reader->lastPage(10) && reader->rows({&key, 1}));
    QVERIFY(reader->scanKeys({}, [](std::span<const qint64>) { return false; }));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    VERIFY_DONE(fixture.backend->settle()); // a reader in a transaction would keep it from it
    QCOMPARE(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size(), 0);
}

void TestSqliteTableReader::seesWhatIsCommitted()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto reader = open(fixture);
    QVERIFY(reader);
    for (int i = 1; i <= 3; ++i) {
        VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(i)}));
        QCOMPARE(reader->keyRange()->last, i);
    }
}

void TestSqliteTableReader::missingFileTableAndColumn()
{
    DbFixture fixture;
    const auto noFile = fixture.backend->openReader(usersEntity(), QStringLiteral("r"));
    QVERIFY(!noFile);
    QCOMPARE(noFile.error().errorClass, ErrorClass::CannotOpen);
    QVERIFY(!QFile::exists(fixture.path()));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto noTable = fixture.backend->openReader(productsEntity(), QStringLiteral("r"));
    QVERIFY(!noTable);
    QCOMPARE(noTable.error().errorClass, ErrorClass::NoTable);
    Entity more = usersEntity();
    more.fields.append({QStringLiteral("age"), QStringLiteral("Age"), FieldType::Integer, false, {}});
    const auto noColumn = fixture.backend->openReader(more, QStringLiteral("r"));
    QVERIFY(!noColumn);
    QCOMPARE(noColumn.error().errorClass, ErrorClass::Schema);
    QVERIFY(noColumn.error().sentence.contains(QStringLiteral("age")));
}

void TestSqliteTableReader::viewsAndTriggersDoNothing()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE t(a); CREATE VIEW users AS SELECT 1 AS id, 2 AS name, 3 AS email"));
    const auto reader = fixture.backend->openReader(usersEntity(), QStringLiteral("r"));
    QVERIFY(!reader);
    QVERIFY(!reader.error().sentence.isEmpty());
}

void TestSqliteTableReader::hundredThousandFilteredWhileInterrupted()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fill(fixture, 100'000, 1);
    const auto reader = open(fixture);
    QVERIFY(reader);
    std::atomic<bool> done{false};
    std::thread interrupter([&] {
        while (!done.load())
            reader->interrupt();
    });
    int interrupted = 0;
    QStringList wrong;
    for (int i = 0; i < 50; ++i) {
        const auto scanned = reader->scanKeys({1, Qt::DescendingOrder, 2, QStringLiteral("e7")},
                                              [](std::span<const qint64>) { return true; });
        if (scanned && *scanned != 10'000)
            wrong += QString::number(*scanned);
        if (!scanned && scanned.error().errorClass != ErrorClass::Interrupted)
            wrong += scanned.error().sentence;
        interrupted += scanned ? 0 : 1;
    }
    done.store(true);
    interrupter.join();
    QCOMPARE(wrong, QStringList());
    QVERIFY(interrupted > 0);
}

QTEST_GUILESS_MAIN(TestSqliteTableReader)
#include "tst_sqlitetablereader.moc"
