// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/load/reject/rejectpair.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace Weir {

/// The two reject files of one load. Made at the first line, readable by their owner only. What write() has
/// returned from is on the disk. A file of an earlier load is opened, cut or removed only after it has been
/// proven to be Weir's, whoever named it. One thread.
class RejectFiles
{
public:
    using Lengths = RejectLengths;

    /// `lineEnd`: of the rejected file, encoded.
    RejectFiles(RejectPaths paths, std::string lineEnd)
        : m_paths(std::move(paths))
        , m_marks{{}, std::move(lineEnd)}
    {}

    /// Removes what a load wrote that ended before its first batch; leaves alone what may be another's.
    [[nodiscard]] static Expected<void> clear(const RejectPaths &leftovers, const RejectMarks &marks);
    /// What a rejected file begins with: encoded, the byte order mark included.
    void setHeader(std::string header) { m_marks.header = std::move(header); }
    /// Goes on with the files of an earlier load: what is beyond the lengths was never committed and goes.
    /// Error: one is missing, shorter or not what Weir wrote; nothing was changed.
    [[nodiscard]] Expected<void> resume(Lengths committed);

    /// Appends to both after `committed`; what lies beyond is replaced. The new lengths. Nothing to append
    /// writes nothing and makes no file.
    [[nodiscard]] Expected<Lengths> write(Lengths committed, std::string_view lines,
                                          std::string_view reasons);
    /// Takes back what was written after `committed`; when nothing is left, the files.
    [[nodiscard]] Expected<void> rewind(Lengths committed);

    const RejectPaths &paths() const { return m_paths; }

private:
    using File = std::optional<OwnFile>; // open: its header is on the disk

    Expected<void> create();
    Expected<void> makeBoth();
    Expected<void> removeOwn();

    RejectPaths m_paths;
    RejectMarks m_marks;
    File m_rejected;
    File m_reasons;
};

} // namespace Weir
