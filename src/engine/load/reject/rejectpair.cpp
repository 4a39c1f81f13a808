// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/rejectpair.h"

#include "engine/load/reject/rejectedlines.h"

#include <algorithm>
#include <cerrno>

namespace Weir {

std::optional<RejectPair> RejectPair::open(const RejectPaths &paths, const RejectMarks &marks)
{
    auto reasons = OwnFile::open(paths.reasons, OwnFile::Access::Read);
    if (!reasons || !reasons->holds(0, reasonsHeader()).value_or(false))
        return std::nullopt;
    RejectPair pair{std::move(*reasons), std::nullopt};
    auto rejected = OwnFile::open(paths.rejected, OwnFile::Access::Read);
    if (!rejected)
        return rejected.error() == ENOENT ? std::optional(std::move(pair)) : std::nullopt;
    const auto status = rejected->status();
    if (!status || status->size == 0 || !rejected->holds(0, marks.header).value_or(false))
        return std::nullopt;
    pair.rejected = std::move(*rejected);
    return pair;
}

Expected<RejectsFound, int> findRejects(const RejectsExpected &expected)
{
    const auto file = OwnFile::open(expected.path, OwnFile::Access::Read);
    if (!file)
        return file.error() == ENOENT ? RejectsFound::Short : RejectsFound::NotWeirs;
    return findRejects(*file, expected);
}

Expected<RejectsFound, int> findRejects(const OwnFile &file, const RejectsExpected &expected)
{
    const auto status = file.status();
    if (!status)
        return tl::unexpected(status.error());
    const auto begin = std::string_view(expected.header).substr(0, static_cast<std::size_t>(status->size));
    const auto beginsSo = file.holds(0, begin);
    if (!beginsSo)
        return tl::unexpected(beginsSo.error());
    if (!*beginsSo)
        return RejectsFound::NotWeirs;
    if (status->size < expected.length)
        return RejectsFound::Short;
    const auto end = static_cast<qint64>(expected.lineEnd.size());
    if (expected.length < static_cast<qint64>(expected.header.size()) + end)
        return RejectsFound::NotWeirs;
    return file.holds(expected.length - end, expected.lineEnd).map([](bool endsThere) {
        return endsThere ? RejectsFound::Whole : RejectsFound::NotWeirs;
    });
}

RejectsExpected expectedReasons(const RejectPaths &paths, RejectLengths lengths)
{
    return {paths.reasons, reasonsHeader(), "\n", lengths.reasons};
}

RejectsExpected expectedLines(const RejectPaths &paths, const RejectMarks &marks, RejectLengths lengths)
{
    return {paths.rejected, marks.header, marks.lineEnd, lengths.rejected};
}

} // namespace Weir
