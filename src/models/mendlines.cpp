// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mendlines.h"

#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/csvwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace Weir {

namespace {

QStringList cellsOf(std::string_view record, const CsvFormat &format)
{
    std::vector<std::string> cells;
    if (!CsvParser::cells(record, format, &cells)) {
        cells.assign(1, std::string());
        while (!record.empty() && (record.back() == '\n' || record.back() == '\r'))
            record.remove_suffix(1);
        for (const char byte : record) {
            if (byte == format.delimiter)
                cells.emplace_back();
            else
                cells.back() += byte;
        }
    }
    QStringList result;
    for (const std::string &cell : cells)
        result.append(QString::fromStdString(cell));
    return result;
}

} // namespace

Expected<MendLines> readMendLines(const QString &path, CsvFormat format)
{
    format.compression = Compression::None;
    auto source = openCsvSource(path, format, nullptr);
    if (!source)
        return Unexpected(source.error());
    CsvSplitter splitter(**source, format, {});
    MendLines lines;
    if (format.header) {
        const auto header = splitter.nextRecord();
        if (!header)
            return Unexpected(header.error());
        if (*header && !(*header)->records.empty())
            lines.header = cellsOf((*header)->raw((*header)->records.front()), format);
    }
    for (;;) {
        const auto chunk = splitter.next();
        if (!chunk)
            return Unexpected(chunk.error());
        if (!*chunk)
            return lines;
        for (const CsvRecord &record : (*chunk)->records) {
            if (lines.rows.size() == MendLines::Maximum) {
                lines.complete = false;
                return lines;
            }
            lines.rows.append(cellsOf((*chunk)->raw(record), format));
        }
    }
}

CsvFormat mendedFormat(CsvFormat format)
{
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
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = directory.filePath(QStringLiteral("%1.mended-%2.csv").arg(base).arg(number));
    return path;
}

Expected<void> writeMended(const QString &path, const CsvFormat &format, const MendLines &lines)
{
    std::string text;
    if (format.header)
        appendCsvRecord(&text, lines.header, format.delimiter);
    for (const QStringList &row : lines.rows)
        appendCsvRecord(&text, row, format.delimiter);
    const QByteArray bytes = byteOrderMark(format.encoding) + encodeText(text, format.encoding);
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return failure(
            QCoreApplication::translate("Weir::Load",
                                        "The mended lines could not be saved as %1: %2. Free some space, or "
                                        "make the folder writable.")
                .arg(QDir::toNativeSeparators(path), file.errorString()));
    return {};
}

} // namespace Weir
