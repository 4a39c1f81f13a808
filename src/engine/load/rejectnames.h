// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/fileload.h"

#include <QList>
#include <QSet>
#include <QString>

namespace Weir {

/// The reject files of a load that a ledger knows.
struct RecordedRejects
{
    LedgerLoad load;
    int database = 0;             // as FileJob::database
    RejectFiles::Lengths lengths; // after the load's last batch

    RejectPaths paths() const { return {load.rejectedFile, load.reasonsFile, false}; }
    /// The same file into the same table.
    bool isOf(const FileJob &job) const
    {
        return database == job.database && load.file == job.file.path && load.entity == job.entity.name
            && load.table == job.entity.table;
    }
};

/// Names for reject files: beside the loaded file or in one directory. Never one that is in use or that no
/// ledger of the load's databases knows; an earlier load's of the same file only when nobody touched it
/// since.
class RejectNames
{
public:
    /// `directory`: empty: beside each file. `sources`: absolute paths of all files of the load.
    RejectNames(QString directory, const QStringList &sources, QList<RecordedRejects> recorded);

    /// For a load that goes on, or is done: as its ledger says, unless it never wrote there and somebody else
    /// did. To be called for these before the others.
    void keep(FileJob &job);
    /// For a new load: it takes the place of those of the same file that only began.
    void takeOver(FileJob &job) const;
    /// For a new load.
    void choose(FileJob &job);

private:
    RejectPaths firstFree(const FileJob &job) const;
    bool mayTake(const RejectPaths &paths, const FileJob &job) const;
    const RecordedRejects *ownerOf(const RejectPaths &paths) const;

    QString m_directory;
    QSet<QString> m_taken;
    QList<RecordedRejects> m_recorded;
};

} // namespace Weir
