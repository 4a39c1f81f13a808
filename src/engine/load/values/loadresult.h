// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "engine/transaction/tasktrace.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Weir {

/// At what stage a line was turned away.
enum class RejectStage { Parse, Validate, Database };
QString rejectStageName(RejectStage stage); // "parse", "validate", "database"

/// Why one line is not in the table: a row of the reasons file, one for each violation.
struct RejectReason
{
    int file = 0; // index in LoadPlan::files
    qint64 line = 0;
    qint64 byteOffset = 0;
    RejectStage stage = RejectStage::Validate;
    QString rule;   // "email", "stray-quote", "constraint"
    QString column; // field name; empty: none in particular
    QString value;  // at most 200 characters of it
    QString message;
    int code = 0;     // the database's own; 0: none
    int attempts = 0; // transactions tried; 0: never reached the database
};

/// Rejections of one kind.
struct RejectGroup
{
    static constexpr int MaximumExamples = 5;

    RejectStage stage = RejectStage::Validate;
    QString rule;
    QString column;
    qint64 count = 0; // violations; a line can have several
    QList<RejectReason> examples;
};

/// Rejected records of several lines, which a quote holds together: perhaps a misplaced one. A value.
struct SpannedRejects
{
    static constexpr qsizetype MaximumExamples = 5;

    struct Record
    {
        qint64 line = 0;  // in which the quote opens
        qint64 lines = 0; // that are taken in
        bool isUnclosed = false;

        bool operator==(const Record &) const = default;
    };

    void add(const Record &record);
    void add(const SpannedRejects &other);
    bool operator==(const SpannedRejects &) const = default;

    qint64 records = 0;
    qint64 lines = 0;      // of all of them
    QList<Record> longest; // the longest first
};

enum class FileState {
    Waiting,
    Loading,
    Finished,
    Stopped,   // by the policy
    Cancelled, // by the user
    Failed,    // see FileResult::error
};
QString fileStateName(FileState state); // "waiting", "loading" …
constexpr bool hasEnded(FileState state)
{
    return state != FileState::Waiting && state != FileState::Loading;
}

struct FileResult
{
    QString path;
    QString entity; // name, title, table, database's file name
    QString title;
    QString table;
    QString database;
    FileState state = FileState::Waiting;
    /// What this load did; with `earlier` added, what the file came to. read() == rows for both together.
    Counts counts;
    Counts earlier;   // of the batches that a resumed load found in the ledger
    qint64 rows = 0;  // data records taken from the file by this load; counts.read() must equal it
    qint64 bytes = 0; // of the file consumed
    qint64 size = -1;
    qint64 unconfirmed = 0; // of the rows written: in the table, but not safe on the disk
    qint64 batches = 0;
    qint64 elapsedNs = 0;
    qint64 retries = 0;
    QByteArray loadId;      // the ledger's
    bool resumable = false; // --resume goes on where it stopped
    QString rejectedFile; // empty: nothing was rejected, reject files were not wanted, or it was done before
    QString reasonsFile;
    QList<RejectGroup> groups; // most frequent first
    SpannedRejects spanned;
    QString error; // one sentence; empty: none
    /// The lives of its batches; 0 is the load's beginning. Of files with very many, of the first ones.
    static constexpr std::size_t MaximumTraces = 4096;
    std::vector<TaskTrace> traces;
    qint64 tracesLeftOut = 0;
};

/// What a load came to: a value.
struct LoadResult
{
    QList<FileResult> files; // as in the plan
    QDateTime started;
    qint64 elapsedNs = 0;
    qint64 peakMemory = 0; // bytes, of the process
    bool cancelled = false;
    QStringList notes;
    std::vector<SettledTrace> settled; // the ends of the databases' work

    /// Lets their time begin at `ns`.
    void makeTracesRelativeTo(qint64 ns);

    Counts counts() const;
    /// Every file's rows == counts.read().
    bool accounted() const;
    /// One sentence telling how to go on; empty when nothing is left to do.
    QString howToResume() const;
};

} // namespace Weir
