// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>

namespace Weir {

/// The moments of a task's life, in order. A moment that never came has the time of the one before, so that
/// the phases between them tile the life without gap or overlap.
enum class Moment {
    Queued,
    Started, // on a thread
    ConnectionReady,
    Released, // the start gate opened
    Validated,
    GateEntered, // may write now
    Begun,
    Executed,
    Committed,
    Acknowledged, // the verdicts are known to the run
};
constexpr int MomentCount = 10;

/// Recorded by the task's thread (for a group's members: begun, executed and committed by its leader).
struct TaskTrace
{
    int task = -1;        // number in the run, from 0
    int entity = -1;      // index in Project::entities
    int thread = -1;      // worker number in the run, from 0
    int leader = -1;      // the task whose transaction carried this one; itself outside groups
    int attempts = 0;     // transactions begun for it
    qint64 busyWaits = 0; // sleeps for another connection's lock
    std::array<qint64, MomentCount> at{}; // ns; 0 is the opening of the start gate, before it negative

    qint64 operator[](Moment moment) const { return at[static_cast<std::size_t>(moment)]; }
    /// Sets this moment and all later ones, so that moments never run backwards.
    void mark(Moment moment, qint64 ns);
};

} // namespace Weir
