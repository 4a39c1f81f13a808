// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"
#include "models/table/readerhandle.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Weir {

/// Base of the objects that read a table in a thread of their own. The reader is opened when it is first
/// needed, and anew when the database was replaced. All functions in the object's thread.
class TableWorker : public QObject
{
    Q_OBJECT
public:
    explicit TableWorker(std::shared_ptr<ReaderHandle> handle);
    ~TableWorker() override;

    void setSource(std::shared_ptr<Backend> backend, const Entity &entity);

protected:
    bool isWanted(quint64 token) const { return m_handle->isWanted(token); }
    /// Opens the reader where needed and lets `work` read. No error and no work when the file or the
    /// table is not there yet.
    [[nodiscard]] Expected<void, SqlError>
    read(quint64 token, const std::function<Expected<void, SqlError>(TableReader &)> &work);

private:
    [[nodiscard]] Expected<void, SqlError> open();
    [[nodiscard]] Expected<void, SqlError>
    withinMemory(const std::function<Expected<void, SqlError>(TableReader &)> &work);
    bool fileIsAbsent() const;

    std::shared_ptr<ReaderHandle> m_handle;
    std::shared_ptr<Backend> m_backend;
    Entity m_entity;
    std::unique_ptr<TableReader> m_reader;
    int m_generation = 0; // of the backend when the reader was opened
};

} // namespace Weir
