// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/expected.h"
#include "engine/load/rejectfiles.h"

#include <QList>
#include <QSet>
#include <QString>

namespace Weir {

/// Reject files that a ledger knows.
struct RecordedRejects
{
    RejectPaths paths;
    RejectFiles::Lengths lengths; // after the load's last batch
    bool resumable = false;       // the load may go on: they are needed
};

/// Names for reject files: beside the loaded file or in one directory, never one that is in use, belongs to
/// somebody else or was edited since Weir wrote it.
class RejectNames
{
public:
    /// `directory`: empty: beside each file. `sources`: absolute paths of all files of the load.
    RejectNames(QString directory, const QStringList &sources, const QList<RecordedRejects> &recorded);

    /// `path`: absolute, or "-".
    RejectPaths choose(const QString &path, Compression compression);

private:
    bool mayTake(const RejectPaths &paths) const;
    bool mayReplace(const RejectPaths &paths) const;

    QString m_directory;
    QSet<QString> m_taken;
    QList<RecordedRejects> m_recorded;
};

} // namespace Weir
