// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/reject/ownfile.h"

#include <QString>

#include <optional>
#include <string>

namespace Weir {

/// Where the lines that a file's load turns away go, and why they were. Absolute; empty: not wanted.
struct RejectPaths
{
    QString rejected;
    QString reasons;
    bool replaceable = false; // what lies there is of a load that needs it no longer
};

/// How much of both is of committed batches.
struct RejectLengths
{
    qint64 rejected = 0;
    qint64 reasons = 0;
    bool operator==(const RejectLengths &) const = default;
};

/// What a rejected file looks like: how it begins (nothing, where the source names no columns) and how its
/// lines end. As bytes.
struct RejectMarks
{
    std::string header;
    std::string lineEnd = "\n";
};

/// What a load has left that ended before its first batch.
struct RejectLeftovers
{
    RejectPaths paths;
    RejectMarks marks;
};

/// A pair of reject files that Weir wrote for a certain source: the reasons begin as reasons do, and tell
/// that the lines beside them, which begin as the source does, are Weir's; these may be missing. Whatever
/// else is said of a file, in a ledger for one, is no proof.
struct RejectPair
{
    OwnFile reasons;
    std::optional<OwnFile> rejected;

    /// std::nullopt: not proven. An error on the way proves nothing.
    static std::optional<RejectPair> open(const RejectPaths &paths, const RejectMarks &marks);
};

/// What has become of a pair that a load is to go on with.
enum class RejectsFound {
    Whole,
    Short,   // what is there is Weir's, but less than is on record
    NotWeirs // something else, or nothing that may be opened
};

/// One of the two: it begins with `header`, and at `length` a line ends.
struct RejectsExpected
{
    QString path;
    std::string header;
    std::string lineEnd;
    qint64 length = 0;
};
/// Error: it cannot be read.
Expected<RejectsFound, int> findRejects(const RejectsExpected &expected);
/// The same of one that is open.
Expected<RejectsFound, int> findRejects(const OwnFile &file, const RejectsExpected &expected);

RejectsExpected expectedReasons(const RejectPaths &paths, RejectLengths lengths);
RejectsExpected expectedLines(const RejectPaths &paths, const RejectMarks &marks, RejectLengths lengths);

} // namespace Weir
