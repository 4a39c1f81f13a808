// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/recordspan.h"

#include <QByteArray>
#include <QTest>

using namespace Weir;

class TestRecordSpan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void spans_data();
    void spans();
    void otherMarks();
};

void TestRecordSpan::spans_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<qint64>("lines");
    QTest::addColumn<qint64>("quoteLine");
    QTest::addColumn<bool>("unclosed");
    const auto add = [](const char *name, const char *record, qint64 lines, qint64 quoteLine, bool unclosed) {
        QTest::newRow(name) << QByteArray(record) << lines << quoteLine << unclosed;
    };
    add("one line", "a,b\n", 1, 0, false);
    add("without its line end", "a,b", 1, 0, false);
    add("nothing", "", 1, 0, false);
    add("a cell of two lines", "a,\"b\nc\"\n", 2, 0, false);
    add("CRLF", "a,\"b\r\nc\"\r\n", 2, 0, false);
    add("the later cell has the line end", "\"a\",b,\"c\n\nd\",e\n", 3, 0, false);
    add("never closed", "1,\"open\n2,x\n3,y\n4,z\n", 4, 0, true);
    add("never closed, no line end", "1,\"open\n2,x", 2, 0, true);
    add("never closed, in one line", "1,\"open", 1, 0, false);
    add("never closed, after a cell of two lines", "\"a\nb\",\"open\n2,x\n", 3, 1, true);
    add("never closed, after doubled quotes", "\"a\"\"\nb\",c,\"op\"\"en\n2,x\n", 3, 1, true);
    add("never closed, at the end", "\"a\nb\",\"\n", 2, 1, true);
    add("text after a quote", "1,\"open\n2,x\n3,\"y\"\n", 3, 0, false);
    add("stray quote after a cell of two lines", "\"a\nb\",x\"y\n", 2, 0, false);
    add("text after a quote, after a cell of two lines", "\"a\nb\",\"c\nd\"e\n", 3, 0, false);
}

void TestRecordSpan::spans()
{
    QFETCH(QByteArray, record);
    const RecordSpan span = RecordSpan::of(std::string_view(record.constData(), record.size()), {});
    QTEST(span.lines, "lines");
    QTEST(span.quoteLine, "quoteLine");
    QTEST(span.isUnclosed, "unclosed");
}

void TestRecordSpan::otherMarks()
{
    CsvFormat format;
    format.delimiter = ';';
    format.quote = '\'';
    format.lineEnd = '\r';
    const RecordSpan span = RecordSpan::of("a;'b\rc';'d\re\r", format);
    QCOMPARE(span.lines, 3);
    QCOMPARE(span.quoteLine, 1);
    QVERIFY(span.isUnclosed);
    format.quote = '\0';
    QCOMPARE(RecordSpan::of("a;'b\r", format).lines, 1);
}

QTEST_GUILESS_MAIN(TestRecordSpan)
#include "tst_recordspan.moc"
