// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "support/rulemaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

Q_DECLARE_METATYPE(Weir::Field)

class TestRuleSet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void checks_data();
    void checks();
    void emails_data();
    void emails();
    void typesThatAreNotReadYet();
    void notNumbers_data();
    void notNumbers();
    void largeCells();

private:
    static void typeRows();
    static void textRows();
    static void comparisonRows();
};

void TestRuleSet::checks_data()
{
    QTest::addColumn<Field>("subject");
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<QStringList>("messages");
    textRows();
    typeRows();
    comparisonRows();
}

static void addCheck(const char *name, const Field &subject, const QByteArray &cell,
                     const char *message = nullptr)
{
    QTest::newRow(name) << subject << cell
                        << (message ? QStringList{QString::fromUtf8(message)} : QStringList());
}

void TestRuleSet::textRows()
{
    using Kind = Rule::Kind;
    const Field required = field(FieldType::Text, {rule(Kind::Required)});
    const char *missing = "Value is required and cannot be empty";
    addCheck("required: given", required, "a");
    addCheck("required: empty", required, "", missing);
    addCheck("required: space", required, " ", missing);
    addCheck("required: tabs and line ends", required, "\t\r\n ", missing);
    addCheck("required: no-break and ideographic space", required, "\u00a0\u3000\u2003\u0085", missing);
    addCheck("required: text between spaces", required, "\u3000a\u3000");
    addCheck("required: zero", required, "0");
    addCheck("required: astral", required, "🙂");
    const char *notUtf8 = "Value must be valid UTF-8 text";
    addCheck("NUL", required, QByteArray("a\0b", 3), "Value must not contain a NUL character");
    addCheck("NUL in an optional field", field(FieldType::Text, {}), QByteArray("\0", 1),
             "Value must not contain a NUL character");
    addCheck("UTF-8: stray byte", required, "\xff", notUtf8);
    addCheck("UTF-8: cut short", required, "a\xe5\x90", notUtf8);
    addCheck("UTF-8: overlong", required, "\xc0\xaf", notUtf8);
    addCheck("UTF-8: surrogate", required, "\xed\xa0\x80", notUtf8);
    addCheck("UTF-8: beyond Unicode", required, "\xf4\x90\x80\x80", notUtf8);
    addCheck("UTF-8: largest", required, "\xf4\x8f\xbf\xbd");

    const Field pattern = field(FieldType::Text, {patternRule(QStringLiteral("[A-Z]{2}\\d+|x"))});
    const char *mismatch = "Value must match the pattern [A-Z]{2}\\d+|x";
    addCheck("pattern: matches", pattern, "AB12");
    addCheck("pattern: empty passes", pattern, "");
    addCheck("pattern: blank does not", pattern, " ", mismatch);
    addCheck("pattern: part of the value", pattern, "AB12c", mismatch);
    addCheck("pattern: alternative, whole value", pattern, "xy", mismatch);
    addCheck("pattern: newline after", pattern, "x\n", mismatch);
    addCheck("pattern: characters, not bytes", field(FieldType::Text, {patternRule(QStringLiteral("."))}),
             "名");

    addCheck("length: least", field(FieldType::Text, {lengthRule(3, -1)}), "ab",
             "Value length must be at least 3");
    addCheck("length: most", field(FieldType::Text, {lengthRule(0, 2)}), "abc",
             "Value length must be at most 2");
    addCheck("length: between", field(FieldType::Text, {lengthRule(2, 3)}), "a",
             "Value length must be between 2 and 3");
    addCheck("length: exactly", field(FieldType::Text, {lengthRule(2, 2)}), "a",
             "Value length must be exactly 2");
    addCheck("length: code points", field(FieldType::Text, {lengthRule(2, 2)}), "名🙂");
    addCheck("length: empty passes", field(FieldType::Text, {lengthRule(2, 3)}), "");

    const Field oneOf = field(FieldType::Text, {oneOfRule({QStringLiteral("red"), QStringLiteral("blue")})});
    addCheck("one of: first", oneOf, "red");
    addCheck("one of: last", oneOf, "blue");
    addCheck("one of: case", oneOf, "Red", "Value must be one of: red, blue");
    addCheck("one of: beginning", oneOf, "re", "Value must be one of: red, blue");
    addCheck("one of: empty passes", oneOf, "");
}

void TestRuleSet::typeRows()
{
    using Kind = Rule::Kind;
    const char *whole = "Value must be a whole number";
    const char *number = "Value must be a number";
    const char *positive = "Value must be a positive integer";
    const char *missing = "Value is required and cannot be empty";
    addCheck("integer field, no rule: integer", field(FieldType::Integer, {}), "-7");
    addCheck("integer field, no rule: empty", field(FieldType::Integer, {}), "");
    addCheck("integer field, no rule: blank", field(FieldType::Integer, {}), " ", whole);
    addCheck("integer field, no rule: fraction", field(FieldType::Integer, {}), "1.5", whole);
    addCheck("number field, no rule: number", field(FieldType::Number, {}), "1.5");
    addCheck("number field, no rule: word", field(FieldType::Number, {}), "many", number);
    addCheck("integer field and rule: one message", field(FieldType::Integer, {rule(Kind::Integer)}), "x",
             whole);
    addCheck("number field and rule: one message", field(FieldType::Number, {rule(Kind::Number)}), "x",
             number);
    addCheck("integer field, number rule: one message", field(FieldType::Integer, {rule(Kind::Number)}), "x",
             whole);
    addCheck("integer field, number rule: fraction", field(FieldType::Integer, {rule(Kind::Number)}), "1.5",
             whole);
    addCheck("text field, both rules: one message",
             field(FieldType::Text, {rule(Kind::Number), rule(Kind::Integer)}), "x", number);
    const Field required = field(FieldType::Integer, {rule(Kind::Required), rule(Kind::Integer)});
    addCheck("required integer: empty", required, "", missing);
    addCheck("required integer: blank says it once", required, " ", missing);
    const Field positiveInteger = field(FieldType::Integer, {rule(Kind::PositiveInteger)});
    addCheck("positive integer: good", positiveInteger, "1");
    addCheck("positive integer: zero", positiveInteger, "0", positive);
    addCheck("positive integer: negative", positiveInteger, "-3", positive);
    addCheck("positive integer: word", positiveInteger, "abc", positive);
    addCheck("positive integer: fraction", positiveInteger, "1.0", positive);
    addCheck("integer, positive integer: one message",
             field(FieldType::Integer, {rule(Kind::Integer), rule(Kind::PositiveInteger)}), "abc", whole);
}

void TestRuleSet::comparisonRows()
{
    using Kind = Rule::Kind;
    const char *number = "Value must be a number";
    const Field price = field(FieldType::Number, {rule(Kind::Number), rule(Kind::NotNegative)});
    addCheck("not negative: zero", price, "0");
    addCheck("not negative: minus zero", price, "-0.0");
    addCheck("not negative: broken", price, "-0.01", "Value cannot be negative");
    addCheck("not negative: word says number once", price, "cheap", number);
    const Field positive = field(FieldType::Number, {rule(Kind::Positive)});
    addCheck("positive: small", positive, "1e-300");
    addCheck("positive: zero", positive, "0", "Value must be greater than 0");
    addCheck("positive: word", positive, "abc", number);
    addCheck("positive: integer field", field(FieldType::Integer, {rule(Kind::Positive)}), "abc",
             "Value must be a whole number");
    addCheck("text field: comparisons say it once",
             field(FieldType::Text, {rule(Kind::Positive), boundRule(Kind::Maximum, 9)}), "abc", number);
    addCheck("comparison before the type's rule",
             field(FieldType::Text, {rule(Kind::Positive), rule(Kind::Integer)}), "abc",
             "Value must be a whole number");
    const Field range =
        field(FieldType::Number, {boundRule(Kind::Minimum, 18), boundRule(Kind::Maximum, 99.5)});
    addCheck("minimum: equal", range, "18");
    addCheck("minimum: less", range, "17.999", "Value must be at least 18");
    addCheck("maximum: equal", range, "99.5");
    addCheck("maximum: more", range, "1e3", "Value must be at most 99.5");
    addCheck("range: empty passes", range, "");
}

void TestRuleSet::checks()
{
    QFETCH(Field, subject);
    QFETCH(QByteArray, cell);
    QTEST(messagesOf(subject, cell), "messages");
}

void TestRuleSet::emails_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("valid");
    for (const char *good :
         {"alice@example.com", "a@b.co", "A.b_c%d+e-f@x-y.z.museum", "1@2.aa", ".@..aa", "a@-.zz"})
        QTest::newRow(good) << QByteArray(good) << true;
    for (const char *bad : {"a",
                            "@",
                            "a@",
                            "@b.co",
                            "a@b",
                            "a@b.c",
                            "a@.co",
                            "a@b.c1",
                            "a@b.co.",
                            "a@b..",
                            "a b@c.de",
                            "a@b c.de",
                            "a@b@c.de",
                            "a@b.co ",
                            " a@b.co",
                            "a@b.co\n",
                            "ä@b.co",
                            "a@ä.co",
                            "a@b.cö",
                            "a,b@c.de",
                            "a@b_c.de",
                            "a@b.co\r\nBcc: x@y.zz",
                            "\"a b\"@c.de",
                            "a@[1.2.3.4]",
                            "名@例え.jp"})
        QTest::newRow(bad) << QByteArray(bad) << false;
    QTest::newRow("a million characters") << QByteArray(1 << 20, 'a') << false;
    QTest::newRow("a million characters, valid") << QByteArray(1 << 20, 'a') + "@b.co" << true;
    QTest::newRow("a million dots") << "a@" + QByteArray(1 << 20, '.') << false;
}

void TestRuleSet::emails()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, valid);
    const QStringList expected =
        valid ? QStringList() : QStringList{QStringLiteral("Value must be a valid email address")};
    QCOMPARE(messagesOf(field(FieldType::Text, {rule(Rule::Kind::Email)}), cell), expected);
    // The original's own expression must agree.
    const Rule original = patternRule(QStringLiteral("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$"));
    QCOMPARE(messagesOf(field(FieldType::Text, {original}), cell).isEmpty(), valid);
}

/// Their cells are never taken for text, whatever the rules.
void TestRuleSet::typesThatAreNotReadYet()
{
    using Kind = Rule::Kind;
    for (const char *name : {"decimal", "boolean", "date", "time", "datetime", "uuid", "json", "binary"}) {
        FieldType type = FieldType::Text;
        QVERIFY(fieldTypeFromName(QString::fromLatin1(name), &type));
        const QStringList refused{
            QStringLiteral("Value has the type %1, whose values this Weir cannot read yet")
                .arg(QString::fromLatin1(name))};
        for (const char *cell : {"1", "true", "2024-02-29", "{}", " "})
            QCOMPARE(messagesOf(field(type, {}), cell), refused);
        QCOMPARE(messagesOf(field(type, {rule(Kind::Number), rule(Kind::Positive)}), "-1"), refused);
        QCOMPARE(messagesOf(field(type, {rule(Kind::Number), rule(Kind::Positive)}), "x"), refused);
        QCOMPARE(messagesOf(field(type, {}), ""), QStringList());
        QCOMPARE(messagesOf(field(type, {rule(Kind::Required)}), ""),
                 QStringList{QStringLiteral("Value is required and cannot be empty")});
    }
}

void TestRuleSet::notNumbers_data()
{
    QTest::addColumn<QByteArray>("cell");
    for (const char *text :
         {"12abc", "1e999", "٣", "abc", "1,5", "+1", "0x10", "NaN", "inf", "--1", "1 2", "½", "Ⅷ"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("space") << QByteArray(" ");
    QTest::newRow("space before") << QByteArray(" 1");
    QTest::newRow("newline after") << QByteArray("1\n");
    QTest::newRow("a million letters") << QByteArray(1 << 20, 'x');
    QTest::newRow("a million digits") << QByteArray(1 << 20, '9');
}

void TestRuleSet::notNumbers()
{
    using Kind = Rule::Kind;
    QFETCH(QByteArray, cell);
    const QStringList notNumber{QStringLiteral("Value must be a number")};
    const QStringList notInteger{QStringLiteral("Value must be a whole number")};
    const QList<Rule> comparisons{rule(Kind::Positive), rule(Kind::NotNegative), boundRule(Kind::Minimum, 0),
                                  boundRule(Kind::Maximum, 1)};
    QCOMPARE(messagesOf(field(FieldType::Number, {}), cell), notNumber);
    QCOMPARE(messagesOf(field(FieldType::Integer, {}), cell), notInteger);
    QCOMPARE(messagesOf(field(FieldType::Text, {rule(Kind::Number)}), cell), notNumber);
    QCOMPARE(messagesOf(field(FieldType::Text, {rule(Kind::Integer)}), cell), notInteger);
    QCOMPARE(messagesOf(field(FieldType::Text, comparisons), cell), notNumber);
    QCOMPARE(messagesOf(field(FieldType::Number, comparisons), cell), notNumber);
    QCOMPARE(messagesOf(field(FieldType::Integer, comparisons), cell), notInteger);
}

void TestRuleSet::largeCells()
{
    using Kind = Rule::Kind;
    const QByteArray large = QByteArray("名").repeated(1 << 20);
    QVERIFY(messagesOf(field(FieldType::Text, {rule(Kind::Required), lengthRule(1 << 20, 1 << 20)}), large)
                .isEmpty());
    QCOMPARE(
        messagesOf(field(FieldType::Text, {rule(Kind::Required)}), QByteArray("\u3000").repeated(1 << 20))
            .size(),
        1);
    QCOMPARE(messagesOf(field(FieldType::Text, {}), large.chopped(1)).size(), 1);
}

QTEST_GUILESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
