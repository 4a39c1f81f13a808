// SPDX-License-Identifier: GPL-3.0-or-later
#include "faketable.h"
#include "models/table/tablemodel.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <utility>

using namespace Weir;
using CountState = TableModel::CountState;

/// A small window makes the model tester's walks short and every table a big one.
constexpr int SmallWindow = 300;

namespace {

QList<qint64> range(qint64 first, qint64 count, qint64 step = 1)
{
    QList<qint64> keys;
    for (qint64 i = 0; i < count; ++i)
        keys.append(first + i * step);
    return keys;
}

/// The model's rows as keys; asks for those that are not there yet. -1: not fetched or gone.
std::vector<qint64> shownKeys(const TableModel &model)
{
    std::vector<qint64> keys;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QVariant key = model.index(row, 0).data(TableModel::KeyRole);
        keys.push_back(key.isValid() ? key.toLongLong() : -1);
    }
    return keys;
}

/// What the model's window has to show of these keys.
std::vector<qint64> windowOf(const TableModel &model, const std::vector<qint64> &keys)
{
    const auto first = keys.begin() + std::min<qint64>(model.windowStart(), static_cast<qint64>(keys.size()));
    return {first, first + std::min<qint64>(SmallWindow, keys.end() - first)};
}

bool showsExactly(const TableModel &model, const std::vector<qint64> &keys)
{
    return model.totalRows() == static_cast<qint64>(keys.size()) && shownKeys(model) == windowOf(model, keys)
        && model.isFetched(0, model.rowCount() - 1);
}

TableView sorted(int column, Qt::SortOrder order = Qt::AscendingOrder)
{
    TableView view;
    view.sortColumn = column;
    view.order = order;
    return view;
}

TableView filtered(const QString &text, int column = -1)
{
    TableView view;
    view.filter = text;
    view.filterColumn = column;
    return view;
}

} // namespace

class TestTableModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void showsTable_data();
    void showsTable();
    void showsCells();
    void windowMoves();
    void largestWindow();
    void absentFileIsEmpty();
    void reportsErrors();
    void recoversFromErrors();
    void opensReadersAnewWhenReplaced();
    void sortsAndFilters_data();
    void sortsAndFilters();
    void sortsWhenCounted_data();
    void sortsWhenCounted();
    void deletedRowsAreBlank();
    void natureIsRestored();
    void supersededScanIsDropped();
    void cancelledSortShowsTableByKey();
    void cancelledCountStaysEstimate();
    void sourceChangesDuringScan();
    void destroyedDuringScan();
    void hiddenTableHoldsNothing();
    void hiddenTableIsCountedToItsEnd();
    void committedRowsAppear_data();
    void committedRowsAppear();
    void onlyAnnouncedRowsAppear();
    void rowsAmongOthersAppear();
    void rowsInSortedView();
    void rowsDuringCount();
    void refreshAfterRunKeepsCount();
    void emptiedTable();
    void freshForAMoment();
    void randomOperations_data();
    void randomOperations();

private:
    TableModel *open();
    void settle(TableModel &model, const TableView &view);

    std::shared_ptr<FakeTable> m_table;
    std::shared_ptr<FakeBackend> m_backend;
    std::unique_ptr<TableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTableModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_table = std::make_shared<FakeTable>();
    m_backend = std::make_shared<FakeBackend>(m_table);
}

void TestTableModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    QCOMPARE(m_table->readersOpen.load(), 0);
    QCOMPARE(m_table->callsInWrongThread.load(), 0);
}

TableModel *TestTableModel::open()
{
    m_model = std::make_unique<TableModel>(nullptr, SmallWindow);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setSource(m_backend, fakeEntity());
    return m_model.get();
}

void TestTableModel::settle(TableModel &model, const TableView &view)
{
    QTRY_COMPARE(model.countState(), CountState::Exact);
    QTRY_VERIFY(showsExactly(model, m_table->keys(view)));
}

void TestTableModel::showsTable_data()
{
    QTest::addColumn<QList<qint64>>("keys");

    QTest::newRow("empty") << QList<qint64>();
    QTest::newRow("one row") << range(1, 1);
    QTest::newRow("less than a page") << range(1, 127);
    QTest::newRow("a page") << range(1, 128);
    QTest::newRow("more than a page") << range(1, 129);
    QTest::newRow("more than the window") << range(1, 1000);
    QTest::newRow("negative keys") << range(-500, 1000);
    QTest::newRow("every third key") << range(10, 1000, 3);
    QTest::newRow("far apart") << range(-1'000'000'000'000'000, 500, 4'000'000'000'000);
    QTest::newRow("both ends of all keys")
        << QList<qint64>{std::numeric_limits<qint64>::min(), 0, std::numeric_limits<qint64>::max()};
    QTest::newRow("and many between") << QList<qint64>{std::numeric_limits<qint64>::min()}
            + range(-1'000'000'000'000'000, 500, 4'000'000'000'000)
            + QList<qint64>{std::numeric_limits<qint64>::max()};
    QTest::newRow("more than an anchor") << range(1, 12'000) + range(12'500, 12'000, 2);
    QList<qint64> holes = range(1, 3000);
    for (int i = 2900; i > 0; i -= 97)
        holes.removeAt(i);
    QTest::newRow("a few holes") << holes;
    QTest::newRow("dense, then one far away") << range(1, 1000) + QList<qint64>{1'000'000'000};
}

void TestTableModel::showsTable()
{
    QFETCH(QList<qint64>, keys);
    m_table->insert(keys);
    TableModel &model = *open();
    settle(model, {});
    const qint64 total = model.totalRows();
    for (const qint64 start : {total, total / 2, qint64(0), total / 3}) {
        model.setWindowStart(start);
        settle(model, {});
    }
}

void TestTableModel::showsCells()
{
    m_table->insert(1, {QStringLiteral("<b>a</b>\n&"), QString()});
    m_table->insert(2, {QStringLiteral(""), QStringLiteral("7")});
    m_table->insert(3, {QString(5000, u'x'), QStringLiteral("8")});
    TableModel &model = *open();
    settle(model, {});
    const QModelIndex hostile = model.index(0, 1);
    QCOMPARE(hostile.data().toString(), QStringLiteral("<b>a</b>\\n&"));
    QCOMPARE(hostile.data(Qt::EditRole).toString(), QStringLiteral("<b>a</b>\n&"));
    QCOMPARE(hostile.data(Qt::ToolTipRole).toString(),
             QStringLiteral("<qt>&lt;b&gt;a&lt;/b&gt;\\n&amp;</qt>"));
    QVERIFY(!hostile.data(TableModel::NullRole).toBool());
    QVERIFY(model.index(0, 2).data(TableModel::NullRole).toBool());
    QCOMPARE(model.index(0, 2).data().toString(), QString());
    QVERIFY(!model.index(1, 1).data(TableModel::NullRole).toBool());
    QCOMPARE(model.index(2, 1).data().toString().size(), TableModel::ShownCharacters + 1);
    QCOMPARE(model.index(2, 1).data(Qt::EditRole).toString().size(), 5000);
    QCOMPARE(model.index(1, 0).data(TableModel::KeyRole).toLongLong(), 2);
    QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Name"));
    QCOMPARE(model.headerData(2, Qt::Vertical).toString(), QStringLiteral("3"));
}

void TestTableModel::windowMoves()
{
    m_table->insert(range(1, 2000));
    TableModel &model = *open();
    settle(model, {});
    QSignalSpy moved(&model, &TableModel::windowMoved);

    model.setWindowStart(100);
    QCOMPARE(model.windowStart(), 100);
    QCOMPARE(model.rowCount(), SmallWindow);
    QCOMPARE(model.headerData(0, Qt::Vertical).toString(), QStringLiteral("101"));
    const QPersistentModelIndex kept = model.index(250, 0);
    model.setWindowStart(200);
    QCOMPARE(kept.row(), 150);
    model.setWindowStart(90);
    QCOMPARE(kept.row(), 260);
    model.setWindowStart(5000);
    QCOMPARE(model.windowStart(), 2000 - SmallWindow);
    settle(model, {});
    model.setWindowStart(-5);
    QCOMPARE(model.windowStart(), 0);
    QCOMPARE(moved.count(), 5);
    settle(model, {});
}

void TestTableModel::largestWindow()
{
    m_table->insert(range(1, TableModel::WindowRows + 500));
    TableModel model;
    model.setSource(m_backend, fakeEntity());
    QTRY_COMPARE(model.countState(), CountState::Exact);
    QCOMPARE(model.rowCount(), TableModel::WindowRows);
    model.setWindowStart(model.totalRows());
    const QModelIndex last = model.index(model.rowCount() - 1, 0);
    QTRY_COMPARE(last.data().toString(), QString::number(TableModel::WindowRows + 500));
}

void TestTableModel::absentFileIsEmpty()
{
    m_backend->removeFile();
    TableModel &model = *open();
    QSignalSpy failed(&model, &TableModel::failed);
    settle(model, {});
    QCOMPARE(m_table->readersOpen.load(), 0);

    m_backend->createFile();
    m_table->isThere = false; // the file is, its table is not
    model.refresh();
    settle(model, {});
    m_table->isThere = true;
    m_table->insert(range(1, 5));
    model.addCommitted(range(1, 5));
    settle(model, {});
    QVERIFY(failed.isEmpty());
}

void TestTableModel::reportsErrors()
{
    m_table->insert(range(1, 10));
    m_table->failsToOpen = true;
    TableModel &model = *open();
    QSignalSpy failed(&model, &TableModel::failed);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.countState(), CountState::Unknown);
    QCOMPARE(model.lastError(), failed.first().first().toString());

    m_table->failsToOpen = false;
    model.refresh();
    settle(model, {});
    QCOMPARE(model.lastError(), QString());
}

void TestTableModel::recoversFromErrors()
{
    m_table->insert(range(1, 1000));
    TableModel &model = *open();
    settle(model, {});
    QSignalSpy failed(&model, &TableModel::failed);

    m_table->failsToRead = true;
    model.setView(sorted(1));
    QTRY_VERIFY(!failed.isEmpty());
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(model.view().byKey());
    QVERIFY(!model.isBusy());
    m_table->failsToRead = false;
    model.refresh();
    settle(model, {});

    m_table->failsToRead = true;
    failed.clear();
    model.setWindowStart(600);
    shownKeys(model); // asks for pages
    QTRY_COMPARE(failed.count(), 1);
    QTRY_VERIFY(model.isFetched(50, 200));
    m_table->failsToRead = false;
    model.refresh();
    settle(model, {});
}

void TestTableModel::opensReadersAnewWhenReplaced()
{
    m_table->insert(range(1, 300));
    TableModel &model = *open();
    settle(model, {});
    m_table->clear();
    m_table->insert(range(50, 200));
    ++m_table->generation;
    model.refresh();
    settle(model, {});
    QTRY_COMPARE(model.totalRows(), 200);
}

void TestTableModel::sortsAndFilters_data()
{
    QTest::addColumn<TableView>("view");

    QTest::newRow("by key, down") << sorted(0, Qt::DescendingOrder);
    QTest::newRow("by text") << sorted(1);
    QTest::newRow("by text, down") << sorted(1, Qt::DescendingOrder);
    QTest::newRow("by number") << sorted(2);
    QTest::newRow("any column") << filtered(QStringLiteral("77"));
    QTest::newRow("one column, case ignored") << filtered(QStringLiteral("NAME 4"), 1);
    QTest::newRow("nothing matches") << filtered(QStringLiteral("nowhere"));
    TableView both = filtered(QStringLiteral("9"), 2);
    both.sortColumn = 1;
    QTest::newRow("filtered and sorted") << both;
}

void TestTableModel::sortsAndFilters()
{
    QFETCH(TableView, view);
    m_table->insert(range(1, 3000, 2));
    TableModel &model = *open();
    settle(model, {});
    QSignalSpy busy(&model, &TableModel::busyChanged);
    model.setView(view);
    QVERIFY(model.isBusy());
    settle(model, view);
    QVERIFY(!model.isBusy());
    QCOMPARE(busy.constFirst().constFirst().toBool(), true);
    QCOMPARE(busy.constLast().constFirst().toBool(), false);
    model.setWindowStart(model.totalRows());
    settle(model, view);
}

void TestTableModel::sortsWhenCounted_data()
{
    QTest::addColumn<CountState>("when");
    QTest::newRow("estimated") << CountState::Estimated;
    QTest::newRow("exact") << CountState::Exact;
}

void TestTableModel::sortsWhenCounted()
{
    m_table->insert(range(1, 500));
    m_model = std::make_unique<TableModel>(nullptr, SmallWindow);
    TableModel &model = *m_model;
    QFETCH(CountState, when);
    bool asked = false;
    connect(&model, &TableModel::countChanged, this, [&](qint64, CountState state) {
        if (state == when && !std::exchange(asked, true))
            model.setView(sorted(1));
    });
    model.setSource(m_backend, fakeEntity());
    QTRY_VERIFY(asked);
    settle(model, sorted(1));
    QVERIFY(!model.isBusy());
}

void TestTableModel::deletedRowsAreBlank()
{
    m_table->insert(range(1, 20));
    TableModel &model = *open();
    settle(model, {});
    m_table->closeScanGate();
    model.setView(sorted(0, Qt::DescendingOrder));
    QTRY_COMPARE(m_table->scansBegun.load(), 1); // it has its keys
    m_table->remove(15);
    m_table->openScanGate();
    QTRY_COMPARE(model.index(4, 1).data().toString(), FakeTable::cellsFor(16).at(0));
    QVERIFY(model.isFetched(5, 5));
    QVERIFY(!model.index(5, 1).data().isValid());
    QVERIFY(!model.index(5, 1).data(TableModel::KeyRole).isValid());
    model.refresh();
    settle(model, sorted(0, Qt::DescendingOrder));
}

void TestTableModel::natureIsRestored()
{
    m_table->insert(range(1, 500));
    TableModel &model = *open();
    settle(model, {});
    model.sort(1, Qt::DescendingOrder);
    settle(model, sorted(1, Qt::DescendingOrder));
    const int scans = m_table->scansBegun;
    model.sort(0, Qt::AscendingOrder);
    QVERIFY(model.view().byKey());
    settle(model, {});
    model.sort(-1);
    QVERIFY(model.view().byKey());
    QCOMPARE(m_table->scansBegun.load(), scans + 1); // a count, no sort
}

void TestTableModel::supersededScanIsDropped()
{
    m_table->insert(range(1, 100));
    TableModel &model = *open();
    settle(model, {});
    m_table->closeScanGate();
    model.setView(sorted(1));
    QTRY_COMPARE(m_table->scansBegun.load(), 1);
    model.setView(filtered(QStringLiteral("1")));
    QTRY_COMPARE(m_table->scansInterrupted.load(), 1);
    QTRY_COMPARE(m_table->scansBegun.load(), 2);
    model.setView(sorted(2, Qt::DescendingOrder));
    QTRY_COMPARE(m_table->scansInterrupted.load(), 2);
    m_table->openScanGate();
    settle(model, sorted(2, Qt::DescendingOrder));
    QVERIFY(!model.isBusy());
}

void TestTableModel::cancelledSortShowsTableByKey()
{
    m_table->insert(range(1, 200));
    TableModel &model = *open();
    settle(model, {});
    m_table->closeScanGate();
    model.setView(sorted(1));
    QVERIFY(model.isBusy());
    model.cancelScan();
    QVERIFY(!model.isBusy());
    QVERIFY(model.view().byKey());
    m_table->openScanGate();
    settle(model, {});
}

void TestTableModel::cancelledCountStaysEstimate()
{
    m_table->closeScanGate();
    QList<qint64> keys = range(1, 1000);
    keys.removeAt(500);
    m_table->insert(keys);
    TableModel &model = *open();
    QTRY_COMPARE(model.countState(), CountState::Estimated);
    QCOMPARE(model.totalRows(), 1000); // the hole is not known yet
    model.setWindowStart(1000);
    QTRY_COMPARE(model.index(model.rowCount() - 1, 0).data().toString(), QStringLiteral("1000"));
    model.setWindowStart(400);
    QTRY_COMPARE(model.index(102, 0).data().toString(), QStringLiteral("503"));
    QVERIFY(!model.index(100, 0).data().isValid()); // row 501 is the hole
    model.cancelScan();
    QCOMPARE(model.countState(), CountState::Estimated);
    m_table->openScanGate();
    model.refresh();
    settle(model, {});
}

void TestTableModel::sourceChangesDuringScan()
{
    m_table->insert(range(1, 500));
    TableModel &model = *open();
    settle(model, {});
    m_table->closeScanGate();
    model.setView(sorted(1));
    const auto other = std::make_shared<FakeTable>();
    other->insert(range(1000, 50));
    const auto otherBackend = std::make_shared<FakeBackend>(other);
    model.setSource(otherBackend, fakeEntity());
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(!model.isBusy());
    QTRY_VERIFY(showsExactly(model, other->keys({})));
    QTRY_COMPARE(m_table->readersOpen.load(), 0);
    model.setSource(nullptr, {});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.columnCount(), 0);
    QTRY_COMPARE(other->readersOpen.load(), 0);
}

void TestTableModel::hiddenTableHoldsNothing()
{
    const auto threads = [] {
        return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
    };
    const auto before = threads();
    m_table->insert(range(1, 500));
    TableModel &model = *open();
    settle(model, {});
    QCOMPARE(threads(), before + 2);
    QVERIFY(m_table->readersOpen > 0);
    model.setShown(false);
    QTRY_COMPARE(m_table->readersOpen.load(), 0);
    QCOMPARE(threads(), before);
    m_table->insert(range(501, 10));
    model.refresh(); // what is asked for is read all the same
    QTRY_COMPARE(model.totalRows(), qint64(510));
    QTRY_COMPARE(m_table->readersOpen.load(), 0);
    QCOMPARE(threads(), before);
    model.setSource(m_backend, fakeEntity());
    QTRY_COMPARE(model.totalRows(), qint64(510));
    QTRY_COMPARE(m_table->readersOpen.load(), 0);
    model.setShown(true);
    settle(model, {});
    QVERIFY(m_table->readersOpen > 0);
}

void TestTableModel::hiddenTableIsCountedToItsEnd()
{
    m_table->insert(range(1, 500));
    TableModel &model = *open();
    settle(model, {});
    m_table->closeScanGate();
    const int begun = m_table->scansBegun;
    model.setView(sorted(1));
    QTRY_COMPARE(m_table->scansBegun.load(), begun + 1);
    model.setShown(false);
    m_table->openScanGate();
    QTRY_VERIFY(!model.isBusy());
    QTRY_COMPARE(m_table->readersOpen.load(), 0);
    QCOMPARE(model.view(), sorted(1));
    QCOMPARE(m_table->scansInterrupted.load(), 0);
}

void TestTableModel::destroyedDuringScan()
{
    m_table->insert(range(1, 500));
    for (int i = 0; i < 20; ++i) {
        TableModel &model = *open();
        settle(model, {});
        m_table->closeScanGate();
        const int begun = m_table->scansBegun;
        model.setView(sorted(1));
        if (i % 2 == 0)
            QTRY_COMPARE(m_table->scansBegun.load(), begun + 1);
        m_tester.reset();
        m_model.reset();
        QCOMPARE(m_table->readersOpen.load(), 0);
        m_table->openScanGate();
    }
}

void TestTableModel::committedRowsAppear_data()
{
    QTest::addColumn<QList<qint64>>("before");
    QTest::addColumn<QList<qint64>>("committed");

    QTest::newRow("into an empty table") << QList<qint64>() << range(1, 25);
    QTest::newRow("at the end") << range(1, 100) << range(101, 60);
    QTest::newRow("at the end of a big table") << range(1, 1000) << range(1001, 500);
    QTest::newRow("with gaps") << range(1, 1000, 3) << range(5000, 500, 7);
    QTest::newRow("the key twice") << range(1, 10) << QList<qint64>{12, 11, 12, 13, 11};
    QTest::newRow("backwards") << range(1, 10) << range(50, 30, -1);
    QTest::newRow("many") << range(1, 300) << range(301, 15'000);
}

void TestTableModel::committedRowsAppear()
{
    QFETCH(QList<qint64>, before);
    QFETCH(QList<qint64>, committed);
    m_table->insert(before);
    TableModel &model = *open();
    settle(model, {});
    m_table->insert(committed);
    const qint64 portion = std::max<qint64>(committed.size() / 9, 1);
    for (qsizetype i = 0; i < committed.size(); i += portion)
        model.addCommitted(committed.mid(i, portion));
    QCOMPARE(model.totalRows(), static_cast<qint64>(m_table->rows().size()));
    settle(model, {});
    model.setWindowStart(model.totalRows());
    settle(model, {});
    model.refresh();
    settle(model, {});
}

void TestTableModel::onlyAnnouncedRowsAppear()
{
    m_table->insert(range(1, 200));
    TableModel &model = *open();
    settle(model, {});
    model.setWindowStart(model.totalRows());
    m_table->insert(range(201, 40)); // all of them are there before the first is shown
    std::vector<qint64> announced = m_table->keys({});
    announced.resize(200);
    QList<qint64> order = range(201, 40);
    std::shuffle(order.begin(), order.end(), *QRandomGenerator::global());
    for (const qint64 key : order) {
        model.addCommitted({key});
        announced.push_back(key);
        std::sort(announced.begin(), announced.end());
        QCOMPARE(model.totalRows(), static_cast<qint64>(announced.size()));
        QTRY_VERIFY(showsExactly(model, announced));
    }
}

void TestTableModel::rowsAmongOthersAppear()
{
    m_table->insert(range(10, 300, 10));
    TableModel &model = *open();
    settle(model, {});
    m_table->insert(QList<qint64>{5, 15, 2995});
    model.addCommitted({5, 15, 2995});
    settle(model, {});
}

void TestTableModel::rowsInSortedView()
{
    m_table->insert(range(1, 400));
    TableModel &model = *open();
    settle(model, {});
    model.setView(sorted(1));
    settle(model, sorted(1));
    m_table->closeScanGate();
    m_table->insert(range(401, 20));
    model.addCommitted(range(401, 10));
    const int begun = m_table->scansBegun;
    QTRY_COMPARE(m_table->scansBegun.load(), begun + 1);
    QVERIFY(!model.isBusy()); // nobody asked for it
    model.addCommitted(range(411, 10));
    m_table->openScanGate();
    QTRY_COMPARE(m_table->scansBegun.load(), begun + 2);
    settle(model, sorted(1));
    QCOMPARE(model.totalRows(), 420);
}

void TestTableModel::rowsDuringCount()
{
    m_table->closeScanGate();
    m_table->insert(range(1, 1000, 5));
    TableModel &model = *open();
    QTRY_VERIFY(m_table->scansBegun > 0);
    m_table->insert(range(6000, 10));
    model.addCommitted(range(6000, 10));
    m_table->openScanGate();
    settle(model, {});
    QCOMPARE(model.totalRows(), 1010);
}

void TestTableModel::refreshAfterRunKeepsCount()
{
    m_table->insert(range(1, 1000, 2));
    TableModel &model = *open();
    settle(model, {});
    m_table->insert(range(3000, 101, 3));
    model.addCommitted(range(3000, 100, 3)); // one more is somebody else's
    m_table->remove(5);                      // and somebody took one away
    m_table->closeScanGate();
    QSignalSpy busy(&model, &TableModel::busyChanged);
    QSignalSpy counted(&model, &TableModel::countChanged);
    model.refresh();
    QTRY_COMPARE(counted.count(), 1);
    QCOMPARE(model.totalRows(), 1100);
    QCOMPARE(model.countState(), CountState::Exact);
    m_table->openScanGate();
    QTRY_COMPARE(counted.count(), 2);
    settle(model, {});
    QVERIFY(busy.isEmpty());
}

void TestTableModel::emptiedTable()
{
    m_table->insert(range(1, 50));
    TableModel &model = *open();
    settle(model, {});
    m_table->insert(range(51, 10));
    model.addCommitted(range(51, 10));
    QCOMPARE(model.rowCount(), 60);
    m_table->clear();
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 0);
    m_table->insert(range(1, 3));
    model.addCommitted(range(1, 3));
    settle(model, {});
}

void TestTableModel::freshForAMoment()
{
    m_table->insert(range(1, 10));
    TableModel &model = *open();
    settle(model, {});
    m_table->insert(range(11, 3));
    model.addCommitted(range(11, 3));
    settle(model, {});
    QVERIFY(!model.index(9, 0).data(TableModel::FreshRole).toBool());
    QVERIFY(model.index(10, 0).data(TableModel::FreshRole).toBool());
    QVERIFY(model.index(12, 2).data(TableModel::FreshRole).toBool());
    QSignalSpy changed(&model, &TableModel::dataChanged);
    QTRY_VERIFY(!model.index(10, 0).data(TableModel::FreshRole).toBool());
    QCOMPARE(changed.count(), 1); // one range
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 10);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 12);

    m_table->insert(range(14, 1));
    model.addCommitted(range(14, 1));
    settle(model, {});
    QVERIFY(model.index(13, 0).data(TableModel::FreshRole).toBool());
    model.clearFresh();
    QVERIFY(!model.index(13, 0).data(TableModel::FreshRole).toBool());
}

void TestTableModel::randomOperations_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 12; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTableModel::randomOperations()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QList<qint64> start;
    const int rows = random.bounded(800);
    for (int i = 0; i < rows; ++i)
        start.append(random.bounded(1000));
    m_table->insert(start);
    TableModel &model = *open();
    TableView view;
    for (int step = 0; step < 60; ++step) {
        QList<qint64> keys;
        switch (random.bounded(7)) {
        case 0: // rows at the end, some out of order
            for (int i = random.bounded(1, 40); i > 0; --i)
                keys.append(2000 + step * 50 + random.bounded(50));
            m_table->insert(keys);
            model.addCommitted(keys);
            break;
        case 1: // rows anywhere
            for (int i = random.bounded(1, 5); i > 0; --i)
                keys.append(random.bounded(1000));
            m_table->insert(keys);
            model.addCommitted(keys);
            break;
        case 2:
            model.setWindowStart(random.bounded(2000));
            break;
        case 3: {
            const std::array<TableView, 4> views{TableView(), sorted(1), filtered(QStringLiteral("3")),
                                                 sorted(2)};
            view = views[random.bounded(4U)];
            model.setView(view);
            break;
        }
        case 4: {
            const auto all = m_table->keys({});
            if (!all.empty())
                m_table->remove(all[random.bounded(static_cast<quint32>(all.size()))]);
            model.refresh();
            break;
        }
        case 5:
            shownKeys(model);
            break;
        default: // lets the readers answer
            QTRY_VERIFY(model.isFetched(0, std::min(model.rowCount(), 100)) || (shownKeys(model), false));
            break;
        }
    }
    model.refresh();
    QSignalSpy counted(&model, &TableModel::countChanged);
    QTRY_VERIFY(!counted.isEmpty());
    settle(model, view);
}

QTEST_GUILESS_MAIN(TestTableModel)
#include "tst_tablemodel.moc"
