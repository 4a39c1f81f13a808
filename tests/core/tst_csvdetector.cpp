// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvdetector.h"
#include "core/csv/csvsource.h"
#include "core/project/projectfile.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>

using namespace Weir;

namespace {
CsvFormat format(char delimiter, bool header = true)
{
    CsvFormat format;
    format.delimiter = delimiter;
    format.header = header;
    return format;
}

QByteArray rowsOf(const CsvDetection &detection)
{
    QByteArray text;
    for (const auto &row : detection.rows) {
        for (const std::string &cell : row)
            text += '[' + QByteArray::fromStdString(cell) + ']';
        text += ' ';
    }
    return text;
}
} // namespace

Q_DECLARE_METATYPE(Weir::CsvFormat)

class TestCsvDetector : public QObject
{
    Q_OBJECT
private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

    QTemporaryDir m_directory;
    const QList<Entity> m_entities = ProjectFile::sample().entities;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        QVERIFY(m_directory.isValid());
    }

    void detects_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<CsvFormat>("expected");
        QTest::addColumn<QStringList>("header");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char *name, const QByteArray &bytes, const CsvFormat &expected,
                            const char *header, const char *rows) {
            const QString names = QString::fromUtf8(header);
            QTest::newRow(name) << bytes << expected << (names.isEmpty() ? QStringList() : names.split(u'|'))
                                << QByteArray(rows);
        };
        row("commas", "id,name,email\n1,Alice,a@b.de\n", format(','), "id|name|email", "[1][Alice][a@b.de] ");
        row("semicolons, decimal commas", "id;name;price\n1;Lamp;3,50\n2;Chair;4,75\n", format(';'),
            "id|name|price", "[1][Lamp][3,50] [2][Chair][4,75] ");
        row("semicolons, no names known", "a;b\n1,5;2,5\n1,5;2,5\n", format(';'), "a|b",
            "[1,5][2,5] [1,5][2,5] ");
        row("tabs", "name\temail\nAlice\ta@b.de\n", format('\t'), "name|email", "[Alice][a@b.de] ");
        row("bars", "x|y|z\n1|2|3\n", format('|'), "x|y|z", "[1][2][3] ");
        row("no header", "1,Alice,a@b.de\n2,Bob,b@b.de\n", format(',', false), "Column 1|Column 2|Column 3",
            "[1][Alice][a@b.de] [2][Bob][b@b.de] ");
        row("unknown names", "colour,shape\nred,round\n", format(','), "colour|shape", "[red][round] ");
        row("header beside an index", ",name,email\n1,Alice,a@b.de\n", format(','), "|name|email",
            "[1][Alice][a@b.de] ");
        row("quotes and line ends", "name,email\n\"A, \"\"B\"\"\nC\",a@b.de\n", format(','), "name|email",
            "[A, \"B\"\nC][a@b.de] ");
        row("leading zeros and long numbers stay", "id,name\n007,00012345678901234567890\n", format(','),
            "id|name", "[007][00012345678901234567890] ");
        row("one column", "name\nAlice\nBob\n", format(','), "name", "[Alice] [Bob] ");
        row("empty", "", format(','), "", "");
        row("empty lines", "\n\n", format(','), "", "");
        row("header alone", "id,name\n", format(','), "id|name", "");
        row("stray quote", "id,name\n1,a\"b\n2,c\n", format(','), "id|name", "[1,a\"b\n] [2][c] ");
        row("mark", "\xef\xbb\xbfid,name\n1,a\n", format(','), "id|name", "[1][a] ");

        CsvFormat apostrophes = format(',');
        apostrophes.quote = '\'';
        row("apostrophes", "'id','name','x'\n'1','a,b','c'\n'2','d','e'\n", apostrophes, "id|name|x",
            "[1][a,b][c] [2][d][e] ");
        row("apostrophes within", "id,name\n1,'tis\n2,O'Neill\n", format(','), "id|name",
            "[1]['tis] [2][O'Neill] ");

        CsvFormat macintosh = format(',');
        macintosh.lineEnd = '\r';
        row("CR", "id,name\r1,a\r", macintosh, "id|name", "[1][a] ");
        row("CR LF", "id,name\r\n1,a\r\n", format(','), "id|name", "[1][a] ");

        const std::string text = "id,name\n1,Ünal\n";
        CsvFormat utf16 = format(',');
        for (const TextEncoding encoding : {TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
            utf16.encoding = encoding;
            const QByteArray name =
                encoding == TextEncoding::Utf16Le ? QByteArray("UTF-16 LE") : QByteArray("UTF-16 BE");
            row(name.constData(), encodeText(text, encoding), utf16, "id|name", "[1][Ünal] ");
            row((name + ", mark").constData(), byteOrderMark(encoding) + encodeText(text, encoding), utf16,
                "id|name", "[1][Ünal] ");
        }
    }

    void detects()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(CsvFormat, expected);
        QFETCH(QStringList, header);
        QFETCH(QByteArray, rows);
        const QString path = write(QStringLiteral("file.csv"), bytes);
        const auto detection = CsvDetector::detect(path, m_entities);
        QVERIFY2(detection, detection ? "" : qPrintable(detection.error().sentence));
        const QString evidence = detection->evidence.join(u'\n');
        QVERIFY2(detection->format == expected, qPrintable(evidence));
        QCOMPARE(detection->header, header);
        QCOMPARE(rowsOf(*detection), rows);
        QCOMPARE(detection->rows.size(), detection->lines.size());
        QVERIFY(!evidence.isEmpty());
        QVERIFY2(!evidence.contains(QRegularExpression(QStringLiteral("%\\d"))), qPrintable(evidence));
        QCOMPARE(detection->fileSize, bytes.size());
        QCOMPARE(detection->estimatedRows, static_cast<qint64>(detection->rows.size()));
        QVERIFY(detection->head.isEmpty());

        const auto preview = CsvDetector::preview(path, expected);
        QVERIFY(preview);
        QCOMPARE(preview->header, header);
        QCOMPARE(rowsOf(*preview), rows);
    }

    void evidenceCounts()
    {
        const QString path = write(QStringLiteral("e.csv"), "id;name\n1;a\n2;b\n3\n4;\xff\n5;\"c\"d\n");
        const auto detection = CsvDetector::detect(path, m_entities);
        QVERIFY(detection);
        const QString evidence = detection->evidence.join(u'\n');
        QVERIFY2(evidence.contains(QStringLiteral("Semicolon: 4 of 6 lines have 2 columns.")),
                 qPrintable(evidence));
        QVERIFY2(evidence.contains(QStringLiteral("Lines that are not valid UTF-8: 1.")),
                 qPrintable(evidence));
        QVERIFY2(evidence.contains(QStringLiteral("Lines with a misplaced quote: 1.")), qPrintable(evidence));
        QCOMPARE(detection->lines.back(), qint64(6));
    }

    void bigFile_data()
    {
        QTest::addColumn<QStringList>("packer");
        QTest::addColumn<int>("compression");
        QTest::newRow("plain") << QStringList() << static_cast<int>(Compression::None);
        QTest::newRow("gzip") << QStringList{QStringLiteral("gzip"), QStringLiteral("-k")}
                              << static_cast<int>(Compression::Gzip);
    }

    /// The record that the sample's end cuts is left out; the rows are estimated.
    void bigFile()
    {
        QFETCH(QStringList, packer);
        QFETCH(int, compression);
        QByteArray text = "id,name,email\n";
        constexpr int rows = 200000;
        for (int i = 0; i < rows; ++i)
            text += QByteArray::number(100000 + i) + ",\"a\nb " + QByteArray::number(i * 7919LL % 100000)
                + "\",user" + QByteArray::number(i * 104729LL % 1000003) + "@example.com\n";
        QString path = write(QStringLiteral("big.csv"), text);
        if (!packer.isEmpty()) {
            QCOMPARE(QProcess::execute(packer.front(), packer.mid(1) + QStringList{path}), 0);
            path += QStringLiteral(".gz");
        }
        const auto detection = CsvDetector::detect(path, m_entities);
        QVERIFY(detection);
        QCOMPARE(static_cast<int>(detection->format.compression), compression);
        QCOMPARE(detection->format.delimiter, ',');
        QCOMPARE(detection->rows.size(), std::size_t(CsvDetector::PreviewRows));
        QVERIFY(!detection->evidence.join(u' ').contains(QStringLiteral("misplaced")));
        QVERIFY2(qAbs(detection->estimatedRows - rows) < rows / 5,
                 qPrintable(QString::number(detection->estimatedRows)));
        QCOMPARE(detection->lines[1], qint64(4));
    }

    void damagedFile()
    {
        const auto detection =
            CsvDetector::detect(write(QStringLiteral("d.csv.gz"), "\x1f\x8b rubbish"), m_entities);
        QVERIFY(!detection);
        QVERIFY(detection.error().sentence.contains(QStringLiteral("d.csv.gz")));
        QVERIFY(!CsvDetector::detect(m_directory.filePath(QStringLiteral("none.csv")), m_entities));
        QVERIFY(!CsvDetector::preview(m_directory.path(), {}));
    }

    /// What is read from a pipe is handed on: preview and load need not read it again.
    void pipe()
    {
        const QString path = m_directory.filePath(QStringLiteral("pipe"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        const QByteArray text = "id;name\n1;Alice\n";
        std::thread writer([&] {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
                file.write(text);
        });
        const auto detection = CsvDetector::detect(path, m_entities);
        writer.join();
        QVERIFY(detection);
        QCOMPARE(detection->head, text);
        QCOMPARE(detection->fileSize, qint64(-1));
        QCOMPARE(detection->estimatedRows, qint64(1));
        const auto preview = CsvDetector::preview(path, format(';', false), detection->head);
        QVERIFY(preview);
        QCOMPARE(rowsOf(*preview), QByteArray("[id][name] [1][Alice] "));
        QCOMPARE(preview->head, text);
    }

    void entityFor_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("entity");
        const auto row = [](const char *name, const char *path, const char *header, int entity) {
            QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(header) << entity;
        };
        row("by header", "/tmp/a.csv", "id,name,price", 1);
        row("header before name", "/tmp/users.csv", "id,name,price", 1);
        row("by labels", "/tmp/a.csv", "User ID,Product ID,Quantity", 2);
        row("by file name", "/data/Orders-2024.csv.gz", "Column 1,Column 2", 2);
        row("name settles what the header leaves open", "/tmp/products.csv", "id,name", 1);
        row("the header leaves it open", "/tmp/a.csv", "id,name", -1);
        row("the key says nothing", "/tmp/a.csv", "id,colour", -1);
        row("nothing", "/tmp/users/a.csv", "x,y", -1);
    }

    void entityFor()
    {
        QFETCH(QString, path);
        QFETCH(QString, header);
        QFETCH(int, entity);
        QCOMPARE(CsvDetector::entityFor(path, header.split(u','), m_entities), entity);
    }
};

QTEST_GUILESS_MAIN(TestCsvDetector)
#include "tst_csvdetector.moc"
