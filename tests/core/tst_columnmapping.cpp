// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/columnmapping.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;

namespace {
Entity orders()
{
    Entity entity;
    entity.title = QStringLiteral("Orders");
    const auto add = [&](const char *name, const char *label, bool key = false) {
        Field field;
        field.name = QString::fromLatin1(name);
        field.label = QString::fromLatin1(label);
        field.key = key;
        entity.fields += field;
    };
    add("id", "ID", true);
    add("user_id", "Customer");
    add("quantity", "Quantity ordered");
    return entity;
}
} // namespace

class TestColumnMapping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void byName_data()
    {
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QList<int>>("columns");
        const auto row = [](const char *tag, const char *header, const QList<int> &columns) {
            QTest::newRow(tag) << QString::fromUtf8(header).split(u'|') << columns;
        };
        row("as the fields", "id|user_id|quantity", {0, 1, 2});
        row("other order", "quantity|id|user_id", {1, 2, 0});
        row("case, spaces, signs", "ID| User-Id |QUANTITY", {0, 1, 2});
        row("labels", "id|customer|quantity_ordered", {0, 1, 2});
        row("name before label", "customer|user_id|quantity", {-1, 1, 2});
        row("without the key", "user_id|quantity", {-1, 0, 1});
        row("none", "a|b|c", {-1, -1, -1});
        row("ambiguous", "user_id|user_id|quantity", {-1, -1, 2});
        row("exact before alike", "User Id|user_id|quantity", {-1, 1, 2});
        row("alike twice", "User Id|USER_ID|quantity", {-1, -1, 2});
        row("empty names", "||quantity", {-1, -1, 2});
    }

    void byName()
    {
        QFETCH(QStringList, header);
        QFETCH(QList<int>, columns);
        const ColumnMapping mapping = ColumnMapping::byName(orders(), header);
        QCOMPARE(mapping.columnOfField, columns);
        QCOMPARE(mapping.columns, static_cast<int>(header.size()));
    }

    void fieldsThatLookAlikeStayUnmapped()
    {
        Entity entity = orders();
        entity.fields[2].name = QStringLiteral("userid");
        const ColumnMapping alike = ColumnMapping::byName(entity, {QStringLiteral("User Id")});
        QCOMPARE(alike.columnOfField, (QList<int>{-1, -1, -1}));
        const ColumnMapping exact = ColumnMapping::byName(entity, {QStringLiteral("userid")});
        QCOMPARE(exact.columnOfField, (QList<int>{-1, -1, 0}));
    }

    void byOrder()
    {
        QCOMPARE(ColumnMapping::byOrder(orders(), 3).columnOfField, (QList<int>{0, 1, 2}));
        QCOMPARE(ColumnMapping::byOrder(orders(), 2).columnOfField, (QList<int>{-1, 0, 1}));
        QCOMPARE(ColumnMapping::byOrder(orders(), 1).columnOfField, (QList<int>{0, -1, -1}));
        QCOMPARE(ColumnMapping::byOrder(orders(), 5).columnOfField, (QList<int>{0, 1, 2}));
        QCOMPARE(ColumnMapping::byOrder(orders(), 5).extraColumns(), (QList<int>{3, 4}));
        QCOMPARE(ColumnMapping::byOrder(orders(), 2).missingFields(), QList<int>{0});
    }

    void check()
    {
        using Extra = ColumnMapping::Extra;
        using Missing = ColumnMapping::Missing;
        const Entity entity = orders();
        const QStringList header = {QStringLiteral("colour"), QStringLiteral("user_id"), QString()};
        const ColumnMapping mapping = ColumnMapping::byName(entity, header);
        const auto strict = mapping.check(entity, header, Extra::Error, Missing::Error);
        QVERIFY(!strict);
        for (const char *part : {"Orders", "\"quantity\"", "\"colour\"", "\"Column 3\""})
            QVERIFY2(strict.error().sentence.contains(QString::fromLatin1(part)),
                     qPrintable(strict.error().sentence));
        QVERIFY(!strict.error().sentence.contains(QStringLiteral("\"id\"")));
        QVERIFY(!mapping.check(entity, header, Extra::Ignore, Missing::Error));
        QVERIFY(!mapping.check(entity, header, Extra::Error, Missing::Blank));
        QVERIFY(mapping.check(entity, header, Extra::Ignore, Missing::Blank));

        const QStringList fitting = {QStringLiteral("quantity"), QStringLiteral("user_id")};
        QVERIFY(ColumnMapping::byName(entity, fitting).check(entity, fitting, Extra::Error, Missing::Error));
    }

    void checkRefusesWhatDoesNotFit()
    {
        const Entity entity = orders();
        const auto check = [&](const ColumnMapping &mapping) {
            return mapping.check(entity, {}, ColumnMapping::Extra::Ignore, ColumnMapping::Missing::Blank)
                .has_value();
        };
        QVERIFY(!check({{}, 3}));
        QVERIFY(!check({{0, 1, 3}, 3}));
        QVERIFY(!check({{0, 1, -2}, 3}));
        QVERIFY(!check({{-1, -1, -1}, 3}));
        QVERIFY(check({{-1, 2, 2}, 3}));
    }

    void checkRefusesTypesThatAreNotReadYet()
    {
        Entity entity = orders();
        entity.fields[2].type = FieldType::Decimal;
        for (const int column : {-1, 2}) { // blank cells would be no better
            const auto checked = ColumnMapping{{0, 1, column}, 3}.check(
                entity, {}, ColumnMapping::Extra::Ignore, ColumnMapping::Missing::Blank);
            QVERIFY(!checked);
            QCOMPARE(checked.error().sentence,
                     QStringLiteral("The field \"quantity\" of Orders has the type decimal, whose values "
                                    "this Weir cannot read or write yet: make it text, integer or number "
                                    "in the project file, or update Weir."));
        }
    }
};

QTEST_GUILESS_MAIN(TestColumnMapping)
#include "tst_columnmapping.moc"
