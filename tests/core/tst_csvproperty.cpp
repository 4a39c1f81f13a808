// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/memorysource.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Weir;

namespace {
using Row = std::vector<std::string>;

/// Rows of text that nobody would write, written in ways that somebody might.
class FileMaker
{
public:
    explicit FileMaker(quint32 seed)
        : m_random(seed)
    {
        m_format.delimiter = ",;\t|"[m_random.bounded(4)];
        m_format.quote = m_random.bounded(4) == 0 ? '\'' : '"';
        m_format.lineEnd = m_random.bounded(5) == 0 ? '\r' : '\n';
        m_format.encoding = static_cast<TextEncoding>(m_random.bounded(4));
        m_columns = m_random.bounded(1, 6);
    }

    const CsvFormat &format() const { return m_format; }
    int columns() const { return m_columns; }

    Row row()
    {
        Row row;
        for (int i = 0; i < m_columns; ++i)
            row.push_back(cell());
        return row;
    }

    std::string record(const Row &row)
    {
        std::string text;
        for (const std::string &cell : row) {
            if (!text.empty() || &cell != row.data())
                text += m_format.delimiter;
            const bool alone = row.size() == 1 && cell.empty();
            text += alone || needsQuotes(cell) || m_random.bounded(4) == 0 ? quoted(cell) : cell;
        }
        return text;
    }

    std::string lineEnd()
    {
        if (m_format.lineEnd == '\r')
            return "\r";
        return m_random.bounded(3) == 0 ? "\r\n" : "\n";
    }

    /// The rows with empty lines between them, perhaps without the last line end.
    std::string file(const std::vector<Row> &rows)
    {
        std::string text;
        for (const Row &row : rows) {
            while (m_random.bounded(8) == 0)
                text += lineEnd();
            text += record(row) + lineEnd();
        }
        while (m_random.bounded(2) == 0 && !text.empty() && (text.back() == '\n' || text.back() == '\r'))
            text.pop_back();
        return text;
    }

private:
    std::string cell()
    {
        static const QStringList Pieces = {
            QStringLiteral("a"),    QStringLiteral(" "),    QStringLiteral("\""),    QStringLiteral("'"),
            QStringLiteral(","),    QStringLiteral(";"),    QStringLiteral("\t"),    QStringLiteral("\n"),
            QStringLiteral("\r\n"), QStringLiteral("\r"),   QStringLiteral("|"),     QStringLiteral("é"),
            QStringLiteral("0001"), QStringLiteral("\"\""), QStringLiteral("-1.5e3")};
        QString text;
        for (int i = m_random.bounded(7); i > 0; --i)
            text += Pieces[m_random.bounded(static_cast<int>(Pieces.size()))];
        if (m_format.encoding != TextEncoding::Latin1 && m_random.bounded(5) == 0)
            text += QStringLiteral("名🙂");
        if (m_random.bounded(50) == 0)
            text += QString(m_random.bounded(5000), u'x');
        return text.toStdString();
    }

    bool needsQuotes(const std::string &cell) const
    {
        const char special[] = {m_format.delimiter, m_format.quote, '\n', '\r'};
        return cell.find_first_of(std::string_view(special, sizeof special)) != std::string::npos;
    }

    std::string quoted(const std::string &cell) const
    {
        std::string text(1, m_format.quote);
        for (const char c : cell)
            text += c == m_format.quote ? std::string(2, c) : std::string(1, c);
        return text + m_format.quote;
    }

    QRandomGenerator m_random;
    CsvFormat m_format;
    int m_columns = 1;
};

ColumnMapping identity(int columns)
{
    ColumnMapping mapping;
    mapping.columns = columns;
    for (int column = 0; column < columns; ++column)
        mapping.columnOfField += column;
    return mapping;
}
} // namespace

/// Rows written in random ways, in random formats and encodings, are read back the same.
class TestCsvProperty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsBackTheSame()
    {
        for (quint32 seed = 0; seed < 2000; ++seed) {
            FileMaker maker(seed);
            std::vector<Row> rows(seed % 40);
            std::generate(rows.begin(), rows.end(), [&] { return maker.row(); });
            const std::string text = maker.file(rows);
            const QByteArray bytes =
                byteOrderMark(maker.format().encoding) + encodeText(text, maker.format().encoding);
            const std::vector<Row> read = readAll(bytes.toStdString(), maker, seed % 17);
            QVERIFY2(read == rows, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

private:
    static std::vector<Row> readAll(const std::string &bytes, const FileMaker &maker, std::size_t step)
    {
        auto source = decodeCsvSource(std::make_unique<MemorySource>(bytes, step), maker.format(), {});
        Q_ASSERT(source);
        CsvSplitter splitter(**source, maker.format(), {static_cast<int>(step) + 1, 500});
        const CsvParser parser(maker.format(), identity(maker.columns()), ColumnMapping::Ragged::Reject);
        std::vector<Row> rows;
        while (true) {
            auto chunk = splitter.next();
            if (!chunk || !*chunk)
                return rows;
            const CsvRows parsed = parser.parse(std::move(**chunk));
            for (int row = 0; row < parsed.batch.rowCount(); ++row) {
                Row &cells = rows.emplace_back();
                for (int column = 0; column < maker.columns(); ++column)
                    cells.emplace_back(parsed.batch.cell(row, column));
            }
            for (std::size_t i = 0; i < parsed.malformed.size(); ++i)
                rows.push_back({"malformed"});
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvProperty)
#include "tst_csvproperty.moc"
