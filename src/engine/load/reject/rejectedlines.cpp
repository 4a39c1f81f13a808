// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/rejectedlines.h"

#include "core/csv/csvsource.h"
#include "core/csv/csvwriter.h"

#include <algorithm>
#include <array>

namespace Weir {

void RejectedLines::add(int record, std::string_view raw, const QList<RejectReason> &reasons)
{
    if (m_encoding == TextEncoding::Utf8) {
        m_lines.append(raw);
    } else {
        const QByteArray bytes = encodeText(raw, m_encoding);
        m_lines.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    for (const RejectReason &reason : reasons) {
        appendReason(reason);
        m_groups.add(reason);
        if (m_samples.size() < MaximumSamples)
            m_samples += reason;
    }
    m_marks.push_back({record, m_lines.size(), m_reasons.size()});
}

void RejectedLines::appendReason(const RejectReason &reason)
{
    const std::array<std::string, 10> cells{m_file.toStdString(),
                                            std::to_string(reason.line),
                                            std::to_string(reason.byteOffset),
                                            rejectStageName(reason.stage).toStdString(),
                                            reason.rule.toStdString(),
                                            reason.column.toStdString(),
                                            reason.value.toStdString(),
                                            reason.message.toStdString(),
                                            std::to_string(reason.code),
                                            std::to_string(reason.attempts)};
    appendCsvRecord(&m_reasons, cells);
}

RejectedLines RejectedLines::mergedWith(const RejectedLines &other) const
{
    RejectedLines merged(m_file, m_encoding);
    std::size_t mine = 0;
    std::size_t theirs = 0;
    while (mine < m_marks.size() || theirs < other.m_marks.size()) {
        const bool takeMine = theirs == other.m_marks.size()
            || (mine < m_marks.size() && m_marks[mine].record < other.m_marks[theirs].record);
        if (takeMine)
            merged.take(*this, mine++);
        else
            merged.take(other, theirs++);
    }
    merged.m_groups = m_groups;
    merged.m_groups.add(other.m_groups);
    merged.m_spanned = m_spanned;
    merged.m_spanned.add(other.m_spanned);
    merged.m_samples = m_samples + other.m_samples;
    std::stable_sort(
        merged.m_samples.begin(), merged.m_samples.end(),
        [](const RejectReason &a, const RejectReason &b) { return a.byteOffset < b.byteOffset; });
    return merged;
}

void RejectedLines::take(const RejectedLines &from, std::size_t index)
{
    const Mark start = index == 0 ? Mark{} : from.m_marks[index - 1];
    const Mark &mark = from.m_marks[index];
    m_lines.append(from.m_lines, start.linesEnd, mark.linesEnd - start.linesEnd);
    m_reasons.append(from.m_reasons, start.reasonsEnd, mark.reasonsEnd - start.reasonsEnd);
    m_marks.push_back({mark.record, m_lines.size(), m_reasons.size()});
}

std::string reasonsHeader()
{
    static constexpr std::array<std::string_view, 10> Names{
        "file", "line", "byte_offset", "stage", "rule", "column", "value", "message", "code", "attempts"};
    std::string text;
    appendCsvRecord(&text, Names);
    return text;
}

} // namespace Weir
