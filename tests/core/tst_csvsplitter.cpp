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
struct Whole
{
    std::string bytes;
    std::vector<ReferenceRecord> records;
    qint64 lines = 0;
    QString error;
};

/// All chunks put together again.
Whole splitAll(std::string_view text, const CsvFormat &format, CsvSplitter::Limits limits, std::size_t step)
{
    MemorySource source(text, step);
    CsvSplitter splitter(source, format, limits);
    Whole whole;
    whole.lines = 1;
    for (qint64 number = 0;; ++number) {
        auto chunk = splitter.next();
        if (!chunk) {
            whole.error = chunk.error().sentence;
            return whole;
        }
        if (!*chunk)
            return whole;
        Q_ASSERT((**chunk).byteOffset == static_cast<qint64>(whole.bytes.size()));
        Q_ASSERT(!(**chunk).bytes.empty());
        for (const CsvRecord &record : (**chunk).records)
            whole.records.push_back({whole.bytes.size() + record.offset, record.length, record.line, {}, {}});
        whole.bytes += (**chunk).bytes;
        whole.lines = (**chunk).endLine;
        Q_ASSERT(splitter.position().byteOffset == static_cast<qint64>(whole.bytes.size()));
        Q_ASSERT(splitter.position().line == whole.lines);
        Q_ASSERT(splitter.position().chunk == number + 1);
    }
}

bool sameRecords(const std::vector<ReferenceRecord> &a, const std::vector<ReferenceRecord> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ReferenceRecord &x, const ReferenceRecord &y) {
                          return x.offset == y.offset && x.length == y.length && x.line == y.line;
                      });
}

std::string describe(const std::vector<ReferenceRecord> &records)
{
    std::string text;
    for (const ReferenceRecord &record : records)
        text += std::to_string(record.line) + ':' + std::to_string(record.offset) + '+'
            + std::to_string(record.length) + ' ';
    return text;
}

/// Text of the characters that matter, in random order.
std::string randomText(QRandomGenerator &random, int length)
{
    static constexpr std::string_view Alphabet = "ab,,;\"\"\"\n\n\r\n'\t";
    std::string text;
    for (int i = 0; i < length; ++i)
        text += Alphabet[static_cast<std::size_t>(random.bounded(static_cast<int>(Alphabet.size())))];
    return text;
}
} // namespace

class TestCsvSplitter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void cutsRecords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("records"); // line:offset+length
        QTest::addColumn<qint64>("endLine");
        const auto row = [](const char *name, const QByteArray &text, const char *records, qint64 endLine) {
            QTest::newRow(name) << text << QByteArray(records) << endLine;
        };
        row("empty", "", "", 1);
        row("one line", "a,b\n", "1:0+4 ", 2);
        row("last line without its end", "a\nb", "1:0+2 2:2+1 ", 3);
        row("CRLF", "a\r\nb\r\n", "1:0+3 2:3+3 ", 3);
        row("empty lines are no rows", "\na\n\r\n\nb\n\n", "2:1+2 5:6+2 ", 7);
        row("nothing but empty lines", "\n\r\n\n", "", 4);
        row("a carriage return alone at the end", "a\n\r", "1:0+2 ", 3);
        row("line end in quotes", "a,\"x\ny\"\nb\n", "1:0+8 3:8+2 ", 4);
        row("doubled quotes and a line end", "\"\"\"\n\"\"\"\nb\n", "1:0+8 3:8+2 ", 4);
        row("quoted empty cell", "\"\"\nb\n", "1:0+3 2:3+2 ", 3);
        row("stray quote ends with its line", "a\"b,\"c\nd\n", "1:0+7 2:7+2 ", 3);
        row("text after a quote ends with its line", "\"a\"b\"\nc\n", "1:0+6 2:6+2 ", 3);
        row("open quote takes the rest", "a\n\"b\nc\nd", "1:0+2 2:2+6 ", 5);
        row("NUL bytes", QByteArray("a\0b\n\0\n", 6), "1:0+4 2:4+2 ", 3);
        row("spaces are no empty line", " \nb\n", "1:0+2 2:2+2 ", 3);
    }

    void cutsRecords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, records);
        QFETCH(qint64, endLine);
        const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
        for (const std::size_t step : {0U, 1U, 3U}) {
            const Whole whole = splitAll(view, {}, {}, step);
            QCOMPARE(QByteArray::fromStdString(describe(whole.records)), records);
            QVERIFY(whole.bytes == view);
            QCOMPARE(whole.lines, endLine);
        }
    }

    /// Whatever the limits and however the source cuts its answers: the reference's records, and all bytes.
    void agreesWithReference()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 20000; ++round) {
            const std::string text = randomText(random, random.bounded(60));
            CsvFormat format;
            format.quote = random.bounded(4) == 0 ? '\0' : random.bounded(4) == 0 ? '\'' : '"';
            format.delimiter = random.bounded(3) == 0 ? ';' : ',';
            format.lineEnd = random.bounded(5) == 0 ? '\r' : '\n';
            const CsvSplitter::Limits limits{random.bounded(1, 8), random.bounded(1, 40)};
            const Whole whole = splitAll(text, format, limits, static_cast<std::size_t>(random.bounded(9)));
            QVERIFY2(whole.bytes == text, text.c_str());
            QVERIFY2(sameRecords(whole.records, CsvReference(text, format).records()), text.c_str());
        }
    }

    /// Blocks of the file end within records, quotes and line ends.
    void readsLongText()
    {
        QRandomGenerator random(2);
        std::string text;
        while (text.size() < (std::size_t{3} << 20)) {
            text += randomText(random, 30);
            text += '"' + std::string(static_cast<std::size_t>(random.bounded(3000)), '\n') + "\"\n";
            text += std::string(static_cast<std::size_t>(random.bounded(70000)), 'x') + ",\"y\"\r\n";
        }
        const auto expected = CsvReference(text, {}).records();
        for (const CsvSplitter::Limits limits :
             {CsvSplitter::Limits{}, CsvSplitter::Limits{7, 1 << 20}, CsvSplitter::Limits{1000, 5000}}) {
            const Whole whole = splitAll(text, {}, limits, 100000);
            QVERIFY(whole.bytes == text);
            QVERIFY(sameRecords(whole.records, expected));
        }
    }

    void keepsLimits()
    {
        std::string text;
        for (int i = 0; i < 1000; ++i)
            text += std::to_string(i) + ",abc\n";
        MemorySource source(text);
        CsvSplitter splitter(source, {}, {100, 500});
        while (true) {
            const auto chunk = splitter.next();
            QVERIFY(chunk);
            if (!*chunk)
                break;
            QVERIFY((**chunk).records.size() <= 100);
            QVERIFY((**chunk).bytes.size() <= 500);
            QVERIFY((**chunk).bytes.size() > 490 || (**chunk).records.size() == 100
                    || (**chunk).endOffset() == static_cast<qint64>(text.size()));
        }
    }

    void longRecordMakesLongChunk()
    {
        const std::string text = "a\n" + std::string(std::size_t{8} << 20, 'x') + "\nb\n";
        MemorySource source(text);
        CsvSplitter splitter(source, {}, {1000, 1000});
        QCOMPARE((**splitter.next()).bytes.size(), std::size_t(2));
        QCOMPARE((**splitter.next()).bytes.size(), (std::size_t{8} << 20) + 1);
        QCOMPARE((**splitter.next()).bytes.size(), std::size_t(2));
        QVERIFY(!*splitter.next());
    }

    void tooLongRecordIsOneError_data()
    {
        QTest::addColumn<QByteArray>("longRecord");
        QTest::newRow("plain") << QByteArray(2000, 'x') + '\n';
        QTest::newRow("never closed quote") << "\"" + QByteArray("a\n").repeated(700);
        QTest::newRow("without its end") << QByteArray(2000, 'x');
    }

    void tooLongRecordIsOneError()
    {
        QFETCH(QByteArray, longRecord);
        const std::string text = "a,b\n\nc,d\n" + longRecord.toStdString();
        CsvFormat format;
        format.maximumRecordBytes = 1000;
        for (const std::size_t step : {0U, 7U}) {
            const Whole whole = splitAll(text, format, {}, step);
            QCOMPARE(whole.records.size(), std::size_t(2));
            QVERIFY(whole.bytes == "a,b\n\nc,d\n");
            QVERIFY2(whole.error.contains(QStringLiteral("line 4")), qPrintable(whole.error));
        }
    }

    void recordAsLongAsAllowed()
    {
        const std::string text = std::string(999, 'x') + "\ny\n";
        CsvFormat format;
        format.maximumRecordBytes = 1000;
        QCOMPARE(splitAll(text, format, {}, 0).records.size(), std::size_t(2));
        format.maximumRecordBytes = 999;
        QCOMPARE(splitAll(text, format, {}, 0).records.size(), std::size_t(0));
    }

    void headerIsNotCounted()
    {
        const std::string text = "\nid,\"na\nme\"\n1,a\n2,b\n";
        MemorySource source(text);
        CsvSplitter splitter(source, {}, {1, 1000});
        const auto header = splitter.nextRecord();
        QVERIFY(header && *header);
        QVERIFY((**header).raw((**header).records.front()) == "id,\"na\nme\"\n");
        QCOMPARE((**header).records.front().line, qint64(2));
        QCOMPARE(splitter.position(), (CsvPosition{0, 12, 4}));
        const auto first = splitter.next();
        QVERIFY(first && *first);
        QCOMPARE(splitter.position().chunk, qint64(1));
        QCOMPARE((**first).byteOffset, qint64(12));
        QCOMPARE((**first).records.front().line, qint64(4));
        QVERIFY(*splitter.next());
        QCOMPARE(splitter.position().chunk, qint64(2));
    }

    void noHeaderInEmptyText()
    {
        for (const char *text : {"", "\n\n\r\n"}) {
            MemorySource source(text);
            CsvSplitter splitter(source, {}, {});
            const auto header = splitter.nextRecord();
            QVERIFY(header);
            QVERIFY(!*header);
        }
    }

    /// Resuming: the bytes of committed chunks are compared, then splitting goes on as if it had read them.
    void goesOnBehindComparedBytes()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 500; ++round) {
            const std::string text = randomText(random, 200);
            const CsvSplitter::Limits limits{random.bounded(1, 6), 60};
            MemorySource source(text);
            CsvSplitter splitter(source, {}, limits);
            MemorySource again(text, 5);
            CsvSplitter resumed(again, {}, limits);
            const int compared = random.bounded(1, 5);
            for (int number = 0;; ++number) {
                const auto chunk = splitter.next();
                QVERIFY(chunk);
                if (number < compared && *chunk) {
                    const auto bytes = resumed.nextBytes(static_cast<qint64>((**chunk).bytes.size()));
                    QVERIFY(bytes && *bytes);
                    QVERIFY(**bytes == (**chunk).bytes);
                } else {
                    const auto other = resumed.next();
                    QVERIFY(other);
                    QCOMPARE(other->has_value(), chunk->has_value());
                    if (!*chunk)
                        break;
                    QVERIFY((**other).bytes == (**chunk).bytes);
                    QCOMPARE((**other).hash, (**chunk).hash);
                    QCOMPARE((**other).endLine, (**chunk).endLine);
                }
                QCOMPARE(resumed.position(), splitter.position());
            }
        }
    }

    void comparedBytesOfShorterFile()
    {
        MemorySource source("a\nb\n");
        CsvSplitter splitter(source, {}, {});
        const auto bytes = splitter.nextBytes(5);
        QVERIFY(bytes);
        QVERIFY(!*bytes);
        QCOMPARE((**splitter.next()).bytes.size(), std::size_t(4));
    }

    void bytesThatNoChunkCanHave()
    {
        MemorySource source("a\nb\n");
        CsvSplitter splitter(source, {}, {});
        for (const qint64 bytes : {qint64{0}, qint64{-1}, std::numeric_limits<qint64>::min(),
                                   (qint64{2} << 30) + 1, std::numeric_limits<qint64>::max()}) {
            const auto answer = splitter.nextBytes(bytes);
            QVERIFY(!answer);
            QVERIFY(!answer.error().sentence.isEmpty());
        }
        QCOMPARE(splitter.position(), CsvPosition());
        QVERIFY(**splitter.nextBytes(4) == "a\nb\n");
    }

    /// Whole records before a failure are given, what is cut off is not.
    void failingSource()
    {
        class Failing : public ByteSource
        {
        public:
            Expected<qint64> read(std::span<char> buffer) override
            {
                if (m_given)
                    return failure(QStringLiteral("The disk is gone."));
                m_given = true;
                const std::string_view text = "a,b\nc,d\ne";
                std::copy(text.begin(), text.end(), buffer.begin());
                return static_cast<qint64>(text.size());
            }
            qint64 filePosition() const override { return 0; }
            qint64 fileSize() const override { return -1; }

        private:
            bool m_given = false;
        };
        Failing source;
        CsvSplitter splitter(source, {}, {});
        const auto chunk = splitter.next();
        QVERIFY(chunk && *chunk);
        QVERIFY((**chunk).bytes == "a,b\nc,d\n");
        const auto end = splitter.next();
        QVERIFY(!end);
        QCOMPARE(end.error().sentence, QStringLiteral("The disk is gone."));
    }
};

QTEST_GUILESS_MAIN(TestCsvSplitter)
#include "tst_csvsplitter.moc"
