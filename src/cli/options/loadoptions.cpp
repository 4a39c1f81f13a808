// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/loadoptions.h"

#include "cli/options/options.h"

#include <QFile>

#include <CLI/CLI.hpp>
#include <limits>

namespace Weir {

namespace {
constexpr int MaximumBatchRows = 1000000;
constexpr int MaximumWorkers = 256;
} // namespace

void LoadOptions::declare(CLI::App &command)
{
    declarePolicy(command);
    declareKnown(command);
    declareWork(command);
    declareTraces(command);
}

void LoadOptions::declarePolicy(CLI::App &command)
{
    command
        .add_option(
            "--policy", m_policy,
            "When rows are rejected: continue (default), stop-after (see --max-…), or all-or-nothing: "
            "one bad row, and nothing of the load stays in its database")
        ->check(CLI::IsMember({"continue", "stop-after", "all-or-nothing"}).description(""))
        ->type_name("NAME");
    command
        .add_option("--max-rejected", m_maximumRejected,
                    "Stop a file after more than N rejected rows; implies stop-after")
        ->check(CLI::Range(qint64{0}, std::numeric_limits<qint64>::max()).description(""))
        ->type_name("N");
    checkRange(
        *command
             .add_option("--max-percent", m_maximumPercent,
                         "Stop a file when more than X percent of its rows were rejected; implies stop-after")
             ->type_name("X"),
        0, 100);
}

void LoadOptions::declareKnown(CLI::App &command)
{
    CLI::Option *resume =
        command.add_flag("--resume", m_resume, "Go on with files whose load was not finished");
    command.add_flag("--again", m_again, "Load files again that were loaded before")->excludes(resume);
}

void LoadOptions::declareWork(CLI::App &command)
{
    command
        .add_option("--batch-rows", m_batchRows,
                    "Rows a transaction, at most; default: " + std::to_string(LoadSettings::DefaultBatchRows))
        ->check(CLI::Range(1, MaximumBatchRows).description(""))
        ->type_name("N");
    command
        .add_option("--workers", m_workers,
                    "Threads that parse and validate, 0 (one a processor, the default) to 256")
        ->check(CLI::Range(0, MaximumWorkers).description(""))
        ->type_name("N");
}

void LoadOptions::declareTraces(CLI::App &command)
{
    CLI::Option *noRejects =
        command.add_flag("--no-rejects", m_noRejects, "Write no files of rejected lines and reasons");
    command
        .add_option("--reject-dir", m_rejectDirectory,
                    "Where files of rejected lines and reasons go; default: beside each file")
        ->excludes(noRejects)
        ->type_name("DIR");
    command.add_flag("--no-undo", m_noUndo, "Keep nothing that 'weir-cli undo' needs");
    command.add_flag("--drop-ledger", m_dropLedger,
                     "Forget the loads when all files have finished: they are not recognised and cannot be "
                     "undone");
}

Expected<LoadSettings::Policy> LoadOptions::policy() const
{
    const bool hasLimit = m_maximumRejected >= 0 || m_maximumPercent >= 0;
    if (m_policy == "stop-after" && !hasLimit)
        return failure(QStringLiteral("--policy stop-after needs --max-rejected or --max-percent."));
    if (!m_policy.empty() && m_policy != "stop-after" && hasLimit) {
        return failure(QStringLiteral("--max-rejected and --max-percent do not go with --policy %1.")
                           .arg(QString::fromStdString(m_policy)));
    }
    if (m_policy == "all-or-nothing")
        return LoadSettings::Policy::AllOrNothing;
    return hasLimit ? LoadSettings::Policy::StopAfter : LoadSettings::Policy::Continue;
}

Expected<LoadSettings> LoadOptions::settings() const
{
    return policy().map([this](LoadSettings::Policy policy) {
        LoadSettings settings;
        settings.policy = policy;
        settings.maximumRejected = m_maximumRejected;
        settings.maximumPercent = m_maximumPercent;
        if (m_resume || m_again)
            settings.known = m_resume ? LoadSettings::Known::Resume : LoadSettings::Known::Again;
        settings.batchRows = m_batchRows;
        settings.workers = m_workers;
        settings.writeRejects = !m_noRejects;
        settings.rejectDirectory = QFile::decodeName(m_rejectDirectory.c_str());
        settings.keepUndo = !m_noUndo;
        settings.dropLedger = m_dropLedger;
        return settings;
    });
}

} // namespace Weir
