// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvformat.h"
#include "core/project.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace Weir {

class OpenPipe;

/// One file to load.
struct SourceFile
{
    QString path;    // "-": standard input
    QByteArray head; // of standard input and pipes only: CsvDetection's
    int entity = -1; // index in Project::entities
    CsvFormat format;
    ColumnMapping mapping;
    std::shared_ptr<const OpenPipe> pipe = nullptr; // of pipes only: CsvDetection's
};

struct LoadSettings
{
    /// What rejected and failed rows lead to.
    enum class Policy {
        Continue,
        StopAfter,    // more than `maximumRejected` of a file, or more than `maximumPercent` of its rows
        AllOrNothing, // per database: one bad row, and nothing of the load stays in it
    };
    /// When the ledger knows the file already (or an unfinished load of it).
    enum class Known { Stop, Resume, Again };

    static constexpr int DefaultBatchRows = 32768;

    Policy policy = Policy::Continue;
    qint64 maximumRejected = -1; // StopAfter; -1: no such limit
    double maximumPercent = -1;  // StopAfter, looked at from 1,000 rows on and at the end; -1: no such limit
    Known known = Known::Stop;
    int batchRows = DefaultBatchRows;
    int workers = 0; // threads that parse and validate; 0: one a core
    ColumnMapping::Extra extra = ColumnMapping::Extra::Error;
    ColumnMapping::Missing missing = ColumnMapping::Missing::Error;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    bool writeRejects = true;
    QString rejectDirectory; // empty: beside each file (standard input: the working directory)
    bool keepUndo = true;    // keeps what Undo needs: 4 bytes a row in the ledger
    bool dropLedger = false; // forget the loads when all files have finished
};

/// What one load is to do: a value.
struct LoadPlan
{
    Project project;
    QList<SourceFile> files;
    LoadSettings settings;
};

} // namespace Weir
