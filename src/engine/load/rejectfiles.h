// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QString>

#include <string>
#include <string_view>

namespace Weir {

/// Where the lines that a file's load turns away go, and why they were. Absolute; empty: not wanted.
struct RejectPaths
{
    QString rejected;
    QString reasons;
    bool replaceable = false; // what lies there is of a load that needs it no longer
};

/// The two reject files of one load. Made at the first line, readable by their owner only. What write() has
/// returned from is on the disk. One thread.
class RejectFiles
{
public:
    /// How much of both belongs to committed batches.
    struct Lengths
    {
        qint64 rejected = 0;
        qint64 reasons = 0;
        bool operator==(const Lengths &) const = default;
    };

    explicit RejectFiles(RejectPaths paths)
        : m_paths(std::move(paths))
    {}
    ~RejectFiles();
    RejectFiles(const RejectFiles &) = delete;
    RejectFiles &operator=(const RejectFiles &) = delete;

    /// Removes what a load wrote that ended before its first batch.
    [[nodiscard]] static Expected<void> clear(const RejectPaths &leftovers);
    /// What a rejected file begins with: encoded, the byte order mark included.
    void setHeader(std::string header) { m_header = std::move(header); }
    /// Goes on with the files of an earlier load: what is beyond the lengths was never committed and goes.
    /// Error: one is missing or shorter.
    [[nodiscard]] Expected<void> resume(Lengths committed);

    /// Appends to both after `committed`; what lies beyond is replaced. The new lengths. Nothing to append
    /// writes nothing and makes no file.
    [[nodiscard]] Expected<Lengths> write(Lengths committed, std::string_view lines,
                                          std::string_view reasons);
    /// Takes back what was written after `committed`; when nothing is left, the files.
    [[nodiscard]] Expected<void> rewind(Lengths committed);

    const RejectPaths &paths() const { return m_paths; }

private:
    static constexpr qint64 UnknownLength = -1;

    struct File
    {
        int descriptor = -1;
        qint64 length = 0;
    };

    Expected<void> create();
    Expected<void> removeOwn();
    static Expected<void> createFile(File &file, const QString &path, std::string_view header);
    static Expected<void> unlink(const QString &path);
    static Expected<void> removeFile(File &file, const QString &path);
    static Expected<void> reopenFile(File &file, const QString &path, qint64 length);
    static Expected<void> append(File &file, const QString &path, qint64 after, std::string_view text);
    static Expected<void> cut(File &file, const QString &path, qint64 length);

    RejectPaths m_paths;
    std::string m_header;
    File m_rejected;
    File m_reasons;
};

} // namespace Weir
