// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "engine/load/reject/rejectfiles.h"
#include "engine/load/values/loadplan.h"
#include "engine/load/values/storedplan.h"

#include <vector>

namespace Weir {

/// What is known of a file before its load begins: a value.
struct PreparedFile
{
    int index = 0;   // in LoadPlan::files
    SourceFile file; // path absolute, or "-"
    Entity entity;
    QString databaseFile;       // the database's file name, for people
    int database = 0;           // index in the load's list of databases
    int turn = 0;               // among the files of its database, in the order in which they are written
    std::vector<int> after;     // files, by index, that have to have ended before its first row is written
    bool followsStream = false; // one of these, or of what they wait for, is a stream
    StoredPlan plan;
    LedgerEntry ledger;         // as it is, or will be, in the ledger
    QList<LedgerBatch> earlier; // batches that are in already
    RejectPaths rejects;
    RejectFiles::Lengths rejectLengths; // of what the earlier batches wrote there
    QList<RejectLeftovers> leftovers;   // of loads that ended before their first batch: to be cleared away
    QList<QByteArray> supersedes;       // these loads: to be forgotten
    bool isRevised = false;             // a resumed load whose reject files have other names now
    bool isResumed = false;
    bool wasFinished = false; // a resumed load had finished: of a stream, which may be longer now
    bool mayNotGrow = false;  // that one has to end where it ended
    QStringList notes;        // what the user should know, sentences
    QString rejectsNote;      // the same of its reject files; not if nothing is added to what had finished
    bool isDone = false;      // an earlier load finished it: nothing to read

    /// Standard input or a pipe: nobody knows when it ends.
    bool isStream() const { return ledger.size < 0; }
};

} // namespace Weir
