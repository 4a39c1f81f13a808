// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"

#include <algorithm>

namespace Weir {

struct Connections::Slot
{
    // Weak: a project that was closed must not be kept open by threads that idle.
    std::weak_ptr<Backend> backend;
    int generation = 0;
    std::unique_ptr<Session> session;

    bool belongsTo(const std::shared_ptr<Backend> &other) const
    {
        return !backend.owner_before(other) && !other.owner_before(backend);
    }
};

/// What one thread has open; destroyed by QThreadStorage in that thread.
struct Connections::ThreadSessions
{
    explicit ThreadSessions(std::atomic<int> &openCount)
        : open(openCount)
    {}
    ~ThreadSessions()
    {
        for (Slot &slot : slots)
            close(slot);
    }
    ThreadSessions(const ThreadSessions &) = delete;
    ThreadSessions &operator=(const ThreadSessions &) = delete;

    void close(Slot &slot)
    {
        if (!slot.session)
            return;
        slot.session.reset();
        open.fetch_sub(1);
    }

    void closeOrphans()
    {
        for (Slot &slot : slots) {
            if (slot.backend.expired())
                close(slot);
        }
        std::erase_if(slots, [](const Slot &slot) { return slot.backend.expired() && !slot.session; });
    }

    Slot &slotOf(const std::shared_ptr<Backend> &backend)
    {
        const auto found = std::find_if(slots.begin(), slots.end(),
                                        [&](const Slot &slot) { return slot.belongsTo(backend); });
        if (found != slots.end())
            return *found;
        return slots.emplace_back(Slot{backend, 0, nullptr});
    }

    std::atomic<int> &open;
    std::vector<Slot> slots;
};

Connections::Connections() = default;

Connections::~Connections()
{
    closeMine();
}

Expected<Session *, SqlError> Connections::session(const std::shared_ptr<Backend> &backend)
{
    ThreadSessions &sessions = ofThisThread();
    sessions.closeOrphans();
    Slot &slot = sessions.slotOf(backend);
    const int generation = backend->generation();
    if (slot.session && slot.generation == generation)
        return slot.session.get();

    sessions.close(slot);
    auto opened = backend->openSession(newConnectionName(backend->profile().name));
    if (!opened)
        return tl::unexpected(std::move(opened).error());
    slot.session = std::move(*opened);
    slot.generation = generation;
    m_open.fetch_add(1);
    return slot.session.get();
}

void Connections::closeMine()
{
    if (m_threads.hasLocalData())
        m_threads.setLocalData(nullptr);
}

bool Connections::isWarm(const Backend &backend) const
{
    if (!m_threads.hasLocalData())
        return false;
    const std::vector<Slot> &slots = m_threads.localData()->slots;
    return std::any_of(slots.begin(), slots.end(), [&](const Slot &slot) {
        return slot.session && slot.backend.lock().get() == &backend
            && slot.generation == backend.generation();
    });
}

Connections::ThreadSessions &Connections::ofThisThread()
{
    if (!m_threads.hasLocalData())
        m_threads.setLocalData(new ThreadSessions(m_open));
    return *m_threads.localData();
}

QString newConnectionName(const QString &database)
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("%1@%2").arg(database, QString::number(counter.fetch_add(1) + 1));
}

} // namespace Weir
