// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadledgers.h"

#include "db/connections.h"
#include "db/transaction.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

/// Opening would make the file.
bool isThere(const Backend &backend)
{
    const QFileInfo file(backend.location());
    return file.exists() && file.size() > 0;
}

} // namespace

Expected<QList<LedgerLoad>, SqlError> LoadLedgers::loadsOf(Backend &backend) const
{
    if (!isThere(backend))
        return QList<LedgerLoad>();
    auto session = backend.openSession(newConnectionName(backend.profile().name));
    if (!session)
        return tl::unexpected(session.error());
    return (*session)->ledger().loads();
}

Expected<QList<LedgerBatch>, SqlError> LoadLedgers::batchesOf(Backend &backend,
                                                              const QByteArray &loadId) const
{
    auto session = backend.openSession(newConnectionName(backend.profile().name));
    if (!session)
        return tl::unexpected(session.error());
    return (*session)->ledger().batches(loadId);
}

Expected<QList<KnownLoad>> LoadLedgers::all(const Project &project) const
{
    QList<KnownLoad> known;
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = m_databases.backend(profile.name);
        if (!backend)
            continue;
        const auto loads = loadsOf(*backend);
        if (!loads)
            return failure(loads.error().sentence);
        for (const LedgerLoad &load : *loads) {
            if (!load.isOnlyBegun())
                known += {profile.name, load};
        }
    }
    std::stable_sort(known.begin(), known.end(),
                     [](const KnownLoad &a, const KnownLoad &b) { return a.load.started > b.load.started; });
    return known;
}

Expected<KnownLoad> LoadLedgers::find(const Project &project, const QByteArray &loadId) const
{
    return all(project).and_then([&](const QList<KnownLoad> &known) -> Expected<KnownLoad> {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const KnownLoad &load) { return load.load.id == loadId; });
        if (found != known.end())
            return *found;
        return failure(
            QCoreApplication::translate("Weir::LoadLedgers",
                                        "No database of the project knows a load %1: list the loads to "
                                        "see which there are.")
                .arg(QString::fromLatin1(loadId.toHex())));
    });
}

Expected<void> LoadLedgers::forget(const Project &project, const QByteArray &loadId) const
{
    return find(project, loadId).and_then([&](const KnownLoad &known) -> Expected<void> {
        Backend &backend = *m_databases.backend(known.database);
        const CommitGateGuard guard(backend.gate(), CommitGate::Mode::Exclusive);
        auto session = backend.openSession(newConnectionName(known.database));
        if (!session)
            return failure(session.error().sentence);
        (*session)->setGateHeldAlone(true);
        Transaction transaction(**session);
        SqlError error = transaction.begin();
        if (!error)
            error = (*session)->ledger().drop(loadId);
        if (!error)
            error = transaction.commit();
        if (error)
            return failure(error.sentence);
        return {};
    });
}

} // namespace Weir
