// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rowkey.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Weir;

class TestRowKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noneNamesNothing();
    void numbers_data();
    void numbers();
    void values();
    void differ_data();
    void differ();
    void canBeHashed();
};

void TestRowKey::noneNamesNothing()
{
    QVERIFY(RowKey().isNone());
    QVERIFY(RowKey(QStringList()).isNone());
    QVERIFY(!RowKey().number());
    QVERIFY(RowKey().values().isEmpty());
    QCOMPARE(RowKey().text(), QString());
    QCOMPARE(RowKey(), RowKey(QStringList()));
}

void TestRowKey::numbers_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0");
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << QStringLiteral("-9223372036854775808");
    QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << QStringLiteral("9223372036854775807");
}

void TestRowKey::numbers()
{
    QFETCH(const qint64, number);
    QFETCH(const QString, text);
    const RowKey key(number);
    QVERIFY(!key.isNone());
    QCOMPARE(key.number().value(), number);
    QCOMPARE(key.values(), QStringList(text));
    QCOMPARE(key.text(), text);
    QCOMPARE(key, RowKey(number));
}

void TestRowKey::values()
{
    const RowKey key(QStringList{QStringLiteral("Köln"), QString(), QStringLiteral("7")});
    QVERIFY(!key.isNone());
    QVERIFY(!key.number());
    QCOMPARE(key.values().size(), 3);
    QCOMPARE(key.text(), QStringLiteral("Köln, , 7"));
    QCOMPARE(key, RowKey(key.values()));
}

void TestRowKey::differ_data()
{
    QTest::addColumn<QStringList>("a");
    QTest::addColumn<QStringList>("b");
    QTest::newRow("none and empty text") << QStringList() << QStringList{QString()};
    QTest::newRow("case") << QStringList{QStringLiteral("a")} << QStringList{QStringLiteral("A")};
    QTest::newRow("order") << QStringList{QStringLiteral("a"), QStringLiteral("b")}
                           << QStringList{QStringLiteral("b"), QStringLiteral("a")};
    QTest::newRow("where one value ends")
        << QStringList{QStringLiteral("a, b")} << QStringList{QStringLiteral("a"), QStringLiteral("b")};
}

void TestRowKey::differ()
{
    QFETCH(const QStringList, a);
    QFETCH(const QStringList, b);
    QVERIFY(!(RowKey(a) == RowKey(b)));
    QVERIFY(!(RowKey(0) == RowKey(QStringList{QStringLiteral("0")})));
    QVERIFY(!(RowKey(0) == RowKey()));
}

void TestRowKey::canBeHashed()
{
    QHash<RowKey, int> rows;
    for (int i = 0; i < 100; ++i) {
        rows.insert(RowKey(i), i);
        rows.insert(RowKey(QStringList{QString::number(i), QStringLiteral("x")}), -i);
    }
    QCOMPARE(rows.size(), 200);
    QCOMPARE(rows.value(RowKey(42)), 42);
    QCOMPARE(rows.value(RowKey(QStringList{QStringLiteral("42"), QStringLiteral("x")})), -42);
}

QTEST_GUILESS_MAIN(TestRowKey)
#include "tst_rowkey.moc"
