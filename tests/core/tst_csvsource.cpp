// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/filesource.h"
#include "core/csv/memorysource.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

using namespace Weir;

namespace {
QByteArray gzipped(const QByteArray &text)
{
    z_stream z = {};
    if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(static_cast<qsizetype>(deflateBound(&z, static_cast<uLong>(text.size()))) + 64, '\0');
    QByteArray input = text;
    z.next_in = reinterpret_cast<Bytef *>(input.data());
    z.avail_in = static_cast<uInt>(input.size());
    z.next_out = reinterpret_cast<Bytef *>(packed.data());
    z.avail_out = static_cast<uInt>(packed.size());
    const int status = deflate(&z, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(z.total_out));
    deflateEnd(&z);
    return status == Z_STREAM_END ? packed : QByteArray();
}

QByteArray zstdPacked(const QByteArray &text)
{
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(text.size()))),
                      '\0');
    const std::size_t size = ZSTD_compress(packed.data(), static_cast<std::size_t>(packed.size()),
                                           text.constData(), static_cast<std::size_t>(text.size()), 3);
    packed.truncate(static_cast<qsizetype>(size));
    return packed;
}

Expected<QByteArray> readAll(ByteSource &source, std::size_t step)
{
    QByteArray text;
    std::vector<char> buffer(step);
    while (true) {
        const auto read = source.read(buffer);
        if (!read)
            return tl::make_unexpected(read.error());
        if (*read == 0)
            return text;
        text.append(buffer.data(), *read);
    }
}

QByteArray manyLines(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i * 7919) + ",line " + QByteArray::number(i) + '\n';
    return text;
}

CsvFormat formatOf(Compression compression, TextEncoding encoding = TextEncoding::Utf8)
{
    CsvFormat format;
    format.compression = compression;
    format.encoding = encoding;
    return format;
}
} // namespace

class TestCsvSource : public QObject
{
    Q_OBJECT
private:
    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QVERIFY(m_directory.isValid());
    }

    void readsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("encoding");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("start");
        const auto row = [](const char *name, const QByteArray &bytes, Compression compression,
                            TextEncoding encoding, const QByteArray &text, qint64 start = 0) {
            QTest::newRow(name) << bytes << static_cast<int>(compression) << static_cast<int>(encoding)
                                << text << start;
        };
        const QByteArray large = manyLines(60000);
        const QByteArray mark = "\xef\xbb\xbf";
        const auto utf8 = TextEncoding::Utf8;
        row("empty", "", Compression::None, utf8, "");
        row("plain", large, Compression::None, utf8, large);
        row("byte order mark", mark + "a,b\n", Compression::None, utf8, "a,b\n", 3);
        row("mark alone", mark, Compression::None, utf8, "", 3);
        row("half a mark", mark.left(2), Compression::None, utf8, mark.left(2));
        row("mark within", "a" + mark, Compression::None, utf8, "a" + mark);
        row("invalid UTF-8 passes", "\xff\xfe\n", Compression::None, utf8, "\xff\xfe\n");
        row("gzip", gzipped(large), Compression::Gzip, utf8, large);
        row("gzip of nothing", gzipped(""), Compression::Gzip, utf8, "");
        row("gzip with a mark", gzipped(mark + "a\n"), Compression::Gzip, utf8, "a\n", 3);
        row("gzip, members", gzipped("a\nb") + gzipped("") + gzipped("c\n" + large), Compression::Gzip, utf8,
            "a\nbc\n" + large);
        row("gzip, zeros behind", gzipped("a\n") + QByteArray(600000, '\0'), Compression::Gzip, utf8, "a\n");
        row("zstd", zstdPacked(large), Compression::Zstd, utf8, large);
        row("zstd of nothing", zstdPacked(""), Compression::Zstd, utf8, "");
        row("zstd, frames", zstdPacked(large) + zstdPacked("b\n"), Compression::Zstd, utf8, large + "b\n");
        row("Latin-1", "M\xfcller;\xe9\xff\n", Compression::None, TextEncoding::Latin1, "Müller;éÿ\n");
        const QString text = QStringLiteral("\uFEFFMüller,名,🙂\n");
        row("UTF-16 LE", encodeText(text.toStdString(), TextEncoding::Utf16Le), Compression::None,
            TextEncoding::Utf16Le, "Müller,名,🙂\n", 3);
        row("UTF-16 BE", encodeText(text.toStdString(), TextEncoding::Utf16Be), Compression::None,
            TextEncoding::Utf16Be, "Müller,名,🙂\n", 3);
        row("UTF-16 in zstd", zstdPacked(encodeText(large.toStdString(), TextEncoding::Utf16Le)),
            Compression::Zstd, TextEncoding::Utf16Le, large);
        row("Latin-1 in gzip", gzipped("\xe4\n"), Compression::Gzip, TextEncoding::Latin1, "ä\n");
    }

    void readsWhatIsThere()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, compression);
        QFETCH(int, encoding);
        QFETCH(QByteArray, text);
        QFETCH(qint64, start);
        const QString path = write("file", bytes);
        const CsvFormat format =
            formatOf(static_cast<Compression>(compression), static_cast<TextEncoding>(encoding));
        for (const std::size_t step : {std::size_t{1} << 20, std::size_t{5}}) {
            if (step < 10 && text.size() > 100000)
                continue;
            ContentHash hash;
            const auto source = openCsvSource(path, format, &hash);
            QVERIFY2(source, source ? "" : qPrintable(source.error().sentence));
            const auto read = readAll(**source, step);
            QVERIFY2(read, read ? "" : qPrintable(read.error().sentence));
            QCOMPARE(*read, text);
            QCOMPARE((*source)->start(), start);
            QCOMPARE((*source)->fileSize(), bytes.size());
            QCOMPARE((*source)->filePosition(), bytes.size());
            QCOMPARE(hash.result().size(), 16);
            QCOMPARE(hash.result(), *ContentHash::ofFile(path));
        }
        // However the bytes arrive.
        const std::string held = bytes.toStdString();
        auto slow = decodeCsvSource(std::make_unique<MemorySource>(held, held.size() > 100000 ? 997 : 1),
                                    format, path);
        QVERIFY(slow);
        QCOMPARE(*readAll(**slow, 4096), text);
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("compression");
        QTest::addColumn<int>("encoding");
        const auto row = [](const char *name, const QByteArray &bytes, Compression compression,
                            TextEncoding encoding = TextEncoding::Utf8) {
            QTest::newRow(name) << bytes << static_cast<int>(compression) << static_cast<int>(encoding);
        };
        const QByteArray packed = gzipped(manyLines(1000));
        QByteArray changed = packed;
        changed[packed.size() / 2] = static_cast<char>(changed[packed.size() / 2] ^ 0x55);
        row("gzip cut off", packed.left(packed.size() - 5), Compression::Gzip);
        row("gzip changed", changed, Compression::Gzip);
        row("gzip with rubbish behind", packed + "rubbish", Compression::Gzip);
        row("no gzip", "a,b\n1,2\n", Compression::Gzip);
        row("empty as gzip", "", Compression::Gzip);
        const QByteArray zstd = zstdPacked(manyLines(1000));
        row("zstd cut off", zstd.left(zstd.size() - 5), Compression::Zstd);
        row("no zstd", "a,b\n1,2\n", Compression::Zstd);
        row("empty as zstd", "", Compression::Zstd);
        row("half a UTF-16 unit", QByteArray("a\0b", 3), Compression::None, TextEncoding::Utf16Le);
        row("lone surrogate", QByteArray("\x3d\xd8\x61\x00", 4), Compression::None, TextEncoding::Utf16Le);
        row("low surrogate first", QByteArray("\xde\x42\x00\x61", 4), Compression::None,
            TextEncoding::Utf16Be);
        row("surrogate at the end", QByteArray("a\0\x3d\xd8", 4), Compression::None, TextEncoding::Utf16Le);
    }

    void damagedFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, compression);
        QFETCH(int, encoding);
        const QString path = write("damaged", bytes);
        const CsvFormat format =
            formatOf(static_cast<Compression>(compression), static_cast<TextEncoding>(encoding));
        const auto source = openCsvSource(path, format, nullptr);
        const auto read = source ? readAll(**source, 1000) : tl::make_unexpected(source.error());
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(path), qPrintable(read.error().sentence));
        QVERIFY(!read.error().sentence.contains(QRegularExpression(QStringLiteral("%\\d"))));
    }

    void cannotBeOpened()
    {
        for (const QString &path : {m_directory.filePath(QStringLiteral("missing")), m_directory.path()}) {
            const auto source = openCsvSource(path, {}, nullptr);
            QVERIFY(!source);
            QVERIFY2(source.error().sentence.contains(path), qPrintable(source.error().sentence));
            QVERIFY(!ContentHash::ofFile(path));
        }
    }

    void fileThatShrinks()
    {
        const QString path = write("shrinks", manyLines(1000));
        const auto source = openCsvSource(path, {}, nullptr);
        QVERIFY(source);
        QVERIFY(QFile::resize(path, 100));
        const auto read = readAll(**source, 64);
        QVERIFY(!read);
        QVERIFY2(read.error().sentence.contains(QStringLiteral("shorter")),
                 qPrintable(read.error().sentence));
    }

    void fileThatVanishes()
    {
        const QByteArray text = manyLines(1000);
        const QString path = write("vanishes", text);
        const auto source = openCsvSource(path, {}, nullptr);
        QVERIFY(source);
        QVERIFY(QFile::remove(path));
        QCOMPARE(*readAll(**source, 64), text);
    }

    void fileThatGrows_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("fine");
        QTest::newRow("by whole lines") << QByteArray("a,b\n1,2\n") << true;
        QTest::newRow("in the middle of a line") << QByteArray("a,b\n1,2") << false;
    }

    void fileThatGrows()
    {
        QFETCH(QByteArray, before);
        QFETCH(bool, fine);
        const QString path = write("grows", before);
        const auto source = openCsvSource(path, {}, nullptr);
        QVERIFY(source);
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write("34,5\n"), 5);
        file.close();
        const auto read = readAll(**source, 64);
        QCOMPARE(read.has_value(), fine);
        if (fine)
            QCOMPARE(*read, before);
        else
            QVERIFY2(read.error().sentence.contains(QStringLiteral("grew")),
                     qPrintable(read.error().sentence));
    }

    void pipes()
    {
        const QString path = m_directory.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QByteArray text = manyLines(20000);
        std::thread writer([&] {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                file.write(text);
        });
        const QByteArray head = "0,head\n";
        ContentHash hash;
        const auto source = openCsvSource(path, {}, &hash, head);
        const auto read = source ? readAll(**source, 1000) : tl::make_unexpected(source.error());
        writer.join();
        QVERIFY(read);
        QCOMPARE(*read, head + text);
        QCOMPARE((*source)->fileSize(), qint64(-1));
        QCOMPARE((*source)->filePosition(), head.size() + text.size());
        ContentHash expected;
        expected.add(*read);
        QCOMPARE(hash.result(), expected.result());
    }

    void splitterCountsTheMark()
    {
        const QString path = write("mark", "\xef\xbb\xbfid\n1\n");
        const auto source = openCsvSource(path, {}, nullptr);
        QVERIFY(source);
        CsvSplitter splitter(**source, {}, {});
        const auto header = splitter.nextRecord();
        QVERIFY((**header).bytes == "id\n");
        QCOMPARE((**header).byteOffset, qint64(3));
        QCOMPARE((**splitter.next()).byteOffset, qint64(6));
    }

    void encodingIsTheInverse()
    {
        const std::string text = "a,Müller ÿ\n";
        for (const TextEncoding encoding :
             {TextEncoding::Utf8, TextEncoding::Latin1, TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
            const QString path = write("encoded", byteOrderMark(encoding) + encodeText(text, encoding));
            const auto source = openCsvSource(path, formatOf(Compression::None, encoding), nullptr);
            QVERIFY(source);
            QCOMPARE(*readAll(**source, 100), QByteArray::fromStdString(text));
        }
        QCOMPARE(encodeText("\xff\0a", TextEncoding::Utf8), QByteArray("\xff"));
        QCOMPARE(encodeText("ä", TextEncoding::Utf16Be), QByteArray("\0\xe4", 2));
    }
};

QTEST_GUILESS_MAIN(TestCsvSource)
#include "tst_csvsource.moc"
