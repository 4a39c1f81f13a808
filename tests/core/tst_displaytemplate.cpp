// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/displaytemplate.h"

#include <QTest>

using namespace Weir;

class TestDisplayTemplate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void renders_data();
    void renders();
    void refuses_data();
    void refuses();

private:
    static Entity entity(const QString &display)
    {
        Entity entity;
        entity.display = display;
        const auto named = [](const char *name, FieldType type) {
            Field field;
            field.name = QString::fromLatin1(name);
            field.type = type;
            return field;
        };
        entity.fields = {named("name", FieldType::Text), named("price", FieldType::Number),
                         named("count", FieldType::Integer)};
        return entity;
    }
};

void TestDisplayTemplate::renders_data()
{
    QTest::addColumn<QString>("display");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *display, const QStringList &cells, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(display) << cells << QString::fromUtf8(text);
    };
    const QStringList laptop{QStringLiteral("Laptop"), QStringLiteral("1000"), QStringLiteral("3")};
    row("fields", "Product '{name}' (${price}, {count})", laptop, "Product 'Laptop' ($1000.0, 3)");
    row("nothing", "", laptop, "");
    row("text only", "row", laptop, "row");
    row("field only", "{name}", laptop, "Laptop");
    row("twice", "{name}{name}", laptop, "LaptopLaptop");
    row("braces", "{{{name}}} {{}}", laptop, "{Laptop} {}");
    row("number kept as it is when it is none", "{price}", {QString(), QStringLiteral("cheap")}, "cheap");
    row("cells are not templates", "{name}", {QStringLiteral("{price} %1")}, "{price} %1");
    row("missing cells", "[{name}|{price}|{count}]", {}, "[||]");
    row("other scripts", "商品「{name}」", {QStringLiteral("机器人 🤖")}, "商品「机器人 🤖」");
}

void TestDisplayTemplate::renders()
{
    QFETCH(QString, display);
    QFETCH(QStringList, cells);
    const Entity subject = entity(display);
    const auto compiled = DisplayTemplate::compile(subject);
    QVERIFY(compiled);
    RowBatch batch(static_cast<int>(subject.fields.size()));
    batch.appendRow(1, cells);
    QTEST(compiled->render(batch.row(0)), "text");
}

void TestDisplayTemplate::refuses_data()
{
    QTest::addColumn<QString>("display");
    QTest::addColumn<QString>("part");
    QTest::newRow("unknown field") << QStringLiteral("{nmae}") << QStringLiteral("no field \"nmae\"");
    QTest::newRow("empty field") << QStringLiteral("{}") << QStringLiteral("no field \"\"");
    QTest::newRow("not closed") << QStringLiteral("User {name") << QStringLiteral("is not closed");
    QTest::newRow("brace at the end") << QStringLiteral("User {") << QStringLiteral("is not closed");
    QTest::newRow("not opened") << QStringLiteral("name}") << QStringLiteral("no \"{\" before it");
}

void TestDisplayTemplate::refuses()
{
    QFETCH(QString, display);
    QFETCH(QString, part);
    const auto compiled = DisplayTemplate::compile(entity(display));
    QVERIFY(!compiled);
    QVERIFY2(compiled.error().sentence.contains(part), qPrintable(compiled.error().sentence));
}

QTEST_GUILESS_MAIN(TestDisplayTemplate)
#include "tst_displaytemplate.moc"
