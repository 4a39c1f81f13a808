// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <vector>

namespace Weir {

/// How far one file is.
struct FileProgress
{
    FileState state = FileState::Waiting;
    Counts counts; // of this load: committed or turned away
    Counts earlier;
    qint64 bytes = 0; // of the file, as it lies there, whose rows have their verdict
    qint64 size = -1; // -1: not known

    bool operator==(const FileProgress &) const = default;
};

/// What a load tells while it works, and how it is held up. Any thread may call any function.
class LoadMonitor
{
public:
    explicit LoadMonitor(int files)
        : m_files(static_cast<std::size_t>(files))
    {}

    std::stop_token stopToken() const { return m_stop.get_token(); }
    void cancel();
    /// Batches under way are finished first.
    void pause();
    void resume();
    bool isPaused() const;
    /// Returns when not paused, or cancelled.
    void awaitResume();

    std::vector<FileProgress> progress() const;
    /// Reasons since the last call, at most `KeptReasons` between two calls; the rest is in the reasons file.
    static constexpr int KeptReasons = 2000;
    QList<RejectReason> takeReasons();

    // The loader's side.
    void setProgress(int file, const FileProgress &progress);
    void addReasons(const QList<RejectReason> &reasons);

private:
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_paused = false;
    std::vector<FileProgress> m_files;
    QList<RejectReason> m_reasons;
};

} // namespace Weir
