// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: how its tables are read.
#include "contract/contractbackend.h"

#include <QRegularExpression>
#include <QTest>

#include <array>
#include <functional>

using namespace Weir;
using namespace Weir::Test;

class TestContractReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyTable_data() { addBackends(); }
    void emptyTable();
    void keyRange_data() { addBackends(); }
    void keyRange();
    void pages_data() { addBackends(); }
    void pages();
    void rowsByKey_data() { addBackends(); }
    void rowsByKey();
    void views_data();
    void views();
    void scanStopsWhenTold_data() { addBackends(); }
    void scanStopsWhenTold();
    void interruptEndsOneCall_data();
    void interruptEndsOneCall();
    void interruptEndsAScan_data() { addBackends(); }
    void interruptEndsAScan();
    void forgottenInterruptEndsNothing_data() { addBackends(); }
    void forgottenInterruptEndsNothing();
    void seesWhatWasCommittedSince_data() { addBackends(); }
    void seesWhatWasCommittedSince();

private:
    using Call = std::function<Expected<void, SqlError>(TableReader &)>;

    void write(const QList<QStringList> &rows);
    Expected<QList<qint64>, SqlError> scan(const TableView &view);

    const Entity m_products = productsEntity();
    std::unique_ptr<ContractDatabase> m_database;
    std::unique_ptr<TableReader> m_reader;
};

namespace {

/// The rows that most tests read: by key, names repeat and prices are no texts' order.
QList<QStringList> someProducts()
{
    return {{QStringLiteral("-3"), QStringLiteral("pen"), QStringLiteral("10.5"), QStringLiteral("1")},
            {QStringLiteral("1"), QStringLiteral("Pen 50%"), QStringLiteral("9.25"), QString()},
            {QStringLiteral("2"), QStringLiteral("ink_x"), QStringLiteral("100.5"), QStringLiteral("50")},
            {QStringLiteral("30"), QStringLiteral("ink"), QStringLiteral("9.25"), QStringLiteral("3")}};
}

} // namespace

void TestContractReader::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    VERIFY_DONE(m_database->backend()->prepare({m_products}));
    m_reader = openContractReader(*m_database, m_products);
}

void TestContractReader::cleanup()
{
    m_reader.reset();
    m_database.reset();
}

void TestContractReader::write(const QList<QStringList> &rows)
{
    VERIFY_DONE(writeRows(*m_database, m_products, rows));
}

Expected<QList<qint64>, SqlError> TestContractReader::scan(const TableView &view)
{
    QList<qint64> keys;
    const auto delivered = m_reader->scanKeys(view, [&](std::span<const qint64> portion) {
        keys.append(QList<qint64>(portion.begin(), portion.end()));
        return true;
    });
    if (!delivered)
        return tl::unexpected(delivered.error());
    if (*delivered != keys.size())
        qWarning("the scan has counted %lld keys of %lld", *delivered, qint64{keys.size()});
    return keys;
}

void TestContractReader::emptyTable()
{
    const auto range = m_reader->keyRange();
    QVERIFY(range && range->empty);
    for (const auto &page : {m_reader->page(0, 0, 10), m_reader->lastPage(10)})
        QVERIFY(page && page->keys.isEmpty() && page->rows.isEmpty());
    const auto keys = scan({});
    QVERIFY(keys && keys->isEmpty());
}

void TestContractReader::keyRange()
{
    write(someProducts());
    const auto range = m_reader->keyRange();
    QVERIFY(range);
    QVERIFY(!range->empty);
    QCOMPARE(range->first, -3);
    QCOMPARE(range->last, 30);
}

void TestContractReader::pages()
{
    const QList<QStringList> rows = someProducts();
    write(rows);
    const auto from = [this](qint64 key, int skip, int limit) {
        return m_reader->page(key, skip, limit).value_or(TablePage());
    };
    QCOMPARE(from(-100, 0, 2).rows, rows.mid(0, 2));
    QCOMPARE(from(-100, 0, 2).keys, (QList<qint64>{-3, 1}));
    QCOMPARE(from(2, 0, 100).rows, rows.mid(2));
    QCOMPARE(from(3, 0, 100).keys, QList<qint64>{30});
    QCOMPARE(from(-3, 1, 2).keys, (QList<qint64>{1, 2}));
    QCOMPARE(from(31, 0, 100).keys, QList<qint64>());
    QCOMPARE(from(-100, 0, 0).keys, QList<qint64>());
    QVERIFY(from(1, 0, 1).rows.constFirst().at(3).isNull());
    const TablePage last = m_reader->lastPage(2).value_or(TablePage());
    QCOMPARE(last.keys, (QList<qint64>{2, 30}));
    QCOMPARE(last.rows, rows.mid(2));
    QCOMPARE(m_reader->lastPage(100).value_or(TablePage()).rows, rows);
}

void TestContractReader::rowsByKey()
{
    const QList<QStringList> rows = someProducts();
    write(rows);
    const std::array<qint64, 4> keys{30, 7, -3, 30};
    const auto page = m_reader->rows(keys);
    QVERIFY(page);
    QCOMPARE(page->keys, (QList<qint64>{30, 7, -3, 30}));
    QCOMPARE(page->rows.size(), 4);
    QCOMPARE(page->rows.at(0), rows.at(3));
    QCOMPARE(page->rows.at(1).size(), 4);
    for (const QString &cell : page->rows.at(1))
        QVERIFY(cell.isNull());
    QCOMPARE(page->rows.at(2), rows.at(0));
    QCOMPARE(page->rows.at(3), rows.at(3));
    const auto none = m_reader->rows({});
    QVERIFY(none && none->keys.isEmpty());
}

void TestContractReader::views_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<TableView>("view");
    QTest::addColumn<QList<qint64>>("keys");
    const auto add = [](const char *name, const TableView &view, const QList<qint64> &keys) {
        addRows(name, view, keys);
    };
    constexpr Qt::SortOrder Up = Qt::AscendingOrder;
    constexpr Qt::SortOrder Down = Qt::DescendingOrder;
    add("by key", {}, {-3, 1, 2, 30});
    add("by key, down", {0, Down, -1, {}}, {30, 2, 1, -3});
    add("text", {1, Up, -1, {}}, {1, 30, 2, -3});
    add("numbers, then by key", {2, Up, -1, {}}, {1, 30, -3, 2});
    add("numbers down, then by key", {2, Down, -1, {}}, {2, -3, 1, 30});
    add("filter, any column", {-1, Up, -1, QStringLiteral("50")}, {1, 2});
    add("filter, one column", {-1, Up, 3, QStringLiteral("50")}, {2});
    add("filter, case", {-1, Up, 1, QStringLiteral("PEN")}, {-3, 1});
    add("no wildcard %", {-1, Up, -1, QStringLiteral("%")}, {1});
    add("no wildcard _", {-1, Up, 1, QStringLiteral("_")}, {2});
    add("no wildcard backslash", {-1, Up, -1, QStringLiteral("\\")}, {});
    add("filter and order", {2, Down, 1, QStringLiteral("ink")}, {2, 30});
    add("a key's digits", {-1, Up, 0, QStringLiteral("3")}, {-3, 30});
}

void TestContractReader::views()
{
    QFETCH(TableView, view);
    QFETCH(QList<qint64>, keys);
    write(someProducts());
    const auto found = scan(view);
    QVERIFY2(found, found ? "" : qPrintable(found.error().sentence));
    QCOMPARE(*found, keys);
}

void TestContractReader::scanStopsWhenTold()
{
    constexpr int Rows = 10000;
    QList<QStringList> rows;
    for (int key = 1; key <= Rows; ++key)
        rows += QStringList{QString::number(key), QString(), QString(), QString()};
    write(rows);
    qint64 seen = 0;
    int portions = 0;
    const auto delivered = m_reader->scanKeys({}, [&](std::span<const qint64> portion) {
        seen += static_cast<qint64>(portion.size());
        return ++portions < 2;
    });
    QVERIFY(delivered);
    QCOMPARE(portions, 2);
    QCOMPARE(*delivered, seen);
    QVERIFY(seen < Rows);
    QCOMPARE(scan({}).value_or(QList<qint64>()).size(), Rows);
}

void TestContractReader::interruptEndsOneCall_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<Call>("call");
    const auto add = [](const char *name, const Call &call) {
        addRows(name, call);
    };
    add("keyRange", [](TableReader &reader) { return doneOf(reader.keyRange()); });
    add("page", [](TableReader &reader) { return doneOf(reader.page(0, 0, 10)); });
    add("lastPage", [](TableReader &reader) { return doneOf(reader.lastPage(10)); });
    add("rows", [](TableReader &reader) {
        const qint64 key = 1;
        return doneOf(reader.rows({&key, 1}));
    });
    add("scanKeys", [](TableReader &reader) {
        return doneOf(reader.scanKeys({}, [](std::span<const qint64>) { return true; }));
    });
}

void TestContractReader::interruptEndsOneCall()
{
    QFETCH(Call, call);
    write(someProducts());
    m_reader->interrupt(); // it sticks until a call has answered it
    VERIFY_TOLD(errorOf(call(*m_reader)), ErrorClass::Interrupted, *m_database);
    VERIFY_DONE(call(*m_reader));
    VERIFY_DONE(call(*m_reader));
}

void TestContractReader::interruptEndsAScan()
{
    QList<QStringList> rows;
    for (int key = 1; key <= 10000; ++key)
        rows += QStringList{QString::number(key), QString(), QString(), QString()};
    write(rows);
    const auto delivered = m_reader->scanKeys({}, [&](std::span<const qint64>) {
        m_reader->interrupt();
        return true;
    });
    QVERIFY(!delivered);
    VERIFY_TOLD(delivered.error(), ErrorClass::Interrupted, *m_database);
    QCOMPARE(scan({}).value_or(QList<qint64>()).size(), rows.size());
}

void TestContractReader::forgottenInterruptEndsNothing()
{
    write(someProducts());
    m_reader->interrupt();
    m_reader->forgetInterrupt();
    QVERIFY(m_reader->keyRange());
}

void TestContractReader::seesWhatWasCommittedSince()
{
    write(someProducts().mid(0, 2));
    QCOMPARE(m_reader->lastPage(10).value_or(TablePage()).keys, (QList<qint64>{-3, 1}));
    write(someProducts().mid(2));
    QCOMPARE(m_reader->lastPage(10).value_or(TablePage()).keys, (QList<qint64>{-3, 1, 2, 30}));
    m_database->remove(m_products.table, 2);
    QCOMPARE(scan({}).value_or(QList<qint64>()), (QList<qint64>{-3, 1, 30}));
}

QTEST_GUILESS_MAIN(TestContractReader)
#include "tst_contract_reader.moc"
