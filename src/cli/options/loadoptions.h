// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/load/values/loadplan.h"

#include <string>

namespace CLI {
class App;
}

namespace Weir {

/// How a load is to go about it: policy, known files, batches, threads, reject files, ledger.
class LoadOptions
{
public:
    void declare(CLI::App &command);
    /// Error: options that do not go together.
    Expected<LoadSettings> settings() const;

private:
    void declarePolicy(CLI::App &command);
    void declareKnown(CLI::App &command);
    void declareWork(CLI::App &command);
    void declareTraces(CLI::App &command);
    Expected<LoadSettings::Policy> policy() const;

    std::string m_policy;
    qint64 m_maximumRejected = -1;
    double m_maximumPercent = -1;
    bool m_resume = false;
    bool m_again = false;
    int m_batchRows = LoadSettings::DefaultBatchRows;
    int m_workers = 0;
    std::string m_rejectDirectory;
    bool m_noRejects = false;
    bool m_noUndo = false;
    bool m_dropLedger = false;
};

} // namespace Weir
