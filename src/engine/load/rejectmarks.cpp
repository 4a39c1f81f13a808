// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/rejectmarks.h"

#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace Weir {

namespace {

/// What was taken from a stream already, and nothing more.
class HeadSource final : public ByteSource
{
public:
    explicit HeadSource(QByteArray head)
        : m_head(std::move(head))
    {}

    Expected<qint64> read(std::span<char> buffer) override
    {
        const qint64 count = std::min(static_cast<qint64>(buffer.size()), m_head.size() - m_given);
        std::memcpy(buffer.data(), m_head.constData() + m_given, static_cast<std::size_t>(count));
        m_given += count;
        return count;
    }
    qint64 filePosition() const override { return m_given; }
    qint64 fileSize() const override { return -1; }

private:
    const QByteArray m_head;
    qint64 m_given = 0;
};

Expected<std::unique_ptr<ByteSource>> openBeginning(const FileJob &job)
{
    if (job.ledger.size >= 0)
        return openCsvSource(job.file.path, job.plan.format, nullptr);
    return decodeCsvSource(std::make_unique<HeadSource>(job.file.head), job.plan.format, job.file.path);
}

} // namespace

std::string rejectHeader(std::string_view header, TextEncoding encoding)
{
    return (byteOrderMark(encoding) + encodeText(header, encoding)).toStdString();
}

std::string rejectLineEnd(const CsvFormat &format)
{
    return encodeText(std::string_view(&format.lineEnd, 1), format.encoding).toStdString();
}

std::optional<RejectMarks> rejectMarksOf(const FileJob &job)
{
    RejectMarks marks{{}, rejectLineEnd(job.plan.format)};
    if (!job.plan.format.header)
        return marks;
    auto source = openBeginning(job);
    if (!source)
        return std::nullopt;
    CsvSplitter splitter(**source, job.plan.format, {});
    const auto record = splitter.nextRecord();
    if (!record || !*record)
        return std::nullopt;
    const std::string_view header = (*record)->raw((*record)->records.front());
    const bool isWhole = header.ends_with(job.plan.format.lineEnd);
    if (!isWhole || (job.isResumed && StoredPlan::hashOf(header) != job.plan.headerHash))
        return std::nullopt;
    marks.header = rejectHeader(header, job.plan.format.encoding);
    return marks;
}

} // namespace Weir
