// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tableworker.h"

#include "core/system/shortages.h"
#include "db/connections.h"

#include <new>
#include <utility>

namespace Weir {

TableWorker::TableWorker(std::shared_ptr<ReaderHandle> handle)
    : m_handle(std::move(handle))
{}

TableWorker::~TableWorker() = default;

void TableWorker::setSource(std::shared_ptr<Backend> backend, const Entity &entity)
{
    m_reader.reset();
    m_backend = std::move(backend);
    m_entity = entity;
}

bool TableWorker::fileIsAbsent() const
{
    return m_backend->presence() == Presence::Absent;
}

Expected<void, SqlError> TableWorker::open()
{
    if (m_reader && m_generation == m_backend->generation())
        return {};
    m_reader.reset();
    m_generation = m_backend->generation();
    auto opened = m_backend->openReader(m_entity, newConnectionName(m_backend->profile().name));
    if (!opened)
        return tl::unexpected(opened.error());
    m_reader = std::move(*opened);
    return {};
}

Expected<void, SqlError>
TableWorker::withinMemory(const std::function<Expected<void, SqlError>(TableReader &)> &work)
{
    try {
        return work(*m_reader);
    } catch (const std::bad_alloc &) {
        return tl::unexpected(SqlError{ErrorClass::Other, 0, noMemoryText()});
    }
}

Expected<void, SqlError> TableWorker::read(quint64 token,
                                           const std::function<Expected<void, SqlError>(TableReader &)> &work)
{
    if (!m_backend)
        return {};
    if (fileIsAbsent()) {
        m_reader.reset();
        return {};
    }
    if (const auto opened = open(); !opened) {
        if (opened.error().errorClass == ErrorClass::NoTable)
            return {};
        return opened;
    }
    m_handle->begin(m_reader.get(), token);
    const auto done = withinMemory(work);
    m_handle->end();
    const bool broken = !done && done.error().errorClass != ErrorClass::Interrupted
        && done.error().errorClass != ErrorClass::Busy;
    if (broken)
        m_reader.reset();
    return done;
}

} // namespace Weir
