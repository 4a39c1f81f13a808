// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/load/loadgroupsmodel.h"
#include "models/load/loadhistorymodel.h"
#include "models/load/loadprogressmodel.h"
#include "models/load/loadwording.h"
#include "models/load/ratemeter.h"
#include "models/load/reasonsfiltermodel.h"
#include "models/load/reasonsmodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Weir;

class TestLoadModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void rates_data();
    void rates();
    void remaining_data();
    void remaining();
    void progressLive();
    void progressOfUnknownSize();
    void progressAfterwards();
    void reasonsAreBounded();
    void reasonsAreFiltered();
    void reasonsSortByNumber();
    void groups();
    void history();

private:
    static LoadPlan plan();
    static RejectReason reason(int file, qint64 line, const char *rule, const char *column);
    static QString cell(const QAbstractItemModel &model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestLoadModels::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

LoadPlan TestLoadModels::plan()
{
    LoadPlan plan;
    plan.project = ProjectFile::sample();
    SourceFile users;
    users.path = QStringLiteral("/data/users.csv");
    users.entity = 0;
    SourceFile orders;
    orders.path = QStringLiteral("/data/or\nders.csv");
    orders.entity = 2;
    plan.files = {users, orders};
    return plan;
}

RejectReason TestLoadModels::reason(int file, qint64 line, const char *rule, const char *column)
{
    RejectReason reason;
    reason.file = file;
    reason.line = line;
    reason.byteOffset = line * 10;
    reason.rule = QLatin1String(rule);
    reason.column = QLatin1String(column);
    reason.value = QStringLiteral("<b>x</b>");
    reason.message = QStringLiteral("%1 of line %2").arg(reason.column).arg(line);
    return reason;
}

void TestLoadModels::rates_data()
{
    QTest::addColumn<QList<QPair<qint64, qint64>>>("readings"); // ms, value
    QTest::addColumn<double>("rate");
    using Readings = QList<QPair<qint64, qint64>>;
    QTest::newRow("none") << Readings() << 0.0;
    QTest::newRow("one") << Readings{{0, 100}} << 0.0;
    QTest::newRow("too close") << Readings{{0, 0}, {50, 100}} << 0.0;
    QTest::newRow("two") << Readings{{0, 0}, {500, 1000}} << 2000.0;
    QTest::newRow("close ones replace each other")
        << Readings{{0, 0}, {100, 500}, {150, 600}, {400, 800}} << 2000.0;
    QTest::newRow("old ones are forgotten") << Readings{{0, 0}, {5000, 100000}, {9500, 104500}} << 1000.0;
}

void TestLoadModels::rates()
{
    using Readings = QList<QPair<qint64, qint64>>;
    QFETCH(Readings, readings);
    RateMeter meter;
    for (const auto &[ms, value] : readings)
        meter.add(ms, value);
    QTEST(meter.perSecond(), "rate");
}

void TestLoadModels::remaining_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << -1.0 << QStringLiteral("–");
    QTest::newRow("rounded up") << 3.2 << QStringLiteral("4 s");
    QTest::newRow("minutes") << 125.0 << QStringLiteral("2 min 05 s");
    QTest::newRow("hours") << 4020.0 << QStringLiteral("1 h 07 min");
}

void TestLoadModels::remaining()
{
    QFETCH(double, seconds);
    QTEST(remainingText(seconds), "text");
}

void TestLoadModels::progressLive()
{
    LoadProgressModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.begin(plan());
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, LoadProgressModel::File), QStringLiteral("users.csv"));
    QCOMPARE(cell(model, 1, LoadProgressModel::File), QStringLiteral("or\\nders.csv"));
    QCOMPARE(cell(model, 1, LoadProgressModel::EntityColumn), QStringLiteral("Orders"));
    QCOMPARE(cell(model, 0, LoadProgressModel::State), QStringLiteral("Waiting"));

    std::vector<FileProgress> progress(2);
    progress[0] = {FileState::Loading, {}, {}, 0, 4000};
    progress[1].size = 1000;
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.update(progress, 0);
    QCOMPARE(changed.count(), 1); // one range, however many files
    progress[0].counts = {880, 90, 10, 0, 20};
    progress[0].bytes = 1000;
    model.update(progress, 1000);
    QCOMPARE(cell(model, 0, LoadProgressModel::Rows), QStringLiteral("1,000"));
    QCOMPARE(cell(model, 0, LoadProgressModel::RowsPerSecond), QStringLiteral("1,000"));
    QCOMPARE(cell(model, 0, LoadProgressModel::BytesPerSecond), QStringLiteral("1.0 kB/s"));
    QCOMPARE(cell(model, 0, LoadProgressModel::Remaining), QStringLiteral("3 s"));
    QCOMPARE(cell(model, 0, LoadProgressModel::Rejected), QStringLiteral("90"));
    QCOMPARE(model.index(0, 0).data(LoadProgressModel::PercentRole).toInt(), 25);
    const LoadProgressModel::Total total = model.total();
    QCOMPARE(total.counts.read(), 1000);
    QCOMPARE(total.size, 5000);
    QCOMPARE(total.secondsLeft, 4.0);
    QCOMPARE(model.written(QStringLiteral("users")), 900);
    QCOMPARE(model.written(QStringLiteral("orders")), 0);
}

void TestLoadModels::progressOfUnknownSize()
{
    LoadProgressModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(plan());
    std::vector<FileProgress> progress(2);
    progress[0] = {FileState::Loading, {10, 0, 0, 0}, {}, 100, -1};
    model.update(progress, 0);
    progress[0].bytes = 200;
    model.update(progress, 1000);
    QCOMPARE(model.index(0, 0).data(LoadProgressModel::PercentRole).toInt(), -1);
    QCOMPARE(cell(model, 0, LoadProgressModel::Progress), QString());
    QCOMPARE(cell(model, 0, LoadProgressModel::Remaining), QStringLiteral("–"));
    QCOMPARE(model.total().size, -1);
    QVERIFY(model.total().secondsLeft < 0);
}

void TestLoadModels::progressAfterwards()
{
    LoadProgressModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin(plan());
    LoadResult result;
    FileResult users;
    users.state = FileState::Finished;
    users.counts = {2000, 0, 0, 0};
    users.bytes = 4000;
    users.size = 4000;
    users.elapsedNs = 500'000'000;
    FileResult orders;
    orders.state = FileState::Failed;
    orders.error = QStringLiteral("The disk is full.");
    result.files = {users, orders};
    result.elapsedNs = 1'000'000'000;
    model.finish(result);
    QCOMPARE(cell(model, 0, LoadProgressModel::RowsPerSecond), QStringLiteral("4,000"));
    QCOMPARE(cell(model, 0, LoadProgressModel::Remaining), QString());
    QCOMPARE(model.index(0, 0).data(LoadProgressModel::PercentRole).toInt(), 100);
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(orders.error));
    QCOMPARE(model.total().rowsPerSecond, 2000.0);
}

void TestLoadModels::reasonsAreBounded()
{
    ReasonsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin({QStringLiteral("/a/users.csv")});
    const QList<RejectReason> many(ReasonsModel::Capacity - 1, reason(0, 1, "email", "email"));
    model.append(many);
    QVERIFY(model.rowCount() < ReasonsModel::Capacity);
    model.append({reason(0, 2, "email", "email"), reason(0, 3, "email", "email")});
    QCOMPARE(model.rowCount(), ReasonsModel::Capacity);
    QCOMPARE(model.reason(ReasonsModel::Capacity - 1).line, 2); // the first are kept
    model.begin({});
    QCOMPARE(model.rowCount(), 0);
}

void TestLoadModels::reasonsAreFiltered()
{
    ReasonsModel model;
    ReasonsFilterModel filter;
    filter.setSourceModel(&model);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.begin({QStringLiteral("/a/users.csv"), QStringLiteral("/a/orders.csv")});
    model.append({reason(0, 2, "email", "email"), reason(0, 3, "required", "name"),
                  reason(1, 3, "required", "user_id"), reason(1, 7, "positive", "quantity")});
    QCOMPARE(filter.rowCount(), 4);
    QVERIFY(filter.index(0, ReasonsModel::Value)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(QStringLiteral("&lt;b&gt;")));
    filter.setFile(1);
    QCOMPARE(filter.rowCount(), 2);
    filter.setGroup(QStringLiteral("required"), QStringLiteral("user_id"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(cell(filter, 0, ReasonsModel::Line), QStringLiteral("3"));
    filter.setFile(-1);
    filter.setGroup({}, {});
    filter.setText(QStringLiteral("LINE 3"));
    QCOMPARE(filter.rowCount(), 2);
    model.append({reason(1, 30, "positive", "quantity"), reason(1, 4, "positive", "quantity")});
    QCOMPARE(filter.rowCount(), 3);
}

void TestLoadModels::reasonsSortByNumber()
{
    ReasonsModel model;
    ReasonsFilterModel filter;
    filter.setSourceModel(&model);
    model.append({reason(0, 10, "email", "email"), reason(0, 9, "email", "email")});
    filter.sort(ReasonsModel::Line);
    QCOMPARE(cell(filter, 0, ReasonsModel::Line), QStringLiteral("9"));
}

void TestLoadModels::groups()
{
    LoadGroupsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    LoadResult result;
    FileResult users;
    users.path = QStringLiteral("/a/users.csv");
    users.groups = {{RejectStage::Validate,
                     QStringLiteral("email"),
                     QStringLiteral("email"),
                     12345,
                     {reason(0, 7, "email", "email"), reason(0, 9, "email", "email")}}};
    FileResult orders;
    orders.path = QStringLiteral("/a/orders.csv");
    orders.groups = {{RejectStage::Parse, QStringLiteral("stray-quote"), {}, 1, {}}};
    result.files = {users, orders};
    model.show(result);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(cell(model, 0, LoadGroupsModel::Count), QStringLiteral("12,345"));
    QCOMPARE(cell(model, 0, LoadGroupsModel::Example), QStringLiteral("Line 7: email of line 7"));
    QCOMPARE(model.index(0, 0).data(Qt::ToolTipRole).toString().count(QStringLiteral("<br>")), 1);
    QCOMPARE(cell(model, 1, LoadGroupsModel::Stage), QStringLiteral("Reading"));
    QCOMPARE(cell(model, 1, LoadGroupsModel::Example), QString());
    QCOMPARE(model.file(1), 1);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestLoadModels::history()
{
    LoadHistoryModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    RecordedLoad first;
    first.database = QStringLiteral("users");
    first.load.id = QByteArray("one");
    first.load.file = QStringLiteral("/a/users.csv");
    first.load.entity = QStringLiteral("users");
    first.load.counts = {990, 20, 3, 0, 10};
    first.load.started = QDateTime::currentDateTimeUtc();
    RecordedLoad second = first;
    second.load.id = QByteArray("two");
    second.load.file = QStringLiteral("-");
    second.load.state = LoadState::Finished;
    model.setLoads({first, second});
    QCOMPARE(cell(model, 0, LoadHistoryModel::State), QStringLiteral("Unfinished"));
    QCOMPARE(cell(model, 0, LoadHistoryModel::Written), QStringLiteral("1,000"));
    QCOMPARE(cell(model, 1, LoadHistoryModel::File), QStringLiteral("standard input"));
    QCOMPARE(model.rowOf(QByteArray("two")), 1);
    QCOMPARE(model.rowOf(QByteArray("three")), -1);
}

QTEST_GUILESS_MAIN(TestLoadModels)
#include "tst_loadmodels.moc"
