// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/shortages.h"
#include "engine/load/write/loadstrategy.h"

#include <memory>

namespace Weir {

class LoadMonitor;

/// The one thread that writes into one database: takes its files' batches and gives every row its verdict.
class DatabaseWriter
{
public:
    /// `files`: all that go into the database, `number` of the load's databases. `error`: why the database
    /// cannot be used; its files fail.
    DatabaseWriter(int number, std::shared_ptr<Backend> backend, SqlError error,
                   std::vector<FileAccount *> files)
        : m_number(number)
        , m_backend(std::move(backend))
        , m_error(std::move(error))
        , m_files(std::move(files))
    {}

    /// Until all its files have ended.
    void run(const LoadSettings &settings, RetryPolicy retry, LoadPipeline &pipeline, LoadMonitor &monitor);

    /// After run(): forgets the loads of its files; their rows stay. Any thread.
    [[nodiscard]] Expected<void, SqlError> dropLedger() const;

    const std::shared_ptr<Backend> &backend() const { return m_backend; }
    const std::vector<FileAccount *> &files() const { return m_files; }
    /// As far as is known; after run(): it was written to.
    bool isUsable() const { return m_error.isNone(); }
    /// After run(): what the user should know about the database, sentences.
    const QStringList &notes() const { return m_notes; }
    /// After run(): how its work ended.
    SettledTrace settled() const { return {m_backend->profile().name, m_settled}; }

private:
    void write(const LoadSettings &settings, RetryPolicy retry, LoadPipeline &pipeline, LoadMonitor &monitor);
    void work(LoadStrategy &strategy, LoadPipeline &pipeline, LoadMonitor &monitor);
    void takeBatch(LoadStrategy &strategy, FileAccount &file, LoadBatch &batch, LoadPipeline &pipeline) const;
    void refuse(LoadPipeline &pipeline, bool cancelled);
    void settle();
    void clearLeftovers(LoadPipeline &pipeline);
    static Expected<void> begin(FileAccount &file);
    FileAccount &file(int index) const;

    const int m_number;
    const std::shared_ptr<Backend> m_backend;
    SqlError m_error;
    QString m_noMemory = noMemoryText(); // there before it is needed
    QStringList m_notes;
    TaskTrace m_settled;
    const std::vector<FileAccount *> m_files;
};

} // namespace Weir
