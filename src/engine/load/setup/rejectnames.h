// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/reject/rejectstem.h"
#include "engine/load/setup/preparedfile.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>
#include <utility>

namespace Weir {

/// A load that a ledger knows.
struct RecordedRejects
{
    LedgerEntry load;
    int database = 0; // as PreparedFile::database

    /// The same file into the same table.
    bool isOf(const PreparedFile &job) const
    {
        return database == job.database && load.file == job.file.path && load.entity == job.entity.name
            && load.table == job.entity.table;
    }
};

/// How long the batches say their load's reject files were after the last of them, those before `from`
/// having written into others. std::nullopt: they contradict one another, so none is to be believed.
std::optional<RejectLengths> recordedLengths(const QList<LedgerBatch> &batches, qint64 from);

/// Names for reject files: beside the loaded file or in one directory. Never one that is in use or that no
/// ledger of the load's databases knows; an earlier load's of the same file only when nobody touched it
/// since. What a ledger says makes no name and proves nothing: it is compared with the names that a job can
/// have, and what lies there must look as if this very job had written it.
class RejectNames
{
public:
    using LengthsOf = std::function<std::optional<RejectLengths>(const RecordedRejects &)>;

    /// `directory`: empty: beside each file. `inUse`: absolute paths of all files of the load and of its
    /// databases. `lengthsOf`: asked only about files that lie there.
    RejectNames(QString directory, const QStringList &inUse, QList<RecordedRejects> recorded,
                LengthsOf lengthsOf);

    /// For a load that goes on, or is done: as its ledger says, if that can be believed; else new ones, if
    /// they are `wanted`, with a note for the user. To be called for these before the others.
    void keep(PreparedFile &job, bool wanted);
    /// For a new load: it takes the place of those of the same file that only began.
    void takeOver(PreparedFile &job) const;
    /// For a new load.
    void choose(PreparedFile &job);

private:
    enum class Doubt { None, OtherNames, OtherFiles };
    class Marks;

    RejectStem stemOf(const PreparedFile &job) const;
    Doubt doubtOf(PreparedFile &job, const RejectStem &stem) const;
    Doubt doubtOfWritten(const PreparedFile &job, const RejectPaths &paths, RejectLengths lengths) const;
    void renew(PreparedFile &job, Doubt doubt, bool wanted);
    RejectPaths firstFree(const PreparedFile &job, const RejectStem &stem) const;
    bool mayTake(const PreparedFile &job, const RejectStem &stem, const RejectPaths &paths,
                 Marks &marks) const;
    bool isReplaceable(const RecordedRejects &recorded, const RejectPaths &paths, Marks &marks) const;
    bool areWeirs(const RejectPaths &paths, Marks &marks) const;
    std::optional<RejectPair> openOurs(const RejectPaths &paths, Marks &marks) const;
    bool isInUse(const OwnFile &file) const;
    bool isTaken(const RejectStem &stem, const RejectPaths &paths) const;
    void take(const RejectStem &stem, const RejectPaths &paths);
    const RecordedRejects *ownerOf(const RejectPaths &paths) const;

    QString m_directory;
    QSet<QString> m_taken; // RejectStem::key()
    QSet<OwnFile::Identity> m_inUse;
    QList<RecordedRejects> m_recorded;
    QHash<std::pair<QString, QString>, qsizetype> m_owners; // the newest by the names it was given
    QMultiHash<QString, qsizetype> m_begun;                 // those that only began, by file
    LengthsOf m_lengthsOf;
};

} // namespace Weir
