// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/numbertext.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

using namespace Weir;

class TestNumberText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void integers_data();
    void integers();
    void numbers_data();
    void numbers();
    void texts_data();
    void texts();
    void readsBack();
    void shortDecimalsAreTheNearestDoubles();

private:
    static std::string text(const QByteArray &bytes) { return bytes.toStdString(); }
};

void TestNumberText::integers_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<qint64>("value");
    const auto good = [](const char *cell, qint64 value) {
        QTest::newRow(cell) << QByteArray(cell) << true << value;
    };
    const auto bad = [](const char *name, const QByteArray &cell) {
        QTest::newRow(name) << cell << false << qint64(0);
    };
    good("0", 0);
    good("-0", 0);
    good("007", 7);
    good("-1", -1);
    good("9223372036854775807", std::numeric_limits<qint64>::max());
    good("-9223372036854775808", std::numeric_limits<qint64>::min());
    bad("too large", "9223372036854775808");
    bad("too small", "-9223372036854775809");
    bad("empty", "");
    bad("space", " ");
    bad("leading space", " 1");
    bad("trailing space", "1 ");
    bad("plus", "+1");
    bad("minus", "-");
    bad("two signs", "--1");
    bad("letters after", "12abc");
    bad("fraction", "1.0");
    bad("exponent", "1e3");
    bad("hexadecimal", "0x10");
    bad("separators", "1,000");
    bad("Arabic digit", "٣");
    bad("full-width digit", "１");
    bad("NUL after", QByteArray("1\0", 2));
    bad("newline after", "1\n");
    bad("a million digits", QByteArray(1 << 20, '9'));
}

void TestNumberText::integers()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, valid);
    QFETCH(qint64, value);
    const auto parsed = parseInteger(text(cell));
    QCOMPARE(parsed.has_value(), valid);
    QCOMPARE(parsed.value_or(0), value);
}

void TestNumberText::numbers_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<double>("value");
    const auto good = [](const char *cell, double value) {
        QTest::newRow(cell) << QByteArray(cell) << true << value;
    };
    const auto bad = [](const char *name, const QByteArray &cell) {
        QTest::newRow(name) << cell << false << 0.0;
    };
    good("0", 0);
    good("1000", 1000);
    good("-50", -50);
    good("0.1", 0.1);
    good("1e3", 1000);
    good("1E+3", 1000);
    good("25e-1", 2.5);
    good("1.7976931348623157e308", std::numeric_limits<double>::max());
    good("5e-324", std::numeric_limits<double>::denorm_min());
    bad("overflow", "1e999");
    bad("negative overflow", "-1e999");
    bad("huge exponent", "1e99999999999999999999");
    bad("a million digits", QByteArray(1 << 20, '9'));
    bad("empty", "");
    bad("space", " ");
    bad("space around", " 1 ");
    bad("plus", "+1");
    bad("minus", "-");
    bad("point", ".");
    bad("no whole part", ".5");
    bad("no fraction", "5.");
    bad("two points", "1.2.3");
    bad("decimal comma", "1,5");
    bad("no exponent", "1e");
    bad("no exponent digits", "1e+");
    bad("fractional exponent", "1e1.5");
    bad("letters after", "12abc");
    bad("infinity", "inf");
    bad("Infinity", "-Infinity");
    bad("not a number", "nan");
    bad("hexadecimal", "0x1p3");
    bad("currency", "$5");
    bad("Arabic digit", "٣");
    bad("NUL after", QByteArray("1.5\0", 4));
}

void TestNumberText::numbers()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, valid);
    QFETCH(double, value);
    const auto parsed = parseNumber(text(cell));
    QCOMPARE(parsed.has_value(), valid);
    QCOMPARE(parsed.value_or(0), value);
}

void TestNumberText::texts_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char *expected) {
        QTest::newRow(expected) << value << QString::fromLatin1(expected);
    };
    // What Python 3 prints for repr() of each.
    row(1000, "1000.0");
    row(0, "0.0");
    row(-0.0, "-0.0");
    row(0.1, "0.1");
    row(-50, "-50.0");
    row(19.99, "19.99");
    row(100000, "100000.0");
    row(123456789, "123456789.0");
    row(0.0001, "0.0001");
    row(0.00001, "1e-05");
    row(0.000123, "0.000123");
    row(9999999999999998, "9999999999999998.0");
    row(1e16, "1e+16");
    row(1e22, "1e+22");
    row(1.5e300, "1.5e+300");
    row(123456789012345680.0, "1.2345678901234568e+17");
    row(5e-324, "5e-324");
    row(std::numeric_limits<double>::infinity(), "inf");
    row(-std::numeric_limits<double>::infinity(), "-inf");
    row(std::numeric_limits<double>::quiet_NaN(), "nan");
}

void TestNumberText::texts()
{
    QFETCH(double, value);
    QTEST(QString::fromStdString(numberText(value)), "expected");
}

void TestNumberText::readsBack()
{
    QRandomGenerator64 random(7);
    for (int i = 0; i < 100000; ++i) {
        const auto value = std::bit_cast<double>(random.generate());
        if (!std::isfinite(value))
            continue;
        const auto read = parseNumber(numberText(value));
        QVERIFY(read.has_value());
        QCOMPARE(std::bit_cast<quint64>(*read), std::bit_cast<quint64>(value));
    }
}

void TestNumberText::shortDecimalsAreTheNearestDoubles()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 100000; ++i) {
        std::string cell;
        for (int length = 1 + random.bounded(17), at = 0; at < length; ++at)
            cell += static_cast<char>('0' + random.bounded(10));
        if (random.bounded(4) != 0 && cell.size() > 1)
            cell.insert(1 + static_cast<std::size_t>(random.bounded(static_cast<int>(cell.size()) - 1)), ".");
        if (random.bounded(8) == 0)
            cell.insert(0, "-");
        const auto read = parseNumber(cell);
        QVERIFY2(read.has_value(), cell.c_str());
        QCOMPARE(std::bit_cast<quint64>(*read), std::bit_cast<quint64>(std::strtod(cell.c_str(), nullptr)));
    }
}

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
