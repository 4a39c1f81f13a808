// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/loadledgers.h"

#include "db/connections.h"
#include "engine/transaction/transactor.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

Expected<QList<LedgerEntry>, SqlError> LoadLedgers::loadsOf(Backend &backend) const
{
    if (backend.presence() != Presence::There) // opening would make it
        return QList<LedgerEntry>();
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

LoadHistory LoadLedgers::all(const Project &project) const
{
    LoadHistory history;
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = m_databases.backend(profile.name);
        if (!backend)
            continue;
        const auto loads = loadsOf(*backend);
        if (!loads)
            history.unreadable += loads.error().sentence;
        for (const LedgerEntry &load : loads.value_or(QList<LedgerEntry>())) {
            if (!load.isOnlyBegun())
                history.loads += {profile.name, load};
        }
    }
    std::stable_sort(
        history.loads.begin(), history.loads.end(),
        [](const RecordedLoad &a, const RecordedLoad &b) { return a.load.started > b.load.started; });
    return history;
}

Expected<RecordedLoad> LoadLedgers::find(const Project &project, const QByteArray &loadId) const
{
    const LoadHistory history = all(project);
    const auto found = std::find_if(history.loads.begin(), history.loads.end(),
                                    [&](const RecordedLoad &load) { return load.load.id == loadId; });
    if (found != history.loads.end())
        return *found;
    QStringList sentences{
        QCoreApplication::translate("Weir::LoadLedgers",
                                    "No database of the project knows a load %1: list the loads to "
                                    "see which there are.")
            .arg(QString::fromLatin1(loadId.toHex()))};
    sentences += history.unreadable;
    return failure(sentences.join(u' '));
}

Expected<void> LoadLedgers::forget(const Project &project, const QByteArray &loadId) const
{
    return find(project, loadId).and_then([&](const RecordedLoad &known) -> Expected<void> {
        Backend &backend = *m_databases.backend(known.database);
        auto session = backend.openSession(newConnectionName(known.database));
        if (!session)
            return failure(session.error().sentence);
        const auto done = Transactor(**session, RetryPolicy(1)).attempt({}, 1, [&](int) {
            return (*session)->ledger().drop(loadId);
        });
        if (!done)
            return failure(done.error().sentence);
        return {};
    });
}

} // namespace Weir
