// SPDX-License-Identifier: GPL-3.0-or-later
// Loads files into the sample project's databases, going on with what an earlier, killed call left:
//   loadwriter <data directory> <rows a batch> <entity>=<file>…
// Prints "loading" when it begins, "committed" after its first batch, then per file its verdicts, those of
// earlier calls in brackets, and the time. Exit status 0: all files are finished; 3: not, see the standard
// error output.
#include "core/csv/csvdetector.h"
#include "core/project/projectfile.h"
#include "core/system/stoppablesleep.h"
#include "engine/load/loader.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

using namespace Weir;

namespace {

LoadPlan planOf(const QStringList &arguments)
{
    LoadPlan plan;
    plan.project = ProjectFile::sample();
    plan.settings.known = LoadSettings::Known::Resume;
    plan.settings.batchRows = arguments[2].toInt();
    for (const QString &argument : arguments.mid(3)) {
        SourceFile file;
        file.entity = plan.project.entityIndex(argument.section(u'=', 0, 0));
        file.path = argument.section(u'=', 1);
        if (file.path == u"-") {
            if (const auto stream = CsvDetector::detect(file.path, {plan.project.entities.at(file.entity)})) {
                file.head = stream->head;
                file.format = stream->format;
                file.pipe = stream->pipe;
            }
        }
        plan.files += file;
    }
    return plan;
}

void print(const FileResult &file)
{
    std::printf("%s %lld %lld %lld %lld (%lld %lld %lld) %s\n", qPrintable(file.entity),
                static_cast<long long>(file.counts.inserted), static_cast<long long>(file.counts.rejected),
                static_cast<long long>(file.counts.failed), static_cast<long long>(file.counts.cancelled),
                static_cast<long long>(file.earlier.inserted), static_cast<long long>(file.earlier.rejected),
                static_cast<long long>(file.earlier.failed), qPrintable(fileStateName(file.state)));
    if (!file.error.isEmpty())
        std::fprintf(stderr, "%s\n", qPrintable(file.error));
}

void announceFirstCommit(const LoadMonitor &monitor, const std::atomic<bool> &over)
{
    while (!over) {
        for (const FileProgress &file : monitor.progress()) {
            if (file.counts.inserted > 0) {
                std::puts("committed");
                std::fflush(stdout);
                return;
            }
        }
        stoppableSleep(std::chrono::microseconds(200));
    }
}

int load(const LoadPlan &plan, const QString &directory)
{
    Databases databases(directory);
    if (const auto updated = databases.update(plan.project.databases); !updated) {
        std::fprintf(stderr, "%s\n", qPrintable(updated.error().sentence));
        return 3;
    }
    LoadMonitor monitor(static_cast<int>(plan.files.size()));
    std::puts("loading");
    std::fflush(stdout);
    std::atomic<bool> over{false};
    std::thread announcer([&] { announceFirstCommit(monitor, over); });
    const auto result = Loader(databases).load(plan, monitor);
    over = true;
    announcer.join();
    if (!result) {
        std::fprintf(stderr, "%s\n", qPrintable(result.error().sentence));
        return 3;
    }
    for (const FileResult &file : result->files)
        print(file);
    std::printf("%.3f s, %lld MiB\n", static_cast<double>(result->elapsedNs) / 1e9,
                static_cast<long long>(result->peakMemory >> 20));
    std::fflush(stdout);
    const bool finished = std::all_of(result->files.begin(), result->files.end(), [](const FileResult &file) {
        return file.state == FileState::Finished;
    });
    return finished && result->accounted() ? 0 : 3;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.size() < 4 ? 2 : load(planOf(arguments), arguments[1]);
}
