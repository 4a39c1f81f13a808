// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loadcommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/progressprinter.h"
#include "cli/console/reportcolor.h"
#include "cli/console/reportfile.h"
#include "cli/console/signalwatcher.h"
#include "cli/loadpreview.h"
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"
#include "core/text/printabletext.h"
#include "db/databases/databases.h"
#include "engine/load/loader.h"
#include "engine/load/report/loadreport.h"
#include "engine/load/report/loadreporttexts.h"

#include <QFile>
#include <QFileInfo>

#include <CLI/CLI.hpp>
#include <algorithm>

namespace Weir {

using nlohmann::ordered_json;

namespace {
/// Empty when nothing is left to do, or when the report says it already.
QString howToGoOn(const LoadResult &result, bool isInReport)
{
    const QString sentence = result.howToResume();
    // A file that was not begun is not resumed, but --resume loads it as well.
    if (sentence.isEmpty() && result.cancelled)
        return QStringLiteral("Load the same files again with --resume to go on where this load stopped.");
    return isInReport ? QString() : sentence;
}
} // namespace

CLI::App *LoadCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "load",
        "Validate the rows of CSV files and insert the valid ones into the databases of a project.\n"
        "Lines that are not inserted go to <file>.rejected.csv, the reasons to <file>.reasons.csv. A load "
        "that "
        "was interrupted goes on with --resume.");
    command
        ->add_option("FILES", m_files,
                     "ENTITY=FILE, or FILE alone when its name or header tells the entity; \"-\" is standard "
                     "input; gzip and zstd are unpacked")
        ->required()
        ->type_name("");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command->add_flag("-n,--dry-run,--preview", m_preview,
                      "Show what was detected, the mapping and the verdicts on the first rows; load nothing");
    m_options.declare(*command);
    m_format.declare(*command);
    m_mapping.declare(*command);
    declareOutput(*command);
    command->footer(
        helpFooter("  weir-cli load users.csv orders.csv.gz\n"
                   "  weir-cli load users=people.tsv --map name=full_name --extra ignore --dry-run\n"
                   "  zcat big.csv.gz | weir-cli load orders=- --max-percent 5\n"
                   "  weir-cli load users.csv --resume\n",
                   "  0    all rows written\n"
                   "  1    wrong usage\n"
                   "  2    some rows rejected, failed or not reached\n"
                   "  3    could not load: a file that cannot be read or does not suit its entity,\n"
                   "       a file that was loaded before, no database could be used\n"
                   "  130  stopped by SIGINT (Ctrl+C), 143 by SIGTERM: batches under way were\n"
                   "       finished; the same command with --resume goes on"));
    return command;
}

void LoadCommand::declareOutput(CLI::App &command)
{
    CLI::Option *json = command.add_flag("-j,--json", m_json, "Print the result as JSON");
    command.add_flag("--traces", m_traces, "With --json: add the life of each batch, in nanoseconds")
        ->needs(json);
    command
        .add_option("--report", m_report,
                    "Write the result to this file as well; its name ends with .html, .json or .csv")
        ->type_name("FILE");
    command.add_flag("-f,--force", m_force, "Let --report replace a file that is not a report of a load");
    checkRange(
        *command
             .add_option("--interval", m_interval,
                         "Seconds between progress lines when standard error is no terminal; default: 1")
             ->type_name("S"),
        0.01, 3600);
    command.add_flag("-q,--quiet", m_quiet, "Print errors only, no progress")->excludes(json);
    m_color.declare(command);
}

int LoadCommand::execute(Console &console)
{
    const auto settings = check().and_then([this] { return this->settings(); });
    if (!settings) {
        console.complain(settings.error().sentence);
        return UsageError;
    }
    const auto project = m_project.load(console);
    const auto files = project.and_then(
        [this](const Project &read) { return LoadPlanner(read, m_format, m_mapping).plan(m_files); });
    if (!files) {
        console.complain(files.error().sentence);
        return CouldNotRun;
    }
    if (m_preview)
        return preview(*project, *files, console);
    LoadPlan plan{*project, {}, *settings};
    for (const DetectedFile &planned : *files)
        plan.files += planned.file;
    if (const auto good = checkReport(plan); !good) {
        console.complain(good.error().sentence);
        return CouldNotRun;
    }
    return load(plan, console);
}

Expected<void> LoadCommand::check() const
{
    const auto isStandardInput = [](const std::string &file) {
        return file == "-" || file.ends_with("=-");
    };
    if (m_project.isStandardInput() && std::any_of(m_files.begin(), m_files.end(), isStandardInput))
        return failure(QStringLiteral("Project and rows cannot both come from standard input."));
    return ReportFile::check(QFile::decodeName(m_report.c_str()));
}

Expected<LoadSettings> LoadCommand::settings() const
{
    return m_options.settings().map([this](LoadSettings settings) {
        settings.extra = m_mapping.extra();
        settings.missing = m_mapping.missing();
        settings.ragged = m_mapping.ragged();
        return settings;
    });
}

int LoadCommand::preview(const Project &project, const std::vector<DetectedFile> &files,
                         Console &console) const
{
    bool fits = true;
    bool good = true;
    ordered_json object{{"format", 1}, {"files", ordered_json::array()}};
    QString text;
    for (const DetectedFile &planned : files) {
        const auto suits =
            planned.file.mapping.check(project.entities[planned.file.entity], planned.detection.header,
                                       m_mapping.extra(), m_mapping.missing());
        const QString misfit = suits ? QString() : suits.error().sentence;
        const LoadPreview preview(project, planned, m_mapping.ragged(), misfit);
        fits = fits && suits;
        good = good && preview.isGood();
        object["files"].push_back(preview.json());
        text += preview.text();
    }
    object["notes"] = ordered_json::array();
    const QStringList notes = orderNotes(project, files);
    for (const QString &note : notes) {
        object["notes"].push_back(note);
        text += printableText(note) + u'\n';
    }
    if (m_json)
        console.print(jsonText(object));
    else if (!m_quiet)
        console.print(m_color.isOn(console) ? coloredReport(text) : text);
    if (!fits)
        return CouldNotRun;
    return good ? AllDone : SomeRefused;
}

/// Asks only the databases that are there, and makes none.
QStringList LoadCommand::orderNotes(const Project &project, const std::vector<DetectedFile> &files) const
{
    LoadPlan plan{project, {}, {}};
    QStringList targets;
    for (const DetectedFile &planned : files) {
        plan.files += planned.file;
        targets += project.entities[planned.file.entity].database;
    }
    if (targets.removeDuplicates() == 0 || !QFileInfo(m_dataDirectory.path()).isDir())
        return {};
    Databases databases(m_dataDirectory.path());
    const auto notes =
        databases.update(project.databases).and_then([&] { return Loader(databases).orderNotes(plan); });
    return notes ? *notes : QStringList{notes.error().sentence};
}

int LoadCommand::load(const LoadPlan &plan, Console &console) const
{
    int signal = 0;
    const auto result = runLoad(plan, console, &signal);
    bool written = true;
    if (result) {
        print(*result, console);
        complainOf(*result, console);
        written = writeReport(plan, *result, console);
    } else {
        console.complain(result.error().sentence);
    }
    if (signal != 0)
        return SignalBase + signal;
    return result && written ? statusOf(*result) : CouldNotRun;
}

Expected<LoadResult> LoadCommand::runLoad(const LoadPlan &plan, Console &console, int *signal) const
{
    LoadMonitor monitor(static_cast<int>(plan.files.size()));
    const SignalWatcher watcher([&monitor] { monitor.cancel(); });
    Databases databases(m_dataDirectory.path());
    if (const auto updated = databases.update(plan.project.databases); !updated)
        return tl::make_unexpected(updated.error());
    QStringList names;
    for (const SourceFile &file : plan.files)
        names += file.path == QStringLiteral("-") ? QStringLiteral("standard input")
                                                  : QFileInfo(file.path).fileName();
    std::optional<ProgressPrinter> progress;
    if (!m_quiet) {
        progress.emplace(console, monitor, names,
                         std::chrono::milliseconds(static_cast<qint64>(m_interval * 1000)));
    }
    auto result = Loader(databases).load(plan, monitor);
    *signal = watcher.received();
    return result;
}

void LoadCommand::print(const LoadResult &result, Console &console) const
{
    if (m_quiet)
        return;
    if (m_json) {
        console.print(loadReportJson(result, m_traces).toStdString());
        return;
    }
    const QString report = loadReportText(result);
    console.print(m_color.isOn(console) ? coloredReport(report) : report);
}

void LoadCommand::complainOf(const LoadResult &result, Console &console) const
{
    QStringList sentences;
    for (const FileResult &file : result.files) {
        sentences += file.error;
        if (m_json) {
            for (const QString &sentence : LoadReportTexts::spans(file.spanned))
                sentences += file.path + QStringLiteral(": ") + sentence;
        }
    }
    const bool hasReport = !m_quiet && !m_json;
    if (m_json)
        sentences += result.notes;
    sentences += howToGoOn(result, hasReport);
    sentences.removeAll(QString());
    sentences.removeDuplicates();
    for (const QString &sentence : sentences)
        console.complain(sentence);
}

// Before the load, which may take hours, and again afterwards.
Expected<void> LoadCommand::checkReport(const LoadPlan &plan) const
{
    return m_report.empty() ? Expected<void>() : ReportFile::check(reportPlace(plan, {}), m_force);
}

OutputPlace LoadCommand::reportPlace(const LoadPlan &plan, const LoadResult &result) const
{
    QStringList untouchable = m_project.untouchableFiles(plan.project, m_dataDirectory.path());
    for (const SourceFile &file : plan.files)
        untouchable += file.path;
    for (const FileResult &file : result.files)
        untouchable += {file.rejectedFile, file.reasonsFile};
    untouchable.removeAll(QString());
    return {QFile::decodeName(m_report.c_str()), untouchable};
}

bool LoadCommand::writeReport(const LoadPlan &plan, const LoadResult &result, Console &console) const
{
    if (m_report.empty())
        return true;
    const auto written = ReportFile::write(reportPlace(plan, result), m_force, result);
    if (!written)
        console.complain(written.error().sentence);
    return written.has_value();
}

int LoadCommand::statusOf(const LoadResult &result)
{
    const bool noneUsable = std::all_of(result.files.begin(), result.files.end(), [](const FileResult &file) {
        return file.state == FileState::Failed && file.counts.written() == 0;
    });
    if (noneUsable)
        return CouldNotRun;
    const bool allFinished =
        std::all_of(result.files.begin(), result.files.end(),
                    [](const FileResult &file) { return file.state == FileState::Finished; });
    Counts counts = result.counts();
    for (const FileResult &file : result.files)
        counts += file.earlier;
    return allFinished && counts.written() == counts.read() ? AllDone : SomeRefused;
}

} // namespace Weir
