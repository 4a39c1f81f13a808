// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>
#include <numeric>
#include <random>

using namespace Weir;

using Keys = std::vector<qint64>;
Q_DECLARE_METATYPE(Keys)

class TestLedgerKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void keysComeBackInOrder_data();
    void keysComeBackInOrder();
    void aRunIsSmall();
    void randomKeysComeBack();
    void damageIsNoticed_data();
    void damageIsNoticed();
};

void TestLedgerKeys::keysComeBackInOrder_data()
{
    constexpr qint64 Least = std::numeric_limits<qint64>::min();
    constexpr qint64 Greatest = std::numeric_limits<qint64>::max();
    QTest::addColumn<Keys>("keys");
    QTest::newRow("none") << Keys{};
    QTest::newRow("one") << Keys{1};
    QTest::newRow("run") << Keys{5, 6, 7};
    QTest::newRow("gap") << Keys{1, 2, 4, 5, 9};
    QTest::newRow("backwards") << Keys{3, 2, 1, 0, -1};
    QTest::newRow("extremes") << Keys{Greatest, Least, 0, Least, Greatest};
    QTest::newRow("twice the same") << Keys{7, 7, 8, 8};
}

void TestLedgerKeys::keysComeBackInOrder()
{
    QFETCH(Keys, keys);
    const std::optional<Keys> decoded = decodeKeys(encodeKeys(keys));
    QVERIFY(decoded);
    QCOMPARE(*decoded, keys);
}

void TestLedgerKeys::aRunIsSmall()
{
    Keys keys(65536);
    std::iota(keys.begin(), keys.end(), 1'000'000);
    QVERIFY(encodeKeys(keys).size() <= 8);
    keys.erase(keys.begin() + 100);
    QVERIFY(encodeKeys(keys).size() <= 12);
}

void TestLedgerKeys::randomKeysComeBack()
{
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        Keys keys(random() % 300);
        qint64 key = static_cast<qint64>(random());
        for (qint64 &next : keys) {
            const auto kind = random() % 10;
            key = kind == 0 ? static_cast<qint64>(random())
                            : static_cast<qint64>(static_cast<quint64>(key) + (kind == 1 ? 3U : 1U));
            next = key;
        }
        const std::optional<Keys> decoded = decodeKeys(encodeKeys(keys));
        QVERIFY(decoded);
        QCOMPARE(*decoded, keys);
    }
}

void TestLedgerKeys::damageIsNoticed_data()
{
    QTest::addColumn<QByteArray>("encoded");
    QTest::newRow("half a run") << QByteArray::fromHex("00");
    QTest::newRow("number without end") << QByteArray::fromHex("0080");
    QTest::newRow("number too long") << QByteArray::fromHex("ffffffffffffffffffffff0000");
    QTest::newRow("run too long") << QByteArray::fromHex("00ffffffffffffffffff01");
    QTest::newRow("runs too long together") << QByteArray::fromHex("00fffffe0700fffffe07");
}

void TestLedgerKeys::damageIsNoticed()
{
    QFETCH(QByteArray, encoded);
    QVERIFY(!decodeKeys(encoded));
}

QTEST_APPLESS_MAIN(TestLedgerKeys)
#include "tst_ledgerkeys.moc"
