// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "core/runsettings.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace Weir {

struct EntityResult
{
    QString name; // Entity's name, title and table
    QString title;
    QString table;
    QString database; // file name of the database: "users.db"
    int tasks = 0;
    qint64 rowsGiven = 0; // rows handed to the run; counts.read() must equal it
    Counts counts;
    QList<Outcome> outcomes; // in source order
    QString error;           // why the whole database could not be used; empty: it could
};

/// Latencies in nanoseconds, from the opening of the start gate to the task's acknowledgement; of tasks that
/// were not cancelled.
struct Latencies
{
    qint64 p50 = 0;
    qint64 p95 = 0;
    qint64 p99 = 0;
    qint64 maximum = 0;

    /// Percentiles by nearest rank.
    static Latencies of(std::vector<qint64> latencies);
    /// False: all tasks were cancelled.
    bool areKnown() const { return maximum > 0; }
};

/// What a run came to: a value.
struct RunResult
{
    quint64 runId = 0;
    RunSettings settings;
    QList<EntityResult> entities; // in project order, those with rows only
    int tasks = 0;
    int threads = 0;
    qint64 elapsedNs = 0; // opening of the start gate to the last acknowledgement
    Latencies latencies;
    qint64 transactions = 0; // committed
    qint64 retries = 0;      // transactions tried again, and waits for another connection's lock
    bool cancelled = false;
    QStringList notes; // what the user should know beside the rows, a sentence each

    Counts counts() const;
    /// rowsGiven == read for every entity.
    bool accounted() const;
    /// Rows with a verdict other than cancelled; none where not a single row was inserted.
    std::optional<double> rowsPerSecond() const;
};

} // namespace Weir
