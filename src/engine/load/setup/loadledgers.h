// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"
#include "db/databases/databases.h"
#include "db/ledger.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Weir {

/// A load that the ledgers know, with the database it is in.
struct RecordedLoad
{
    QString database; // DatabaseProfile::name
    LedgerEntry load;
};

/// What the ledgers of a project know.
struct LoadHistory
{
    QList<RecordedLoad> loads; // newest first
    QStringList unreadable;    // a sentence for each database that could not be asked
};

/// Reads and mends what the ledgers know of loads. Thread of its Databases; every call opens a connection for
/// its time.
class LoadLedgers
{
public:
    explicit LoadLedgers(Databases &databases)
        : m_databases(databases)
    {}

    /// Newest first; none when the database does not exist yet.
    Expected<QList<LedgerEntry>, SqlError> loadsOf(Backend &backend) const;
    Expected<QList<LedgerBatch>, SqlError> batchesOf(Backend &backend, const QByteArray &loadId) const;

    /// Without those of which nothing is in the database.
    LoadHistory all(const Project &project) const;
    /// In the one database that knows the load, whatever the others say.
    Expected<RecordedLoad> find(const Project &project, const QByteArray &loadId) const;
    Expected<void> forget(const Project &project, const QByteArray &loadId) const;

private:
    Databases &m_databases;
};

} // namespace Weir
