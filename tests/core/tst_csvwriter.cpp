// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvparser.h"
#include "core/csv/csvwriter.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Weir;

class TestCsvWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void quotesWhatNeedsIt_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const char *cell, const char *written) {
            QTest::newRow(name) << QByteArray(cell) << QByteArray(written);
        };
        row("plain", "a b", "a b,x\n");
        row("empty", "", ",x\n");
        row("delimiter", "a,b", "\"a,b\",x\n");
        row("quote", "a\"b", "\"a\"\"b\",x\n");
        row("LF", "a\nb", "\"a\nb\",x\n");
        row("CR", "a\rb", "\"a\rb\",x\n");
        row("leading space", " a", "\" a\",x\n");
        row("trailing tab", "a\t", "\"a\t\",x\n");
        row("byte order mark", "\xef\xbb\xbfid", "\"\xef\xbb\xbfid\",x\n");
        row("other delimiter", "a;b", "a;b,x\n");
        row("apostrophe", "'a'", "'a',x\n");
    }

    void quotesWhatNeedsIt()
    {
        QFETCH(QByteArray, cell);
        QFETCH(QByteArray, written);
        const std::string_view cells[] = {{cell.constData(), static_cast<std::size_t>(cell.size())}, "x"};
        std::string text;
        appendCsvRecord(&text, cells);
        QCOMPARE(QByteArray::fromStdString(text), written);
    }

    void emptyCellAlone()
    {
        const std::string_view cells[] = {""};
        std::string text;
        appendCsvRecord(&text, cells);
        QVERIFY(text == "\"\"\n");
    }

    void readsBackTheSame()
    {
        static constexpr std::string_view Alphabet("a ,;\t\"'\n\r\0\xc3\xff", 12);
        QRandomGenerator random(1);
        for (int round = 0; round < 5000; ++round) {
            CsvFormat format;
            format.delimiter = random.bounded(2) == 0 ? ',' : ';';
            std::vector<std::string> cells(static_cast<std::size_t>(random.bounded(1, 5)));
            for (std::string &cell : cells) {
                for (int i = random.bounded(8); i > 0; --i)
                    cell +=
                        Alphabet[static_cast<std::size_t>(random.bounded(static_cast<int>(Alphabet.size())))];
            }
            std::string text;
            appendCsvRecord(&text, std::vector<std::string_view>(cells.begin(), cells.end()),
                            format.delimiter);
            std::vector<std::string> read;
            QVERIFY(CsvParser::cells(text, format, &read));
            QVERIFY2(read == cells, text.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvWriter)
#include "tst_csvwriter.moc"
