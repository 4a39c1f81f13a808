// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"
#include "db/databases.h"
#include "db/ledger.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace Weir {

/// A load that the ledgers know, with the database it is in.
struct KnownLoad
{
    QString database; // DatabaseProfile::name
    LedgerLoad load;
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
    Expected<QList<LedgerLoad>, SqlError> loadsOf(Backend &backend) const;
    Expected<QList<LedgerBatch>, SqlError> batchesOf(Backend &backend, const QByteArray &loadId) const;

    /// Newest first, without those of which nothing is in the database.
    Expected<QList<KnownLoad>> all(const Project &project) const;
    /// The one database that knows the load.
    Expected<KnownLoad> find(const Project &project, const QByteArray &loadId) const;
    Expected<void> forget(const Project &project, const QByteArray &loadId) const;

private:
    Databases &m_databases;
};

} // namespace Weir
