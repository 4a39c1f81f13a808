// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "support/rulemaker.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

namespace {
// Counts this thread's allocations: accepts() must make none.
thread_local qint64 allocations = 0;
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

class TestRowVerdicts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sampleProject_data();
    void sampleProject();
    void reportsAllViolationsInOrder();
    void customMessages();
    void labelsAreNotPlaceholders();
    void keys_data();
    void keys();
    void acceptsWithoutAllocation();
    void manyThreads();
};

void TestRowVerdicts::sampleProject_data()
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

void TestRowVerdicts::sampleProject()
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

void TestRowVerdicts::reportsAllViolationsInOrder()
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

void TestRowVerdicts::customMessages()
{
    Rule required = rule(Rule::Kind::Required);
    required.message = QStringLiteral("Say who you are");
    Rule integer = rule(Rule::Kind::Integer);
    integer.message = QStringLiteral("Whole pieces only");
    const Field subject = field(FieldType::Integer, {required, integer});
    QCOMPARE(messagesOf(subject, ""), QStringList{required.message});
    QCOMPARE(messagesOf(subject, "1.5"), QStringList{integer.message});
}

void TestRowVerdicts::labelsAreNotPlaceholders()
{
    Field subject = field(FieldType::Text, {oneOfRule({QStringLiteral("%1"), QStringLiteral("%2")})});
    subject.label = QStringLiteral("100 %2");
    QCOMPARE(messagesOf(subject, "x"), QStringList{QStringLiteral("100 %2 must be one of: %1, %2")});
    subject.label.clear();
    QCOMPARE(messagesOf(subject, "x"), QStringList{QStringLiteral("value must be one of: %1, %2")});
}

void TestRowVerdicts::keys_data()
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

void TestRowVerdicts::keys()
{
    QFETCH(QByteArray, cell);
    QFETCH(bool, valid);
    Field key = field(FieldType::Integer, {rule(Rule::Kind::Required)});
    key.key = true;
    const QStringList broken{QStringLiteral("Value must be a whole number")};
    QCOMPARE(messagesOf(key, cell), valid ? QStringList() : broken);
}

void TestRowVerdicts::acceptsWithoutAllocation()
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

void TestRowVerdicts::manyThreads()
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

QTEST_GUILESS_MAIN(TestRowVerdicts)
#include "tst_rowverdicts.moc"
