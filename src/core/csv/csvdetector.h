// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvformat.h"
#include "core/expected.h"

#include <QByteArray>
#include <QStringList>

#include <memory>

namespace Weir {

class OpenPipe;

/// What the beginning of a file looks like, and why.
struct CsvDetection
{
    CsvFormat format;
    QStringList header;   // cells of the first record; "Column 1" … when there is no header
    QStringList evidence; // a sentence each: "Comma: 100 of 100 lines have 3 columns."
    std::vector<std::vector<std::string>> rows; // cells of the first records, the header not counted
    std::vector<qint64> lines;                  // where each begins
    qint64 fileSize = -1;
    qint64 estimatedRows = -1; // from the sample; -1: not known
    /// Of standard input and pipes only, which cannot be read twice: the bytes that were taken from it, and
    /// where the others come from. For SourceFile and preview().
    QByteArray head;
    std::shared_ptr<const OpenPipe> pipe;
};

/// Looks at the first 256 KiB of a file. Any thread; reads a file, so not the GUI's.
class CsvDetector
{
public:
    static constexpr qint64 SampleBytes = 1 << 18;
    static constexpr int PreviewRows = 100;

    /// Compression, byte order mark, encoding, line end, delimiter, quote, header (does the first record name
    /// the entity's fields? `entities` are the candidates).
    static Expected<CsvDetection> detect(const QString &path, const QList<Entity> &entities);
    /// The same for a format that the user settled.
    static Expected<CsvDetection> preview(const QString &path, const CsvFormat &format,
                                          const QByteArray &head = {});
    /// The entity whose fields the header names best, or whose name the file's name begins with; -1: none.
    static int entityFor(const QString &path, const QStringList &header, const QList<Entity> &entities);
    /// "Column 1" …: for a file without header.
    static QStringList numberedColumns(qsizetype columns);
};

} // namespace Weir
