// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorybackend.h"

#include "support/memoryreader.h"
#include "support/memorysession.h"

#include <algorithm>

namespace Weir::Test {

namespace {

DatabaseProfile memoryProfile()
{
    DatabaseProfile profile;
    profile.name = QStringLiteral("memory");
    profile.sqlite().file = QStringLiteral("/memory");
    return profile;
}

class MemoryTakenRows : public TakenRows
{
public:
    explicit MemoryTakenRows(std::shared_ptr<MemoryStore> from)
        : store(std::move(from))
    {}

    QString place() const override { return store->location(); }

    const std::shared_ptr<MemoryStore> store;
    std::map<QString, MemoryTable::Rows> rows; // by table
    std::atomic<bool> discarded{false};
};

} // namespace

MemoryBackend::MemoryBackend()
    : MemoryBackend(std::make_shared<MemoryStore>(memoryProfile()))
{}

Expected<void, SqlError> MemoryBackend::prepare(const QList<Entity> &entities)
{
    if (const auto done = refusal(MemoryCall::Prepare); !done)
        return done;
    return transact(std::stop_token(), [&](MemoryContent &content) -> Expected<void, SqlError> {
        for (const Entity &entity : entities) {
            const MemoryTable &table = content.tables.try_emplace(entity.table, entity).first->second;
            if (const QString missing = table.missingField(entity); !missing.isEmpty()) {
                return tl::unexpected(m_store->error(
                    ErrorClass::Schema,
                    QStringLiteral("the table \"%1\" has no column \"%2\"").arg(entity.table, missing)));
            }
        }
        return {};
    });
}

Expected<QStringList, SqlError> MemoryBackend::migrate(const QList<Entity> &entities)
{
    if (const auto allowed = refusal(MemoryCall::Prepare); !allowed)
        return tl::unexpected(allowed.error());
    QStringList done;
    const SqlError failed =
        errorOf(transact(std::stop_token(), [&](MemoryContent &content) -> Expected<void, SqlError> {
            for (const Entity &entity : entities) {
                const auto [table, isNew] = content.tables.try_emplace(entity.table, entity);
                if (isNew)
                    done += m_store->sentence(QStringLiteral("created the table \"%1\"").arg(entity.table));
                for (const Field &field : entity.fields) {
                    if (table->second.columnIndex(field.name) >= 0)
                        continue;
                    table->second.addColumn(field);
                    done += m_store->sentence(QStringLiteral("added the column \"%1\"").arg(field.name));
                }
            }
            return {};
        }));
    if (!failed.isNone())
        return tl::unexpected(failed);
    return done;
}

Expected<std::unique_ptr<Session>, SqlError> MemoryBackend::openSession(const QString &)
{
    if (const auto done = refusal(MemoryCall::Open); !done)
        return tl::unexpected(done.error());
    return std::make_unique<MemorySession>(m_store);
}

Expected<std::unique_ptr<TableReader>, SqlError> MemoryBackend::openReader(const Entity &entity,
                                                                           const QString &)
{
    if (const auto done = refusal(MemoryCall::Open); !done)
        return tl::unexpected(done.error());
    const MemoryStore::Content now = m_store->content();
    const auto table = now->tables.find(entity.table);
    if (table == now->tables.end())
        return tl::unexpected(
            m_store->error(ErrorClass::NoTable, QStringLiteral("no table \"%1\"").arg(entity.table)));
    if (const QString missing = table->second.missingField(entity); !missing.isEmpty())
        return tl::unexpected(m_store->error(ErrorClass::Schema, QStringLiteral("no \"%1\"").arg(missing)));
    return std::make_unique<MemoryReader>(m_store, entity);
}

Expected<EmptyTicket, SqlError> MemoryBackend::empty(const QList<Entity> &entities,
                                                     const std::stop_token &stop)
{
    const auto taken = std::make_shared<MemoryTakenRows>(m_store);
    EmptyTicket ticket{0, taken};
    const SqlError failed = errorOf(transact(stop, [&](MemoryContent &content) -> Expected<void, SqlError> {
        for (const Entity &entity : entities) {
            const auto table = content.tables.find(entity.table);
            if (table == content.tables.end())
                return tl::unexpected(
                    m_store->error(ErrorClass::NoTable, QStringLiteral("no \"%1\"").arg(entity.table)));
            if (!taken->rows.try_emplace(entity.table, table->second.rows()).second)
                continue; // it was named twice
            ticket.rows += static_cast<qint64>(table->second.rows().size());
            table->second.clear();
        }
        const QString other = content.danglingReference();
        if (other.isEmpty())
            return {};
        return tl::unexpected(m_store->error(ErrorClass::Constraint,
                                             QStringLiteral("rows of \"%1\" refer to them").arg(other)));
    }));
    if (!failed.isNone())
        return tl::unexpected(failed);
    return ticket;
}

Expected<void, SqlError> MemoryBackend::restore(const EmptyTicket &ticket, const std::stop_token &stop)
{
    const auto taken = std::dynamic_pointer_cast<MemoryTakenRows>(ticket.taken);
    if (!taken || taken->store != m_store || taken->discarded)
        return tl::unexpected(m_store->error(ErrorClass::Other, QStringLiteral("it has no such rows")));
    return transact(stop, [&](MemoryContent &content) -> Expected<void, SqlError> {
        for (const auto &[name, rows] : taken->rows) {
            const auto table = content.tables.find(name);
            if (table == content.tables.end())
                return tl::unexpected(
                    m_store->error(ErrorClass::Constraint, QStringLiteral("no \"%1\"").arg(name)));
            for (const auto &[key, row] : rows) {
                if (const auto put = table->second.insert(row); !put)
                    return tl::unexpected(m_store->error(ErrorClass::Constraint, put.error()));
            }
        }
        const QString dangling = content.danglingReference();
        if (dangling.isEmpty())
            return {};
        return tl::unexpected(
            m_store->error(ErrorClass::Constraint, QStringLiteral("\"%1\" refers to none").arg(dangling)));
    });
}

void MemoryBackend::discard(const EmptyTicket &ticket)
{
    if (const auto taken = std::dynamic_pointer_cast<MemoryTakenRows>(ticket.taken))
        taken->discarded = true;
}

Expected<qint64, SqlError> MemoryBackend::countRows(const QString &table, const std::stop_token &stop)
{
    if (const auto done = refusal(MemoryCall::Read); !done)
        return tl::unexpected(done.error());
    if (stop.stop_requested())
        return tl::unexpected(
            m_store->error(ErrorClass::Interrupted, QStringLiteral("the counting was stopped")));
    const MemoryStore::Content now = m_store->content();
    const auto found = now->tables.find(table);
    if (found == now->tables.end())
        return tl::unexpected(
            m_store->error(ErrorClass::NoTable, QStringLiteral("no table \"%1\"").arg(table)));
    return static_cast<qint64>(found->second.rows().size());
}

Expected<QList<TableReference>, SqlError> MemoryBackend::references(const QList<Entity> &entities)
{
    if (const auto done = refusal(MemoryCall::Read); !done)
        return tl::unexpected(done.error());
    const MemoryStore::Content now = m_store->content();
    QList<TableReference> references;
    for (int from = 0; from < entities.size(); ++from) {
        const auto table = now->tables.find(entities.at(from).table);
        if (table == now->tables.end())
            continue;
        for (int to = 0; to < entities.size(); ++to) {
            const bool refers = std::any_of(
                table->second.columns().begin(), table->second.columns().end(),
                [&](const MemoryColumn &column) { return column.parent == entities.at(to).table; });
            if (refers)
                references += {from, to};
        }
    }
    return references;
}

Expected<QueryResult, SqlError> MemoryBackend::query(const QString &, bool)
{
    return tl::unexpected(m_store->error(ErrorClass::Other, QStringLiteral("it knows no SQL")));
}

Expected<void, SqlError> MemoryBackend::refusal(MemoryCall call) const
{
    const MemoryTrouble trouble = m_store->troubleAt(call);
    switch (trouble.kind) {
    case MemoryTrouble::Kind::None:
        return {};
    case MemoryTrouble::Kind::Refused:
        return tl::unexpected(trouble.error);
    default:
        return tl::unexpected(m_store->error(ErrorClass::Io, QStringLiteral("the connection is lost")));
    }
}

Expected<void, SqlError>
MemoryBackend::transact(const std::stop_token &stop,
                        const std::function<Expected<void, SqlError>(MemoryContent &)> &work)
{
    const FairLockGuard alone(m_store->turns, FairLock::Mode::Exclusive, stop);
    if (!alone.entered())
        return tl::unexpected(
            m_store->error(ErrorClass::Interrupted, QStringLiteral("the waiting was stopped")));
    if (!m_store->takeWriter(this))
        return tl::unexpected(m_store->error(ErrorClass::Busy, QStringLiteral("somebody else writes to it")));
    MemoryContent draft = *m_store->content();
    auto done = work(draft);
    if (done && stop.stop_requested())
        done =
            tl::unexpected(m_store->error(ErrorClass::Interrupted, QStringLiteral("the work was stopped")));
    if (done)
        m_store->publish(std::move(draft));
    m_store->leaveWriter(this);
    return done;
}

} // namespace Weir::Test
