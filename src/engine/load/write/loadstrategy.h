// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/flow/loadpipeline.h"
#include "engine/load/write/batchwriter.h"

#include <memory>
#include <stop_token>
#include <vector>

namespace Weir {

/// What the strategies of one database work with.
struct LoadContext
{
    const LoadSettings &settings;
    const std::stop_token stop;
    LoadPipeline &pipeline;
    BatchWriter &writer;
    Backend &backend;
    Session &session;
    std::vector<FileAccount *> files; // of this database
};

/// How the batches of one database become permanent, and what a bad row leads to. Thread of the session.
class LoadStrategy
{
public:
    static std::unique_ptr<LoadStrategy> make(LoadContext context);
    virtual ~LoadStrategy() = default;

    /// The next batch of a file that is not closed.
    virtual void takeBatch(FileAccount &file, LoadBatch &batch) = 0;
    /// A file has no more batches; it may have been closed.
    virtual void takeEnd(FileAccount &file, const ReadEnd &end) = 0;
    /// No batch is ready: time to wait for the disk.
    virtual void rest() {}
    /// All files of the database have ended.
    virtual void finish() = 0;
};

} // namespace Weir
