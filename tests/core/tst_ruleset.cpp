// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projectfile.h"
#include "core/ruleset.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

using namespace Weir;

namespace {
// Counts this thread's allocations: accepts() must make none.
thread_local qint64 allocations = 0;

Rule rule(Rule::Kind kind)
{
    Rule rule;
    rule.kind = kind;
    return rule;
}

Rule patternRule(const QString &pattern)
{
    Rule rule;
    rule.kind = Rule::Kind::Pattern;
    rule.pattern = pattern;
    return rule;
}

Rule boundRule(Rule::Kind kind, double bound)
{
    Rule rule;
    rule.kind = kind;
    rule.bound = bound;
    return rule;
}

Rule lengthRule(int least, int most)
{
    Rule rule;
    rule.kind = Rule::Kind::Length;
    rule.minLength = least;
    rule.maxLength = most;
    return rule;
}

Rule oneOfRule(const QStringList &values)
{
    Rule rule;
    rule.kind = Rule::Kind::OneOf;
    rule.values = values;
    return rule;
}

Field field(FieldType type, const QList<Rule> &rules)
{
    Field field;
    field.name = QStringLiteral("value");
    field.label = QStringLiteral("Value");
    field.type = type;
    field.rules = rules;
    return field;
}

RowBatch batchOf(const QByteArray &cell)
{
    RowBatch batch(1);
    batch.beginRow(1);
    batch.appendCell({cell.constData(), static_cast<std::size_t>(cell.size())});
    return batch;
}

QStringList messagesOf(const Field &field, const QByteArray &cell)
{
    Entity entity;
    entity.fields = {field};
    const RuleSet rules(entity);
    const RowBatch batch = batchOf(cell);
    QStringList messages;
    for (const Violation &violation : rules.check(batch.row(0)))
        messages += violation.message;
    // Both functions must give the same verdict, for everything that is tested here.
    if (rules.accepts(batch.row(0)) != messages.isEmpty())
        messages += QStringLiteral("accepts() and check() differ");
    return messages;
}
} // namespace

void *operator new(std::size_t size)
{
    ++allocations;
    if (void *memory = std::malloc(size ? size : 1))
        return memory;
    throw std::bad_alloc();
}

void operator delete(void *memory) noexcept
{
    std::free(memory);
}

void operator delete(void *memory, std::size_t) noexcept
{
    std::free(memory);
}

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
    void notNumbers_data();
    void notNumbers();
    void sampleProject_data();
    void sampleProject();
    void reportsAllViolationsInOrder();
    void customMessages();
    void labelsAreNotPlaceholders();
    void keys_data();
    void keys();
    void patternErrors_data();
    void patternErrors();
    void catastrophicPatterns_data();
    void catastrophicPatterns();
    void largeCells();
    void largeCellsAndPatterns();
    void acceptsWithoutAllocation();
    void manyThreads();

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

/// Whatever rules need a number: it is no number, said once.
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

void TestRuleSet::sampleProject_data()
{
    QTest::addColumn<QString>("entityName");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("firstMessage");
    const auto row = [](const char *name, const char *entity, const QStringList &cells, const char *message) {
        QTest::newRow(name) << QString::fromLatin1(entity) << cells << QString::fromLatin1(message);
    };
    const auto s = [](const char *text) {
        return QString::fromUtf8(text);
    };
    row("user", "users", {QString(), s("Alice"), s("alice@example.com")}, "");
    row("no name", "users", {QString(), QString(), s("jane@example.com")},
        "Name is required and cannot be empty");
    row("no email", "users", {QString(), s("Jane"), s(" ")}, "Email is required and cannot be empty");
    row("bad email", "users", {QString(), s("Jane"), s("jane@")}, "Email must be a valid email address");
    row("product", "products", {QString(), s("Mouse"), s("30")}, "");
    row("negative price", "products", {QString(), s("Earbuds"), s("-50")}, "Price cannot be negative");
    row("free", "products", {QString(), s("Earbuds"), s("0")}, "Price must be greater than 0");
    row("no price", "products", {QString(), s("Earbuds"), QString()},
        "Price is required and cannot be empty");
    row("word for a price", "products", {QString(), s("Earbuds"), s("ten")}, "Price must be a number");
    row("order", "orders", {QString(), s("1"), s("1"), s("2")}, "");
    row("nothing ordered", "orders", {QString(), s("8"), s("8"), s("0")}, "Quantity must be greater than 0");
    row("less than nothing", "orders", {QString(), s("9"), s("9"), s("-1")},
        "Quantity must be greater than 0");
    row("half a piece", "orders", {QString(), s("9"), s("9"), s("0.5")}, "Quantity must be a whole number");
    row("user 0", "orders", {QString(), s("0"), s("1"), s("1")}, "User ID must be a positive integer");
    row("word for a product", "orders", {QString(), s("1"), s("x"), s("1")},
        "Product ID must be a positive integer");
}

void TestRuleSet::sampleProject()
{
    QFETCH(QString, entityName);
    QFETCH(QStringList, cells);
    QFETCH(QString, firstMessage);
    const Project project = ProjectFile::sample();
    const Entity &entity = project.entities[project.entityIndex(entityName)];
    const RuleSet rules(entity);
    RowBatch batch(static_cast<int>(entity.fields.size()));
    batch.appendRow(1, cells);
    const QList<Violation> violations = rules.check(batch.row(0));
    QCOMPARE(rules.accepts(batch.row(0)), firstMessage.isEmpty());
    QCOMPARE(violations.isEmpty() ? QString() : violations.first().message, firstMessage);
}

void TestRuleSet::reportsAllViolationsInOrder()
{
    const Project project = ProjectFile::sample();
    const RuleSet rules(project.entities[1]);
    RowBatch batch(3);
    batch.appendRow(1, {QStringLiteral("one"), QString(), QStringLiteral("-1")});
    const QList<Violation> expected{
        {0, Rule::Kind::WellFormed, QStringLiteral("ID must be a whole number")},
        {1, Rule::Kind::Required, QStringLiteral("Name is required and cannot be empty")},
        {2, Rule::Kind::NotNegative, QStringLiteral("Price cannot be negative")},
        {2, Rule::Kind::Positive, QStringLiteral("Price must be greater than 0")},
    };
    QCOMPARE(rules.check(batch.row(0)), expected);
}

void TestRuleSet::customMessages()
{
    Rule required = rule(Rule::Kind::Required);
    required.message = QStringLiteral("Say who you are");
    Rule integer = rule(Rule::Kind::Integer);
    integer.message = QStringLiteral("Whole pieces only");
    const Field subject = field(FieldType::Integer, {required, integer});
    QCOMPARE(messagesOf(subject, ""), QStringList{required.message});
    QCOMPARE(messagesOf(subject, "1.5"), QStringList{integer.message});
}

void TestRuleSet::labelsAreNotPlaceholders()
{
    Field subject = field(FieldType::Text, {oneOfRule({QStringLiteral("%1"), QStringLiteral("%2")})});
    subject.label = QStringLiteral("100 %2");
    QCOMPARE(messagesOf(subject, "x"), QStringList{QStringLiteral("100 %2 must be one of: %1, %2")});
    subject.label.clear();
    QCOMPARE(messagesOf(subject, "x"), QStringList{QStringLiteral("value must be one of: %1, %2")});
}

void TestRuleSet::keys_data()
{
    QTest::addColumn<QByteArray>("cell");
    QTest::addColumn<bool>("valid");
    QTest::newRow("blank") << QByteArray() << true;
    QTest::newRow("integer") << QByteArray("42") << true;
    QTest::newRow("negative") << QByteArray("-1") << true;
    QTest::newRow("white space") << QByteArray(" ") << false;
    QTest::newRow("word") << QByteArray("x") << false;
    QTest::newRow("out of range") << QByteArray("9223372036854775808") << false;
}

void TestRuleSet::keys()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, valid);
    Field key = field(FieldType::Integer, {rule(Rule::Kind::Required)});
    key.key = true;
    const QStringList broken{QStringLiteral("Value must be a whole number")};
    QCOMPARE(messagesOf(key, cell), valid ? QStringList() : broken);
}

void TestRuleSet::patternErrors_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *pattern, const char *part) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(part);
    };
    row("", "");
    row("[a-z]+", "");
    row("\\p{Han}{1,20}", "");
    row("(", "closing parenthesis");
    row("a)", "too many");
    row("[a", "closing bracket");
    row("[z-a]", "not a range");
    row("a**", "repeats a repetition");
    row("*a", "nothing to repeat");
    row("a{2000}", "1000 times");
    row("a\\", "backslash");
    row("\\y", "not a known escape");
    row("(?=a)", "could take forever");
    row("(a)\\1", "not a known escape");
    row("((a{1,100}){1,100}){1,100}", "1000 times");
    row("((\\pL{30}){30}\\d{90}){1}", "too large");
}

void TestRuleSet::patternErrors()
{
    QFETCH(QString, pattern);
    QFETCH(QString, part);
    const QString error = RuleSet::patternError(pattern);
    QCOMPARE(error.isEmpty(), part.isEmpty());
    QVERIFY2(error.contains(part), qPrintable(error));
    QVERIFY2(!error.contains(QStringLiteral("%1")), qPrintable(error));
}

void TestRuleSet::catastrophicPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"(a+)+b", "(a|a)*b", "(.*.*.*.*.*)*x", "(a?){60}a{60}b", "(\\w*)*\\d",
                                ".*a.{60}b", "([ab]*a[ab]{12})*c"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

/// A backtracking engine would outlive the test's time limit by far.
void TestRuleSet::catastrophicPatterns()
{
    QFETCH(QString, pattern);
    QVERIFY(RuleSet::patternError(pattern).isEmpty());
    const Field subject = field(FieldType::Text, {patternRule(pattern)});
    const QByteArray text = QByteArray("ab").repeated(1 << 14) + QByteArray(1 << 15, 'a');
    QCOMPARE(messagesOf(subject, text),
             QStringList{QStringLiteral("Value must match the pattern ") + pattern});
}

/// A text so long that a large pattern could take minutes is refused, not matched.
void TestRuleSet::largeCellsAndPatterns()
{
    const QByteArray large = QByteArray("ab").repeated(1 << 19);
    const QString huge = QStringLiteral(".*[ab].{1000}.*[ab].{900}z");
    QCOMPARE(messagesOf(field(FieldType::Text, {patternRule(huge)}), large),
             QStringList{QStringLiteral("Value is too long to be matched with the pattern ") + huge});
    QVERIFY(messagesOf(field(FieldType::Text, {patternRule(QStringLiteral("[a-b]+"))}), large).isEmpty());
    const Field names = field(FieldType::Text, {patternRule(QStringLiteral("[\\pL .'-]{1,100}"))});
    QVERIFY(messagesOf(names, "Zoë O'Neill-名").isEmpty());
    QVERIFY(messagesOf(names, QByteArray(100, 'x')).isEmpty());
    QCOMPARE(messagesOf(names, QByteArray(101, 'x')).size(), 1);
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

void TestRuleSet::acceptsWithoutAllocation()
{
    const Project project = ProjectFile::sample();
    for (const Entity &entity : project.entities) {
        const RuleSet rules(entity);
        RowBatch batch(static_cast<int>(entity.fields.size()));
        for (const TestRow &row : project.rowsOf(entity.name))
            batch.appendRow(1, row);
        const qint64 before = allocations;
        int accepted = 0;
        for (int row = 0; row < batch.rowCount(); ++row)
            accepted += rules.accepts(batch.row(row)) ? 1 : 0;
        QCOMPARE(allocations, before);
        QVERIFY(accepted > 0 && accepted < batch.rowCount());
    }
}

void TestRuleSet::manyThreads()
{
    Entity entity;
    entity.fields = {field(FieldType::Text, {patternRule(QStringLiteral("[a-c]+(x|y)*")), lengthRule(1, 5)})};
    const RuleSet rules(entity);
    RowBatch batch(1);
    for (int i = 0; i < 200; ++i)
        batch.appendRow(i, {QStringLiteral("abcxyz").left(i % 7)});
    std::atomic<int> accepted{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            for (int row = 0; row < batch.rowCount(); ++row)
                accepted += rules.accepts(batch.row(row)) && rules.check(batch.row(row)).isEmpty() ? 1 : 0;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    // Lengths 0 to 5 of "abcxyz" are valid; of each seven rows one is not.
    QCOMPARE(accepted.load(), 8 * (200 - 28));
}

QTEST_GUILESS_MAIN(TestRuleSet)
#include "tst_ruleset.moc"
