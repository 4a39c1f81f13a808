// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadmonitor.h"

#include <QStringList>

#include <deque>
#include <vector>

namespace Weir {

/// What the progress of a load looks like as text: speeds are those of the last seconds. One thread.
class LoadProgress
{
public:
    /// What people call the files, in the plan's order.
    explicit LoadProgress(const QStringList &names);

    /// Moments must not go backwards.
    void add(qint64 elapsedMs, const std::vector<FileProgress> &files);

    /// For a terminal: a line a file and, with several files, one for all of them; none is wider than the
    /// terminal.
    QStringList bars(int columns) const;
    /// All files on one line, for logs: "3.0 s: 456,789 rows, 45 %, 152,263 rows/s, 5.7 MB/s, 4 s left, …".
    QString line() const;

private:
    struct Sample
    {
        qint64 elapsedMs = 0;
        std::vector<FileProgress> files; // the last one is all of them together
    };
    struct Speed
    {
        double rows = 0; // a second
        double bytes = 0;
    };

    Speed speed(std::size_t file) const;
    /// Seconds; negative: not known.
    double secondsLeft(std::size_t file) const;
    QString bar(std::size_t file, int columns) const;

    QStringList m_names;
    std::deque<Sample> m_samples;
};

/// 65 as "1:05", 3661 as "1:01:01".
QString clockText(qint64 seconds);

} // namespace Weir
