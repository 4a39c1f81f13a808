// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/rowgenerator.h"
#include "core/project/projectfile.h"
#include "core/rules/ruleset.h"

#include <QTest>

#include <set>

using namespace Weir;

Q_DECLARE_METATYPE(Weir::Entity)

class TestRowGenerator : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sampleEntities_data();
    void sampleEntities();
    void sameSeedSameRows();
    void keys();
    void everyRuleIsBroken();
    void fields_data();
    void fields();
    void nothingFits_data();
    void nothingFits();
    void nothingToBreak();

private:
    static Rule rule(Rule::Kind kind)
    {
        Rule made;
        made.kind = kind;
        return made;
    }
    static Entity entityWith(FieldType type, const QList<Rule> &rules)
    {
        Field field;
        field.name = QStringLiteral("f");
        field.label = QStringLiteral("F");
        field.type = type;
        field.rules = rules;
        Entity entity;
        entity.name = QStringLiteral("things");
        entity.fields = {field};
        return entity;
    }
    static RowBatch batchOf(RowGenerator &rows, int count)
    {
        RowBatch batch(static_cast<int>(rows.columns().size()));
        for (int row = 0; row < count; ++row) {
            batch.beginRow(row + 1);
            for (const std::string_view cell : rows.next())
                batch.appendCell(cell);
        }
        return batch;
    }
    static int validRows(const Entity &entity, const RowBatch &batch)
    {
        const RuleSet rules(entity);
        int valid = 0;
        for (int row = 0; row < batch.rowCount(); ++row)
            valid += rules.accepts(batch.row(row));
        return valid;
    }
    static RowGenerator::Settings settings(double percent, quint64 seed = 1) { return {seed, percent, true}; }
};

void TestRowGenerator::sampleEntities_data()
{
    QTest::addColumn<int>("entity");
    QTest::addColumn<double>("percent");
    for (int entity = 0; entity < 3; ++entity) {
        for (const double percent : {0.0, 0.1, 1.0, 10.0, 33.3, 100.0})
            QTest::addRow("%d, %g %%", entity, percent) << entity << percent;
    }
}

void TestRowGenerator::sampleEntities()
{
    QFETCH(int, entity);
    QFETCH(double, percent);
    const Entity sample = ProjectFile::sample().entities[entity];
    auto rows = RowGenerator::make(sample, settings(percent));
    QVERIFY(rows);
    QCOMPARE(rows->columns().size(), sample.fields.size());
    const RowBatch batch = batchOf(*rows, 10000);
    QCOMPARE(rows->rows(), 10000);
    QCOMPARE(rows->invalidRows(), qRound64(100 * percent));
    QCOMPARE(validRows(sample, batch), 10000 - rows->invalidRows());
}

void TestRowGenerator::sameSeedSameRows()
{
    const Entity users = ProjectFile::sample().entities[0];
    const auto text = [&](quint64 seed) {
        auto rows = RowGenerator::make(users, settings(10, seed));
        std::string all;
        for (int row = 0; row < 100; ++row) {
            for (const std::string_view cell : rows->next())
                all.append(cell).push_back('\n');
        }
        return all;
    };
    QCOMPARE(text(7), text(7));
    QVERIFY(text(7) != text(8));
}

void TestRowGenerator::keys()
{
    const Entity users = ProjectFile::sample().entities[0];
    auto with = RowGenerator::make(users, {1, 0, true});
    QCOMPARE(with->columns(),
             (QStringList{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("email")}));
    QCOMPARE(with->next()[0], std::string_view("1"));
    QCOMPARE(with->next()[0], std::string_view("2"));
    auto without = RowGenerator::make(users, {1, 0, false});
    QCOMPARE(without->columns(), (QStringList{QStringLiteral("name"), QStringLiteral("email")}));
    QCOMPARE(without->next().size(), std::size_t{2});
}

void TestRowGenerator::everyRuleIsBroken()
{
    const Project project = ProjectFile::sample();
    for (const Entity &entity : project.entities) {
        auto rows = RowGenerator::make(entity, settings(100));
        const RowBatch batch = batchOf(*rows, 2000);
        const RuleSet rules(entity);
        std::set<std::pair<int, Rule::Kind>> broken;
        for (int row = 0; row < batch.rowCount(); ++row) {
            for (const Violation &violation : rules.check(batch.row(row)))
                broken.insert({violation.column, violation.rule});
        }
        for (int column = 0; column < entity.fields.size(); ++column) {
            for (const Rule &each : entity.fields[column].rules) {
                const QString name =
                    entity.name + u'.' + entity.fields[column].name + u' ' + ruleKindName(each.kind);
                QVERIFY2(broken.contains({column, each.kind}), qPrintable(name));
            }
        }
    }
}

void TestRowGenerator::fields_data()
{
    QTest::addColumn<Entity>("entity");
    const auto pattern = [](const char *text) {
        Rule made = rule(Rule::Kind::Pattern);
        made.pattern = QString::fromUtf8(text);
        return made;
    };
    for (const char *text : {"[0-9]{13}", "^[A-Z]{2}-\\d{4,6}$", "(?:red|green|b(lu|lac)e?)", "[^a-z\\d]+x?",
                             "\\w+@\\w+\\.(com|org)", ".{3}", "a|b|", "ä+[.-]\\*", "(a{2}){3}"})
        QTest::addRow("pattern %s", text)
            << entityWith(FieldType::Text, {rule(Rule::Kind::Required), pattern(text)});
    const auto bound = [](Rule::Kind kind, double value) {
        Rule made = rule(kind);
        made.bound = value;
        return made;
    };
    const auto row = [](const char *name, FieldType type, const QList<Rule> &rules) {
        QTest::newRow(name) << entityWith(type, rules);
    };
    row("number", FieldType::Number, {});
    row("integer", FieldType::Integer, {});
    row("minimum", FieldType::Integer, {bound(Rule::Kind::Minimum, 18)});
    row("maximum", FieldType::Integer, {bound(Rule::Kind::Maximum, -18)});
    row("range", FieldType::Number, {bound(Rule::Kind::Minimum, -1.5), bound(Rule::Kind::Maximum, 1.25)});
    row("one value", FieldType::Integer, {bound(Rule::Kind::Minimum, 7), bound(Rule::Kind::Maximum, 7)});
    row("big", FieldType::Integer, {bound(Rule::Kind::Minimum, 1e15)});
    row("bigger than hundredths", FieldType::Number,
        {rule(Rule::Kind::Required), bound(Rule::Kind::Minimum, 5e18)});
    row("small", FieldType::Number, {rule(Rule::Kind::Required), bound(Rule::Kind::Maximum, -5e18)});
    for (const FieldType type : {FieldType::Integer, FieldType::Number})
        QTest::addRow("no bounds at all %d", static_cast<int>(type))
            << entityWith(type, {bound(Rule::Kind::Minimum, -1e300), bound(Rule::Kind::Maximum, 1e300)});
    row("not negative", FieldType::Number, {rule(Rule::Kind::NotNegative)});
    row("text that is an integer", FieldType::Text, {rule(Rule::Kind::PositiveInteger)});
    Rule length = rule(Rule::Kind::Length);
    length.minLength = 30;
    length.maxLength = 31;
    row("length", FieldType::Text, {length});
    length.minLength = 0;
    length.maxLength = 3;
    row("short", FieldType::Text, {length});
    Rule choice = rule(Rule::Kind::OneOf);
    choice.values = {QStringLiteral("new"), QStringLiteral("paid"), QStringLiteral("fällig")};
    row("one of", FieldType::Text, {choice});
}

void TestRowGenerator::fields()
{
    QFETCH(Entity, entity);
    auto rows = RowGenerator::make(entity, settings(20));
    QVERIFY2(rows, rows ? "" : qPrintable(rows.error().sentence));
    const RowBatch batch = batchOf(*rows, 2000);
    QCOMPARE(rows->invalidRows(), 400);
    QCOMPARE(validRows(entity, batch), 1600);
}

void TestRowGenerator::nothingFits_data()
{
    QTest::addColumn<Entity>("entity");
    QTest::addColumn<QString>("message");
    Rule unknown = rule(Rule::Kind::Pattern);
    unknown.pattern = QStringLiteral("\\pL+");
    QTest::newRow("pattern") << entityWith(FieldType::Text, {unknown}) << QStringLiteral("\\pL+");
    Rule low = rule(Rule::Kind::Maximum);
    low.bound = 1;
    Rule high = rule(Rule::Kind::Minimum);
    high.bound = 2;
    QTest::newRow("bounds") << entityWith(FieldType::Integer, {rule(Rule::Kind::Required), low, high})
                            << QStringLiteral("\"f\"");
    low.bound = -1e300;
    high.bound = 1e300;
    for (const Rule &beyond : {low, high}) {
        QTest::addRow("beyond all integers %g", beyond.bound)
            << entityWith(FieldType::Integer, {rule(Rule::Kind::Required), beyond})
            << QStringLiteral("\"f\"");
    }
    QTest::newRow("type") << entityWith(FieldType::Uuid, {}) << QStringLiteral("has the type uuid, ");
}

void TestRowGenerator::nothingFits()
{
    QFETCH(Entity, entity);
    QFETCH(QString, message);
    const auto rows = RowGenerator::make(entity, settings(0));
    QVERIFY(!rows);
    QVERIFY2(rows.error().sentence.contains(message), qPrintable(rows.error().sentence));
}

void TestRowGenerator::nothingToBreak()
{
    const Entity entity = entityWith(FieldType::Text, {});
    QVERIFY(RowGenerator::make(entity, settings(0)));
    const auto rows = RowGenerator::make(entity, settings(1));
    QVERIFY(!rows);
    QVERIFY2(rows.error().sentence.contains(QStringLiteral("things")), qPrintable(rows.error().sentence));
}

QTEST_GUILESS_MAIN(TestRowGenerator)
#include "tst_rowgenerator.moc"
