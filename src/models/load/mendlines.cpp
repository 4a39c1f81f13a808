// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/mendlines.h"

#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/csvwriter.h"
#include "engine/load/values/loadresult.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace Weir {

namespace {

std::vector<std::string> cellsOf(std::string_view record, const CsvFormat &format)
{
    std::vector<std::string> cells;
    if (CsvParser::cells(record, format, &cells))
        return cells;
    cells.assign(1, std::string());
    while (!record.empty() && (record.back() == '\n' || record.back() == '\r'))
        record.remove_suffix(1);
    for (const char byte : record) {
        if (byte == format.delimiter)
            cells.emplace_back();
        else
            cells.back() += byte;
    }
    return cells;
}

/// The records of a file, one after the other.
class Records
{
public:
    static Expected<std::unique_ptr<Records>> open(const QString &path, CsvFormat format)
    {
        format.compression = Compression::None;
        return openCsvSource(path, format, nullptr).map([&](std::unique_ptr<ByteSource> &&source) {
            return std::unique_ptr<Records>(new Records(std::move(source), format));
        });
    }

    /// Cells; std::nullopt: the file has ended.
    Expected<std::optional<std::vector<std::string>>> next()
    {
        using Answer = Expected<std::optional<std::vector<std::string>>>;
        while (!m_chunk || m_next == m_chunk->records.size()) {
            auto chunk = m_splitter.next();
            if (!chunk)
                return Unexpected(chunk.error());
            if (!*chunk)
                return Answer(std::nullopt);
            m_chunk = std::move(*chunk);
            m_next = 0;
        }
        return Answer(cellsOf(m_chunk->raw(m_chunk->records[m_next++]), m_format));
    }
    /// The same for a header, before anything else.
    Expected<QStringList> header()
    {
        const auto record = m_splitter.nextRecord();
        if (!record)
            return Unexpected(record.error());
        QStringList names;
        if (*record && !(*record)->records.empty()) {
            for (const std::string &cell : cellsOf((*record)->raw((*record)->records.front()), m_format))
                names.append(QString::fromStdString(cell));
        }
        return names;
    }

private:
    Records(std::unique_ptr<ByteSource> source, const CsvFormat &format)
        : m_source(std::move(source))
        , m_format(format)
        , m_splitter(*m_source, format, {})
    {}

    std::unique_ptr<ByteSource> m_source;
    const CsvFormat m_format;
    CsvSplitter m_splitter;
    std::optional<CsvChunk> m_chunk;
    std::size_t m_next = 0;
};

/// What a reasons file says of each rejected line: both have them in the same order, a reason or more a line.
class RefusalReader
{
public:
    explicit RefusalReader(const QString &path)
    {
        if (path.isEmpty())
            return;
        if (auto records = Records::open(path, {}); records && (*records)->header()) {
            m_records = std::move(*records);
            advance();
        }
    }

    /// Of the next line.
    QList<Refusal> next()
    {
        QList<Refusal> refusals;
        const std::string place = m_reason.empty() ? std::string() : m_reason[ByteOffset];
        while (!m_reason.empty() && m_reason[ByteOffset] == place) {
            if (m_reason[Stage] == rejectStageName(RejectStage::Database).toStdString())
                refusals.append(
                    {QString::fromStdString(m_reason[Column]), QString::fromStdString(m_reason[Message])});
            advance();
        }
        return refusals;
    }

private:
    enum Cells { ByteOffset = 2, Stage = 3, Column = 5, Message = 7, CellCount = 10 };

    void advance()
    {
        m_reason.clear();
        if (!m_records)
            return;
        auto record = m_records->next();
        if (record && *record && (*record)->size() == CellCount)
            m_reason = std::move(**record);
        else
            m_records.reset();
    }

    std::unique_ptr<Records> m_records;
    std::vector<std::string> m_reason; // empty: no more
};

} // namespace

Expected<MendLines> readMendLines(const QString &path, const QString &reasonsFile, CsvFormat format,
                                  qint64 skipped)
{
    const auto records = Records::open(path, format);
    if (!records)
        return Unexpected(records.error());
    MendLines lines;
    if (format.header) {
        auto header = (*records)->header();
        if (!header)
            return Unexpected(header.error());
        lines.header = *header;
    }
    RefusalReader refusals(reasonsFile);
    for (qint64 number = 0;; ++number) {
        auto cells = (*records)->next();
        if (!cells)
            return Unexpected(cells.error());
        if (!*cells)
            return lines;
        if (number == skipped + MendLines::Maximum) {
            lines.complete = false;
            return lines;
        }
        MendLine line{std::move(**cells), refusals.next()};
        if (number >= skipped)
            lines.rows.push_back(std::move(line));
    }
}

CsvFormat mendedFormat(CsvFormat format)
{
    format.encoding = TextEncoding::Utf8;
    format.compression = Compression::None;
    format.quote = '"';
    format.lineEnd = '\n';
    return format;
}

QString mendedPath(const QString &rejectedFile)
{
    const QFileInfo info(rejectedFile);
    QString base = info.fileName();
    base.truncate(std::max(base.lastIndexOf(QLatin1String(".rejected")), qsizetype{0}));
    if (base.isEmpty())
        base = info.completeBaseName();
    const QDir directory = info.absoluteDir();
    QString path = directory.filePath(base + QStringLiteral(".mended.csv"));
    for (int number = 2; QFileInfo::exists(path) || QFileInfo(path).isSymLink(); ++number)
        path = directory.filePath(QStringLiteral("%1.mended-%2.csv").arg(base, QString::number(number)));
    return path;
}

Expected<void> writeMended(const QString &path, const CsvFormat &format, const MendLines &lines)
{
    std::string text;
    if (format.header)
        appendCsvRecord(&text, lines.header, format.delimiter);
    for (const MendLine &line : lines.rows)
        appendCsvRecord(&text, line.cells, format.delimiter);
    const auto size = static_cast<qint64>(text.size());
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(text.data(), size) == size && file.commit();
    if (!written)
        return failure(
            QCoreApplication::translate("Weir::Load",
                                        "The mended lines could not be saved as %1: %2. Free some space, or "
                                        "make the folder writable.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

} // namespace Weir
