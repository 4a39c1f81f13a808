// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/storedjson.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace Weir;
using nlohmann::json;

/// What is kept in a database may be damaged there: every answer is a value or its fallback.
class TestStoredJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"", " ", "{", "nothing", "[1,]", "{\"a\":1}}", "1e999", "\"\xff\"", "\"\\ud800\""})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("NUL") << QByteArray("1\0", 2);
        QTest::newRow("deep") << QByteArray(1 << 20, '[');
    }

    void noJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(StoredJson::read(text).is_null());
    }

    void writes()
    {
        const json value{{"b", json::array()}, {"a", {1, "x\n\x01/"}}};
        QCOMPARE(StoredJson::write(value), QByteArray("{\"a\":[1,\"x\\n\\u0001/\"],\"b\":[]}"));
        QCOMPARE(StoredJson::read(StoredJson::write(value)), value);
    }

    void members()
    {
        const json object{{"a", 1}, {"b", nullptr}};
        QCOMPARE(StoredJson::member(object, "a"), json(1));
        QVERIFY(StoredJson::member(object, "c").is_null());
        for (const json &other : {json(), json(1), json("a"), json::array({"a", 1})})
            QVERIFY(StoredJson::member(other, "a").is_null());
    }

    void integers()
    {
        constexpr qint64 Most = std::numeric_limits<qint64>::max();
        constexpr qint64 Least = std::numeric_limits<qint64>::min();
        for (const qint64 value : {qint64{0}, qint64{-1}, Most, Least})
            QCOMPARE(StoredJson::integer(StoredJson::read(QByteArray::number(value)), 7), value);
        for (const char *other : {"9223372036854775808", "18446744073709551615", "1e3", "1.5", "true", "null",
                                  "\"1\"", "[1]", "{}"})
            QCOMPARE(StoredJson::integer(StoredJson::read(other), 7), qint64{7});
    }

    void otherTypes()
    {
        QVERIFY(StoredJson::truth(json(true)));
        for (const json &other : {json(false), json(1), json("true"), json()})
            QVERIFY(!StoredJson::truth(other));
        QCOMPARE(StoredJson::text(json("名")), QStringLiteral("名"));
        QCOMPARE(StoredJson::text(json(1)), QString());
        QCOMPARE(StoredJson::list(json{1, 2}).size(), std::size_t{2});
        QCOMPARE(StoredJson::list(json{{"a", 1}}).size(), std::size_t{0});
        QCOMPARE(StoredJson::list(json()).size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestStoredJson)
#include "tst_storedjson.moc"
