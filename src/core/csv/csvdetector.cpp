// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvdetector.h"

#include "core/csv/csvsample.h"
#include "core/csv/csvsource.h"
#include "core/csv/dialectguess.h"
#include "core/text/utf8text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <optional>

namespace Weir {

namespace {
bool isSkippableZstdFrame(const QByteArray &head)
{
    return head.size() >= 4 && (head[0] & 0xf0) == 0x50
        && head.sliced(1, 3) == QByteArrayLiteral("\x2a\x4d\x18");
}

Compression compressionOf(const QByteArray &head, QStringList *evidence)
{
    if (head.startsWith(QByteArrayLiteral("\x1f\x8b"))) {
        *evidence += QCoreApplication::translate("Weir::CsvDetector", "Compressed with gzip.");
        return Compression::Gzip;
    }
    if (head.startsWith(QByteArrayLiteral("\x28\xb5\x2f\xfd")) || isSkippableZstdFrame(head)) {
        *evidence += QCoreApplication::translate("Weir::CsvDetector", "Compressed with Zstandard.");
        return Compression::Zstd;
    }
    return Compression::None;
}

/// Zeros in every other byte: what Latin letters look like in UTF-16.
std::optional<TextEncoding> encodingByZeros(std::string_view bytes)
{
    bytes = bytes.substr(0, 4096 & ~1U);
    std::size_t zeros[2] = {};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        zeros[i % 2] += bytes[i] == '\0' ? 1 : 0;
    const std::size_t pairs = bytes.size() / 2;
    if (pairs > 0 && zeros[1] * 3 > pairs && zeros[0] * 20 < pairs)
        return TextEncoding::Utf16Le;
    if (pairs > 0 && zeros[0] * 3 > pairs && zeros[1] * 20 < pairs)
        return TextEncoding::Utf16Be;
    return {};
}

int linesOfInvalidText(std::string_view text)
{
    int lines = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
        // The sample may end within a character.
        lines += end < text.size() && !isWellFormedUtf8(text.substr(0, end)) ? 1 : 0;
        text.remove_prefix(end);
    }
    return lines;
}

/// `text`: the bytes of the file, unpacked.
TextEncoding encodingOf(const CsvSample::Text &text, QStringList *evidence)
{
    const std::string_view bytes = text.utf8;
    if (text.marked) {
        *evidence += QCoreApplication::translate("Weir::CsvDetector", "A byte order mark says UTF-8.");
        return TextEncoding::Utf8;
    }
    for (const TextEncoding encoding : {TextEncoding::Utf16Le, TextEncoding::Utf16Be}) {
        if (bytes.starts_with(byteOrderMark(encoding).toStdString())) {
            *evidence += QCoreApplication::translate("Weir::CsvDetector", "A byte order mark says UTF-16.");
            return encoding;
        }
    }
    if (const auto encoding = encodingByZeros(bytes)) {
        *evidence +=
            QCoreApplication::translate("Weir::CsvDetector", "Every other byte is zero, as in UTF-16.");
        return *encoding;
    }
    if (const int lines = linesOfInvalidText(bytes); lines > 0)
        *evidence += QCoreApplication::translate(
                         "Weir::CsvDetector",
                         "Lines that are not valid UTF-8: %1. They would be rejected, unless the text is "
                         "in another encoding, such as Latin-1.")
                         .arg(QString::number(lines));
    return TextEncoding::Utf8;
}

void describe(const CsvSample &sample, const CsvSample::Text &text, CsvDetection *detection)
{
    std::vector<SampleRecord> records = sampleRecords(text, detection->format, CsvDetector::PreviewRows + 1);
    auto first = records.begin();
    if (detection->format.header && first != records.end())
        detection->header = textsOf((first++)->cells);
    else if (first != records.end())
        detection->header = CsvDetector::numberedColumns(static_cast<qsizetype>(first->cells.size()));

    const auto sampledRecords = records.end() - first;
    detection->fileSize = sample.fileSize();
    if (text.whole)
        detection->estimatedRows = sampledRecords;
    else if (sample.fileSize() >= 0 && text.fileBytes > 0)
        detection->estimatedRows =
            qRound64(static_cast<double>(sampledRecords) * static_cast<double>(sample.fileSize())
                     / static_cast<double>(text.fileBytes));
    if (sample.fileSize() < 0) {
        detection->head = sample.head();
        detection->pipe = sample.pipe();
    }
    for (; first != records.end() && detection->rows.size() < CsvDetector::PreviewRows; ++first) {
        detection->lines.push_back(first->line);
        detection->rows.push_back(std::move(first->cells));
    }
}

/// More is better; what names no field but the key says nothing.
int nameScore(const Entity &entity, const QStringList &header)
{
    const ColumnMapping mapping = ColumnMapping::byName(entity, header);
    int named = 0;
    int missing = 0;
    for (qsizetype field = 0; field < entity.fields.size(); ++field) {
        if (!entity.fields[field].key)
            ++(mapping.columnOfField[field] >= 0 ? named : missing);
    }
    return named == 0 ? 0
                      : std::max(1, 4 * named - missing - static_cast<int>(mapping.extraColumns().size()));
}
} // namespace

Expected<CsvDetection> CsvDetector::detect(const QString &path, const QList<Entity> &entities)
{
    const auto sample = CsvSample::take(path, SampleBytes, {});
    if (!sample)
        return tl::make_unexpected(sample.error());
    CsvDetection detection;
    detection.format.compression = compressionOf(sample->head(), &detection.evidence);
    const auto bytes = sample->text(detection.format);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    detection.format.encoding = encodingOf(*bytes, &detection.evidence);
    const auto text = sample->text(detection.format);
    if (!text)
        return tl::make_unexpected(text.error());
    DialectGuess guess(*text, entities);
    guess.run(&detection.format);
    detection.evidence += guess.evidence();
    describe(*sample, *text, &detection);
    return detection;
}

Expected<CsvDetection> CsvDetector::preview(const QString &path, const CsvFormat &format,
                                            const QByteArray &head)
{
    const auto sample = CsvSample::take(path, SampleBytes, head);
    if (!sample)
        return tl::make_unexpected(sample.error());
    const auto text = sample->text(format);
    if (!text)
        return tl::make_unexpected(text.error());
    CsvDetection detection;
    detection.format = format;
    describe(*sample, *text, &detection);
    return detection;
}

QStringList CsvDetector::numberedColumns(qsizetype columns)
{
    QStringList names;
    for (qsizetype column = 0; column < columns; ++column)
        names += unnamedColumn(column);
    return names;
}

int CsvDetector::entityFor(const QString &path, const QStringList &header, const QList<Entity> &entities)
{
    const QString file = QFileInfo(path).fileName().toCaseFolded();
    int best = -1;
    std::pair<int, qsizetype> bestRank = {0, 0};
    bool tied = false;
    for (qsizetype i = 0; i < entities.size(); ++i) {
        const QString name = entities[i].name.toCaseFolded();
        const std::pair<int, qsizetype> rank = {nameScore(entities[i], header),
                                                file.startsWith(name) ? name.size() : 0};
        tied = rank == bestRank || (tied && rank < bestRank);
        if (rank > bestRank) {
            bestRank = rank;
            best = static_cast<int>(i);
        }
    }
    return tied ? -1 : best;
}

} // namespace Weir
