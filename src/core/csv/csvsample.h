// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/expected.h"

#include <QByteArray>
#include <QString>

#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace Weir {

class OpenPipe;

/// The beginning of a file, for detection: its bytes, decoded in one way or another. A value.
class CsvSample
{
public:
    /// `head`: the beginning of a stream that was taken from it already; otherwise the file is read.
    static Expected<CsvSample> take(const QString &path, qint64 maximumBytes, const QByteArray &head);

    /// Decoded text, at most as much as bytes were taken.
    struct Text
    {
        std::string utf8;
        bool marked = false;  // it began with a byte order mark in UTF-8
        bool whole = false;   // nothing of the file is missing
        qint64 fileBytes = 0; // that it was decoded from
    };
    Expected<Text> text(const CsvFormat &format) const;

    const QByteArray &head() const { return m_head; }
    qint64 fileSize() const { return m_fileSize; } // -1: not known
    /// Of a pipe that was read here; nullptr: none.
    const std::shared_ptr<const OpenPipe> &pipe() const { return m_pipe; }

private:
    QString m_path;
    QByteArray m_head;
    std::shared_ptr<const OpenPipe> m_pipe;
    qint64 m_maximumBytes = 0;
    qint64 m_fileSize = -1;
    bool m_whole = false;
};

/// A record of a sample.
struct SampleRecord
{
    std::vector<std::string> cells; // of the first records only; of a malformed one: all of it
    int columns = 0;
    bool malformed = false;
    qint64 line = 0;
};

/// The records of a text, at most `maximum`, the first `shown` with their cells; one that is cut off by the
/// end of the sample is left out.
std::vector<SampleRecord> sampleRecords(const CsvSample::Text &text, const CsvFormat &format, int shown,
                                        int maximum = std::numeric_limits<int>::max());

} // namespace Weir
