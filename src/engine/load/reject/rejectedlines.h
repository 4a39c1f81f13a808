// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "engine/load/reject/rejectgroups.h"

#include <QByteArray>

#include <string>
#include <string_view>
#include <vector>

namespace Weir {

/// The records of one batch that were turned away, in order, ready to be appended to the reject files. Its
/// size is that of their text, however many they are. A value.
class RejectedLines
{
public:
    /// Reasons kept as such, for whoever watches; groups() and reasons() have all.
    static constexpr qsizetype MaximumSamples = 500;

    /// `file`: the path for the reasons file; `encoding`: the rejected file's.
    explicit RejectedLines(QString file = {}, TextEncoding encoding = TextEncoding::Utf8)
        : m_file(std::move(file))
        , m_encoding(encoding)
    {}

    /// `raw`: the record's bytes with its line end, as UTF-8. `reasons`: one or more.
    void add(int record, std::string_view raw, const QList<RejectReason> &reasons);
    /// The record added last takes in several lines.
    void addSpan(const SpannedRejects::Record &span) { m_spanned.add(span); }
    /// Both in the order of the records; `other` is of the same batch, none is in both.
    RejectedLines mergedWith(const RejectedLines &other) const;

    qint64 count() const { return static_cast<qint64>(m_marks.size()); }
    const std::string &lines() const { return m_lines; }
    const std::string &reasons() const { return m_reasons; }
    const RejectGroups &groups() const { return m_groups; }
    const SpannedRejects &spanned() const { return m_spanned; }
    const QList<RejectReason> &samples() const { return m_samples; }

private:
    /// Where one record's text ends.
    struct Mark
    {
        int record = 0;
        std::size_t linesEnd = 0;
        std::size_t reasonsEnd = 0;
    };

    void appendReason(const RejectReason &reason);
    void take(const RejectedLines &from, std::size_t index);

    QString m_file;
    TextEncoding m_encoding;
    std::string m_lines;
    std::string m_reasons;
    std::vector<Mark> m_marks;
    RejectGroups m_groups;
    SpannedRejects m_spanned;
    QList<RejectReason> m_samples;
};

/// The reasons file's first line.
std::string reasonsHeader();

} // namespace Weir
