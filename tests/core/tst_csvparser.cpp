// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvparser.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/memorysource.h"
#include "support/csvreference.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Weir;

namespace {
ColumnMapping identity(int columns)
{
    ColumnMapping mapping;
    mapping.columns = columns;
    for (int column = 0; column < columns; ++column)
        mapping.columnOfField += column;
    return mapping;
}

CsvRows parseText(std::string_view text, const CsvFormat &format, const ColumnMapping &mapping,
                  ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject)
{
    MemorySource source(text);
    // A block for a usual file would be cleared for every few bytes.
    CsvSplitter splitter(source, format, {.records = 65536, .bytes = 4096});
    auto chunk = splitter.next();
    Q_ASSERT(chunk);
    return CsvParser(format, mapping, ragged).parse(*chunk ? std::move(**chunk) : CsvChunk{});
}

std::vector<std::string> cellsOf(const RowBatch &batch, int row)
{
    std::vector<std::string> cells;
    for (int column = 0; column < batch.columnCount(); ++column)
        cells.emplace_back(batch.cell(row, column));
    return cells;
}
} // namespace

class TestCsvParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void knowsWellFormedCells_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<bool>("known");
        QTest::newRow("ASCII") << QByteArray("a,b\n") << ',' << true;
        QTest::newRow("UTF-8") << QByteArray("\xc3\xa4,\"\xe2\x82\xac\"\"\"\n") << ',' << true;
        QTest::newRow("invalid") << QByteArray("a,b\nc,\xff\n") << ',' << false;
        QTest::newRow("NUL") << QByteArray("a,b\nc,\0\n", 8) << ',' << false;
        QTest::newRow("cut character at the end") << QByteArray("a,b\nc,\xc3") << ',' << false;
        QTest::newRow("delimiter within characters") << QByteArray("\xc2\xa4,\xc3\n") << '\xa4' << false;
        QTest::newRow("nothing") << QByteArray() << ',' << true;
    }

    void knowsWellFormedCells()
    {
        QFETCH(QByteArray, text);
        QFETCH(char, delimiter);
        QFETCH(bool, known);
        CsvFormat format;
        format.delimiter = delimiter;
        CsvRows rows =
            parseText({text.constData(), static_cast<std::size_t>(text.size())}, format, identity(2));
        QCOMPARE(rows.batch.isWellFormed(), known);
        rows.clear(2, {});
        QVERIFY(!rows.batch.isWellFormed());
    }

    void readsCells_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QList<QByteArray>>("cells");
        using Cells = QList<QByteArray>;
        QTest::newRow("plain") << QByteArray("a,b") << Cells{"a", "b"};
        QTest::newRow("CRLF") << QByteArray("a,b\r\n") << Cells{"a", "b"};
        QTest::newRow("carriage return within") << QByteArray("a\rb,c\r\r\n") << Cells{"a\rb", "c\r"};
        QTest::newRow("empty cells") << QByteArray(",,\n") << Cells{"", "", ""};
        QTest::newRow("quoted") << QByteArray("\"a\",\"b,c\"\n") << Cells{"a", "b,c"};
        QTest::newRow("line ends in quotes") << QByteArray("\"a\r\nb\",\"\n\"\r\n") << Cells{"a\r\nb", "\n"};
        QTest::newRow("doubled quotes") << QByteArray("\"\"\"a\"\"\",\"\"\"\"\n") << Cells{"\"a\"", "\""};
        QTest::newRow("quoted empty") << QByteArray("\"\",\"\"") << Cells{"", ""};
        QTest::newRow("spaces stay") << QByteArray(" a , b\n") << Cells{" a ", " b"};
        QTest::newRow("leading zeros stay") << QByteArray("007,1e5,00\n") << Cells{"007", "1e5", "00"};
        QTest::newRow("longer than a register")
            << QByteArray("0123456789abcdef0123,0123456789abcdef,\"0123456789abcdef\"\"0123\"\n")
            << Cells{"0123456789abcdef0123", "0123456789abcdef", "0123456789abcdef\"0123"};
        QTest::newRow("NUL and invalid UTF-8")
            << QByteArray("a\0b,\xff\n", 6) << Cells{QByteArray("a\0b", 3), "\xff"};
    }

    void readsCells()
    {
        QFETCH(QByteArray, record);
        QFETCH(QList<QByteArray>, cells);
        std::vector<std::string> found;
        QVERIFY(CsvParser::cells({record.constData(), static_cast<std::size_t>(record.size())}, {}, &found));
        QList<QByteArray> asBytes;
        for (const std::string &cell : found)
            asBytes += QByteArray::fromStdString(cell);
        QCOMPARE(asBytes, cells);

        const CsvRows rows = parseText({record.constData(), static_cast<std::size_t>(record.size())}, {},
                                       identity(static_cast<int>(cells.size())));
        QCOMPARE(rows.batch.rowCount(), 1);
        QVERIFY(rows.malformed.empty());
        QVERIFY(cellsOf(rows.batch, 0) == found);
        QVERIFY(rows.raw(rows.records.front()) == record.toStdString());
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault");
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("cells");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *tag, const char *text, CsvFault fault, int column, int cells,
                            const char *name) {
            QTest::newRow(tag) << QByteArray(text) << static_cast<int>(fault) << column << cells
                               << QString::fromLatin1(name);
        };
        row("stray quote", "a,b\"c\n", CsvFault::StrayQuote, 1, 1, "stray-quote");
        row("space before a quote", "a, \"b\"\n", CsvFault::StrayQuote, 1, 1, "stray-quote");
        row("text after a quote", "\"a\"b,c\n", CsvFault::TextAfterQuote, 0, 0, "text-after-quote");
        row("carriage return after a quote", "\"a\"\rb,c\n", CsvFault::TextAfterQuote, 0, 0,
            "text-after-quote");
        row("open quote", "a,\"b\n", CsvFault::UnclosedQuote, 1, 1, "unclosed-quote");
        row("too few", "a\n", CsvFault::TooFewCells, -1, 1, "too-few-cells");
        row("too many", "a,b,\n", CsvFault::TooManyCells, -1, 3, "too-many-cells");
    }

    void faults()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, fault);
        QFETCH(int, column);
        QFETCH(int, cells);
        QFETCH(QString, name);
        const std::string whole = "1,2\n" + text.toStdString();
        const CsvRows rows = parseText(whole, {}, identity(2));
        QCOMPARE(rows.batch.rowCount(), 1);
        QCOMPARE(rows.malformed.size(), std::size_t(1));
        const MalformedRecord &malformed = rows.malformed.front();
        QCOMPARE(malformed.record, 1);
        QCOMPARE(static_cast<int>(malformed.fault), fault);
        QCOMPARE(malformed.column, column);
        QCOMPARE(malformed.cells, cells);
        QCOMPARE(csvFaultName(malformed.fault), name);
        QVERIFY(!malformed.message(2).isEmpty());
        QVERIFY(!malformed.message(2).contains(u'%'));
    }

    void faultyRowsLeaveTheOthersAlone()
    {
        const CsvRows rows = parseText("1,a\nb\"x,\"y\n\n3,\"c\n\"\"c\"\n4\n5,e\n", {}, identity(2));
        QCOMPARE(rows.records.size(), std::size_t(5));
        QCOMPARE(rows.batch.rowCount(), 3);
        QCOMPARE(rows.recordOfRow, (std::vector<int>{0, 2, 4}));
        QCOMPARE(rows.batch.sourceRow(0), std::int64_t(1));
        QCOMPARE(rows.batch.sourceRow(1), std::int64_t(4));
        QCOMPARE(rows.batch.sourceRow(2), std::int64_t(7));
        QVERIFY(rows.batch.cell(1, 1) == "c\n\"c");
        QVERIFY(rows.raw(rows.records[2]) == "3,\"c\n\"\"c\"\n");
        QVERIFY(rows.raw(rows.records[1]) == "b\"x,\"y\n");
    }

    void mapsColumns()
    {
        ColumnMapping mapping;
        mapping.columns = 3;
        mapping.columnOfField = {2, -1, 0};
        const CsvRows rows = parseText("a,b,\"c\"\"\"\n,,\n", {}, mapping);
        QCOMPARE(rows.batch.columnCount(), 3);
        QVERIFY(cellsOf(rows.batch, 0) == (std::vector<std::string>{"c\"", "", "a"}));
        QVERIFY(cellsOf(rows.batch, 1) == (std::vector<std::string>{"", "", ""}));
    }

    void fillsShortRecords()
    {
        const CsvRows rows =
            parseText("a,b,c\nd\ne,f\n1,2,3,4\n", {}, identity(3), ColumnMapping::Ragged::Fill);
        QCOMPARE(rows.batch.rowCount(), 3);
        QVERIFY(cellsOf(rows.batch, 1) == (std::vector<std::string>{"d", "", ""}));
        QVERIFY(cellsOf(rows.batch, 2) == (std::vector<std::string>{"e", "f", ""}));
        QCOMPARE(rows.malformed.size(), std::size_t(1));
        QCOMPARE(rows.malformed.front().fault, CsvFault::TooManyCells);
    }

    void otherFormats()
    {
        CsvFormat format;
        format.delimiter = '\t';
        format.quote = '\'';
        format.lineEnd = '\r';
        const CsvRows rows = parseText("a\"\t'b''\r'\r1\t2\n\r", format, identity(2));
        QCOMPARE(rows.batch.rowCount(), 2);
        QVERIFY(cellsOf(rows.batch, 0) == (std::vector<std::string>{"a\"", "b'\r"}));
        QVERIFY(cellsOf(rows.batch, 1) == (std::vector<std::string>{"1", "2\n"}));
    }

    void withoutQuotes()
    {
        CsvFormat format;
        format.quote = '\0';
        const CsvRows rows = parseText("\"a,b\"\n'\"',\"\n", format, identity(2));
        QCOMPARE(rows.batch.rowCount(), 2);
        QVERIFY(cellsOf(rows.batch, 0) == (std::vector<std::string>{"\"a", "b\""}));
        QVERIFY(cellsOf(rows.batch, 1) == (std::vector<std::string>{"'\"'", "\""}));
    }

    void singleColumn()
    {
        const CsvRows rows = parseText("a\n\n\"\"\nb\n", {}, identity(1));
        QCOMPARE(rows.batch.rowCount(), 3);
        QVERIFY(rows.batch.cell(1, 0).empty());
        QCOMPARE(rows.batch.sourceRow(1), std::int64_t(3));
    }

    /// Cells and faults as the reference finds them, in text of nothing but special characters.
    void agreesWithReference()
    {
        static constexpr std::string_view Alphabet = "ab,,\"\"\"\n\r";
        QRandomGenerator random(1);
        for (int round = 0; round < 20000; ++round) {
            std::string text;
            for (int i = random.bounded(50); i > 0; --i)
                text += Alphabet[static_cast<std::size_t>(random.bounded(static_cast<int>(Alphabet.size())))];
            const auto expected = CsvReference(text, {}).records();
            const CsvRows rows = parseText(text, {}, identity(2));
            QCOMPARE(rows.records.size(), expected.size());
            std::size_t row = 0;
            std::size_t fault = 0;
            for (std::size_t i = 0; i < expected.size(); ++i) {
                if (!expected[i].fault && expected[i].cells.size() == 2) {
                    QVERIFY(row < rows.recordOfRow.size());
                    QCOMPARE(rows.recordOfRow[row], static_cast<int>(i));
                    QVERIFY2(cellsOf(rows.batch, static_cast<int>(row)) == expected[i].cells, text.c_str());
                    ++row;
                    continue;
                }
                QVERIFY2(fault < rows.malformed.size(), text.c_str());
                QCOMPARE(rows.malformed[fault].record, static_cast<int>(i));
                QCOMPARE(rows.malformed[fault].cells, static_cast<int>(expected[i].cells.size()));
                if (expected[i].fault)
                    QCOMPARE(rows.malformed[fault].fault, *expected[i].fault);
                ++fault;
            }
            QCOMPARE(rows.recordOfRow.size(), row);
            QCOMPARE(rows.malformed.size(), fault);
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvParser)
#include "tst_csvparser.moc"
