// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/texttable.h"

#include <QTest>

using namespace Weir;

class TestTextTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aligns();
    void wideCharacters();
    void hostileCells();
    void csv_data();
    void csv();
    void hostileCsv();

private:
    static QString s(const char *text) { return QString::fromUtf8(text); }
};

void TestTextTable::aligns()
{
    QCOMPARE(
        alignedTable(
            {s("id"), s("name"), s("n")},
            {{s("1"), s("a"), s("1.5")}, {s("10"), s("long name"), QString()}, {s("-3"), s(""), s("12")}}),
        s("id  name          n\n"
          "--  ---------  ----\n"
          " 1  a           1.5\n"
          "10  long name  NULL\n"
          "-3               12\n"));
    QCOMPARE(alignedTable({s("a"), s("b")}, {{s("x"), s("y")}, {s("longer"), s("")}}),
             s("a       b\n------  -\nx       y\nlonger\n"));
    QCOMPARE(alignedTable({s("a")}, {}), s("a\n-\n"));
}

void TestTextTable::wideCharacters()
{
    QCOMPARE(
        alignedTable({s("x"), s("y")},
                     {{s("名前"), s("a")}, {s("é"), s("b")}, {s("e\u0301"), s("c")}, {s("🙂"), s("d")}}),
        s("x     y\n----  -\n名前  a\né     b\ne\u0301     c\n🙂    d\n"));
}

void TestTextTable::hostileCells()
{
    const QString text = alignedTable({s("\x1b]0;title\x07")}, {{s("a\nb\u202ec")}});
    QCOMPARE(text.count(u'\n'), 3);
    QVERIFY(!text.contains(QChar(0x1b)));
    QVERIFY(!text.contains(QChar(0x202e)));
}

void TestTextTable::csv_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << s("abc") << s("abc");
    QTest::newRow("null") << QString() << QString();
    QTest::newRow("empty") << s("") << s("\"\"");
    QTest::newRow("comma") << s("a,b") << s("\"a,b\"");
    QTest::newRow("quote") << s("a\"b") << s("\"a\"\"b\"");
    QTest::newRow("newline") << s("a\nb") << s("\"a\nb\"");
    QTest::newRow("carriage return") << s("a\rb") << s("\"a\rb\"");
    QTest::newRow("spaces stay") << s(" a ") << s(" a ");
}

void TestTextTable::csv()
{
    QFETCH(QString, cell);
    QFETCH(QString, line);
    QCOMPARE(commaSeparated({s("h"), s("i")}, {{cell, s("z")}}), s("h,i\n") + line + s(",z\n"));
}

/// What a terminal is shown, and what a file gets.
void TestTextTable::hostileCsv()
{
    const QStringList columns{s("\x1b]0;title\x07")};
    const QList<QStringList> rows{{s("a\u202eb\u009b1m\"")}, {QString()}};
    QCOMPARE(shownCommaSeparated(columns, rows), s("\\x1B]0;title\\x07\n\"a\\u202Eb\\x9B1m\"\"\"\n\n"));
    QCOMPARE(commaSeparated(columns, rows), columns[0] + s("\n\"a\u202eb\u009b1m\"\"\"\n\n"));
}

QTEST_GUILESS_MAIN(TestTextTable)
#include "tst_texttable.moc"
