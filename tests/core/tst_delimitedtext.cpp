// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/delimitedtext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Weir;

using Rows = QList<QStringList>;
Q_DECLARE_METATYPE(Rows)

class TestDelimitedText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void parses_data();
    void parses();
    void writes_data();
    void writes();
    void roundTrip();
};

void TestDelimitedText::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Rows>("rows");
    const auto row = [](const char *name, const char *text, const Rows &rows) {
        QTest::newRow(name) << QString::fromUtf8(text) << rows;
    };
    const auto s = [](const char *text) {
        return QString::fromUtf8(text);
    };
    row("nothing", "", {});
    row("one cell", "a", {{s("a")}});
    row("two cells", "a\tb", {{s("a"), s("b")}});
    row("final line end", "a\tb\n", {{s("a"), s("b")}});
    row("CRLF", "a\r\nb\r\n", {{s("a")}, {s("b")}});
    row("CR", "a\rb", {{s("a")}, {s("b")}});
    row("CR and LF rows", "a\r\n\nb", {{s("a")}, {s("")}, {s("b")}});
    row("empty row", "\n", {{s("")}});
    row("empty cells", "\t\t", {{s(""), s(""), s("")}});
    row("cell after final tab", "a\t\nb", {{s("a"), s("")}, {s("b")}});
    row("quoted tab", "\"a\tb\"\tc", {{s("a\tb"), s("c")}});
    row("quoted newline", "\"a\nb\"\nc", {{s("a\nb")}, {s("c")}});
    row("quoted CRLF is kept", "\"a\r\nb\"", {{s("a\r\nb")}});
    row("doubled quotes", "\"say \"\"hi\"\"\"", {{s("say \"hi\"")}});
    row("quoted nothing", "\"\"\tx", {{s(""), s("x")}});
    row("quotes inside", "5\" pipe\tx", {{s("5\" pipe"), s("x")}});
    row("quoted beginning only", "\"Big\" Bob\tx", {{s("\"Big\" Bob"), s("x")}});
    row("quote never closed", "\"a\tb\nc", {{s("\"a"), s("b")}, {s("c")}});
    row("lone quote", "\"", {{s("\"")}});
    row("not Latin", "名\t🙂", {{s("名"), s("🙂")}});
}

void TestDelimitedText::parses()
{
    QFETCH(QString, text);
    QTEST(parseTabSeparated(text), "rows");
}

void TestDelimitedText::writes_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<QString>("text");
    const auto s = [](const char *text) {
        return QString::fromUtf8(text);
    };
    QTest::newRow("nothing") << Rows{} << QString();
    QTest::newRow("plain") << Rows{{s("a"), s("b")}, {s("c"), s("")}} << s("a\tb\nc\t");
    QTest::newRow("quoted") << Rows{{s("a\tb"), s("c\nd"), s("\"e")}} << s("\"a\tb\"\t\"c\nd\"\t\"\"\"e\"");
    QTest::newRow("inner quote stays") << Rows{{s("5\" pipe")}} << s("5\" pipe");
}

void TestDelimitedText::writes()
{
    QFETCH(Rows, rows);
    QTEST(tabSeparated(rows), "text");
}

void TestDelimitedText::roundTrip()
{
    QRandomGenerator random(20);
    const QString alphabet = QStringLiteral("ab\"\t\n\r 名");
    for (int round = 0; round < 5000; ++round) {
        Rows rows(random.bounded(1, 5));
        for (QStringList &row : rows) {
            row.resize(random.bounded(1, 4));
            for (QString &cell : row) {
                for (int left = random.bounded(6); left > 0; --left)
                    cell += alphabet[random.bounded(alphabet.size())];
            }
        }
        if (rows.last() == QStringList{QString()})
            continue;
        QCOMPARE(parseTabSeparated(tabSeparated(rows)), rows);
    }
}

QTEST_GUILESS_MAIN(TestDelimitedText)
#include "tst_delimitedtext.moc"
