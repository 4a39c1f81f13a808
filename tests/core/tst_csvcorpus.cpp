// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvdetector.h"
#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/project/projectfile.h"
#include "core/rules/ruleset.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

namespace {
const QString Corpus = QStringLiteral(WEIR_SOURCE_DIR "/tests/data/csv");

/// A format as the corpus writes it down.
struct Written
{
    CsvFormat format;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    bool known = true;
};

bool apply(const QByteArray &word, Written *written)
{
    CsvFormat &format = written->format;
    const auto is = [&word](const char *name) {
        return word == name;
    };
    if (is("gzip") || is("zstd"))
        format.compression = is("gzip") ? Compression::Gzip : Compression::Zstd;
    else if (is("utf-16le") || is("utf-16be"))
        format.encoding = is("utf-16le") ? TextEncoding::Utf16Le : TextEncoding::Utf16Be;
    else if (is("latin-1"))
        format.encoding = TextEncoding::Latin1;
    else if (is("semicolon") || is("tab") || is("bar"))
        format.delimiter = is("semicolon") ? ';' : is("tab") ? '\t' : '|';
    else if (is("apostrophe") || is("none"))
        format.quote = is("none") ? '\0' : '\'';
    else if (is("cr"))
        format.lineEnd = '\r';
    else if (is("no-header"))
        format.header = false;
    else if (is("fill"))
        written->ragged = ColumnMapping::Ragged::Fill;
    else if (word.startsWith("maximum="))
        format.maximumRecordBytes = word.mid(8).toLongLong();
    else
        return is("utf-8") || is("comma") || is("quote") || is("lf") || is("header");
    return true;
}

Written readFormat(const QByteArrayList &words)
{
    Written written;
    for (const QByteArray &word : words)
        written.known &= apply(word, &written);
    return written;
}

QByteArray escaped(std::string_view text)
{
    QByteArray result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n' || c == '\r' || c == '\t')
            result += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
        else if (byte < 0x20 || byte >= 0x7f)
            result += "\\x" + QByteArray(1, c).toHex().toUpper();
        else
            result += c;
    }
    return result;
}

QByteArray rowText(const Entity &entity, const RuleSet &rules, RowView row)
{
    const QList<Violation> violations = rules.check(row);
    QByteArrayList parts;
    for (const Violation &violation : violations) {
        const QString rule = ruleKindName(violation.rule);
        parts += (entity.fields[violation.column].name + u'/'
                  + (rule.isEmpty() ? QStringLiteral("well-formed") : rule))
                     .toUtf8();
    }
    if (!violations.isEmpty())
        return "invalid " + parts.join(' ');
    for (int column = 0; column < row.size(); ++column)
        parts += escaped(row[column]);
    return "ok " + parts.join('|');
}

/// A line for each record, in the file's order.
QByteArrayList verdictsOf(const CsvRows &rows, const Entity &entity, const RuleSet &rules)
{
    QMap<int, QByteArray> verdicts;
    for (int row = 0; row < rows.batch.rowCount(); ++row)
        verdicts[rows.recordOfRow[static_cast<std::size_t>(row)]] =
            rowText(entity, rules, rows.batch.row(row));
    for (const MalformedRecord &record : rows.malformed) {
        QByteArray &verdict = verdicts[record.record] = "malformed " + csvFaultName(record.fault).toUtf8();
        if (record.column >= 0)
            verdict += ' ' + QByteArray::number(record.column + 1);
    }
    QByteArrayList lines;
    for (auto it = verdicts.cbegin(); it != verdicts.cend(); ++it)
        lines += QByteArray::number(rows.records[static_cast<std::size_t>(it.key())].line) + ' ' + it.value();
    return lines;
}

/// What a file comes to, line by line as the corpus expects it.
QByteArrayList load(const QString &path, const Written &how, const Entity &entity, CsvSplitter::Limits limits)
{
    const auto source = openCsvSource(path, how.format, nullptr);
    if (!source)
        return {"error " + source.error().sentence.toUtf8()};
    CsvSplitter splitter(**source, how.format, limits);
    ColumnMapping mapping = ColumnMapping::byOrder(
        entity, static_cast<int>(CsvDetector::preview(path, how.format)->header.size()));
    if (how.format.header) {
        const auto header = splitter.nextRecord();
        if (!header)
            return {"error " + header.error().sentence.toUtf8()};
        if (!*header)
            return {"empty"};
        std::vector<std::string> cells;
        if (!CsvParser::cells((**header).raw((**header).records.front()), how.format, &cells))
            return {"malformed header"};
        QStringList names;
        for (const std::string &cell : cells)
            names += QString::fromStdString(cell);
        mapping = ColumnMapping::byName(entity, names);
        if (const auto fits = mapping.check(entity, names, {}, {}); !fits)
            return {"mapping " + fits.error().sentence.toUtf8()};
    }
    const CsvParser parser(how.format, mapping, how.ragged);
    const RuleSet rules(entity);
    QByteArrayList lines;
    while (true) {
        auto chunk = splitter.next();
        if (!chunk)
            return lines << "error " + chunk.error().sentence.toUtf8();
        if (!*chunk)
            return lines;
        lines += verdictsOf(parser.parse(std::move(**chunk)), entity, rules);
    }
}

/// "error …" and "mapping …" name a part of the sentence; "any" stands for any number of rows.
bool matches(QByteArrayList lines, const QByteArrayList &expected)
{
    for (const QByteArray &line : expected) {
        if (line == "any") {
            while (!lines.isEmpty() && lines.front().contains(" ok "))
                lines.removeFirst();
            continue;
        }
        if (lines.isEmpty())
            return false;
        const QByteArray found = lines.takeFirst();
        const QByteArray kind = line.left(line.indexOf(' ') + 1);
        const bool sentence = kind == "error " || kind == "mapping ";
        if (sentence ? !found.startsWith(kind) || !found.contains(line.mid(kind.size())) : found != line)
            return false;
    }
    return lines.isEmpty();
}
} // namespace

/// Files that are hard to read, each with what must become of every line of it.
class TestCsvCorpus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void files_data()
    {
        QTest::addColumn<QString>("path");
        const QFileInfoList files = QDir(Corpus).entryInfoList(QDir::Files);
        for (const QFileInfo &file : files) {
            if (file.suffix() != QStringLiteral("expected"))
                QTest::newRow(qPrintable(file.fileName())) << file.filePath();
        }
        QVERIFY(files.size() > 80);
    }

    void files()
    {
        QFETCH(QString, path);
        const Entity users = ProjectFile::sample().entities[0];
        QFile file(path + QStringLiteral(".expected"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArrayList expected = file.readAll().trimmed().split('\n');
        QByteArrayList words = expected.takeFirst().split(' ');
        const bool detected = words.takeFirst() == "detected";
        const Written how = readFormat(words);
        QVERIFY(how.known);
        if (detected) {
            const auto detection = CsvDetector::detect(path, {users});
            QVERIFY2(detection, detection ? "" : qPrintable(detection.error().sentence));
            QVERIFY2(detection->format == how.format, qPrintable(detection->evidence.join(u' ')));
        }
        for (const CsvSplitter::Limits limits : {CsvSplitter::Limits{}, {1, 1 << 20}, {2, 30}}) {
            const QByteArrayList lines = load(path, how, users, limits);
            QVERIFY2(matches(lines, expected), lines.join('\n').constData());
        }
    }

    /// A line of 100 MB is read; one beyond the limit is one error, and the lines before it stay.
    void hugeLines()
    {
        const Entity users = ProjectFile::sample().entities[0];
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("huge.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray huge(100'000'000, 'x');
        for (const QByteArray &part : {QByteArray("id,name,email\n1,Alice,a@example.com\n2,\""), huge,
                                       QByteArray("\",b@example.com\n3,Carol,c@example.com\n")})
            QCOMPARE(file.write(part), part.size());
        file.close();
        QByteArrayList lines = load(file.fileName(), {}, users, {});
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0], QByteArray("2 ok 1|Alice|a@example.com"));
        QCOMPARE(lines[1].size(), huge.size() + QByteArray("3 ok 2||b@example.com").size());
        QCOMPARE(lines[2], QByteArray("4 ok 3|Carol|c@example.com"));

        Written limited;
        limited.format.maximumRecordBytes = 64 << 20;
        lines = load(file.fileName(), limited, users, {});
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines[1].startsWith("error ") && lines[1].contains("line 3"), lines[1].constData());
    }
};

QTEST_GUILESS_MAIN(TestCsvCorpus)
#include "tst_csvcorpus.moc"
