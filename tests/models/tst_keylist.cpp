// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/keylist.h"

#include <QList>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Weir;

class TestKeyList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void holdsWhatWasAppended_data();
    void holdsWhatWasAppended();
};

void TestKeyList::holdsWhatWasAppended_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("step");

    QTest::newRow("none") << 0 << qint64(1) << qint64(1);
    QTest::newRow("one") << 1 << qint64(-1) << qint64(1);
    QTest::newRow("a chunk") << 65'536 << qint64(1) << qint64(1);
    QTest::newRow("a chunk and one") << 65'537 << qint64(1) << qint64(-1);
    QTest::newRow("four bytes just enough") << 200'000 << qint64(-5) << qint64(65'537);
    QTest::newRow("four bytes too few") << 200'000 << qint64(-5) << qint64(65'538);
    QTest::newRow("all keys") << 200'000 << std::numeric_limits<qint64>::min() << qint64(45'000'000'000'000);
}

void TestKeyList::holdsWhatWasAppended()
{
    QFETCH(int, count);
    QFETCH(qint64, first);
    QFETCH(qint64, step);
    std::vector<qint64> keys;
    for (int i = 0; i < count; ++i)
        keys.push_back(first + i * step);
    KeyList list;
    QRandomGenerator random(7);
    std::span<const qint64> rest(keys);
    while (!rest.empty()) {
        const auto portion = std::min<std::size_t>(rest.size(), random.bounded(1U, 50'000U));
        list.append(rest.first(portion));
        rest = rest.subspan(portion);
    }
    QCOMPARE(list.size(), static_cast<qint64>(keys.size()));
    QVERIFY(list.mid(0, count) == keys);
    QVERIFY(list.mid(count, 10).empty());
    if (count > 0)
        QCOMPARE(list.mid(count - 1, 10), std::vector<qint64>{keys.back()});
}

QTEST_GUILESS_MAIN(TestKeyList)
#include "tst_keylist.moc"
