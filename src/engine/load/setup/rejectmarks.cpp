// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/rejectmarks.h"

#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/memorysource.h"

namespace Weir {

namespace {

Expected<std::unique_ptr<ByteSource>> openBeginning(const PreparedFile &job)
{
    if (!job.isStream())
        return openCsvSource(job.file.path, job.plan.format, nullptr);
    const QByteArray &head = job.file.head;
    return decodeCsvSource(std::make_unique<MemorySource>(
                               std::string_view(head.constData(), static_cast<std::size_t>(head.size()))),
                           job.plan.format, job.file.path);
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

std::optional<RejectMarks> rejectMarksOf(const PreparedFile &job)
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
