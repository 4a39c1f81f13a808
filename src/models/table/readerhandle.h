// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/tablereader.h"

#include <atomic>
#include <mutex>

namespace Weir {

/// How the GUI thread reaches a reader that works in another thread: to say which question still matters,
/// and to break off work on one that does not. Any thread.
class ReaderHandle
{
public:
    /// Only the question with this token matters now; 0: none.
    void setWanted(quint64 token);
    bool isWanted(quint64 token) const { return m_wanted.load(std::memory_order_acquire) == token; }
    /// Breaks off the call under way if it answers another question. False: there was none to break off.
    bool interruptUnwanted();

    /// The reader's thread: from now on `reader` works on this question.
    void begin(TableReader *reader, quint64 token);
    void end();

private:
    std::atomic<quint64> m_wanted{0};
    std::mutex m_mutex;
    TableReader *m_reader = nullptr; // while it works
    quint64 m_running = 0;
};

} // namespace Weir
