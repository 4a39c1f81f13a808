// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/values/loadresult.h"

#include "core/nametable.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {
constexpr NamedValue<RejectStage> Stages[] = {
    {RejectStage::Parse, QLatin1String("parse")},
    {RejectStage::Validate, QLatin1String("validate")},
    {RejectStage::Database, QLatin1String("database")},
};

constexpr NamedValue<FileState> States[] = {
    {FileState::Waiting, QLatin1String("waiting")},     {FileState::Loading, QLatin1String("loading")},
    {FileState::Finished, QLatin1String("finished")},   {FileState::Stopped, QLatin1String("stopped")},
    {FileState::Cancelled, QLatin1String("cancelled")}, {FileState::Failed, QLatin1String("failed")},
};
} // namespace

QString rejectStageName(RejectStage stage)
{
    return nameIn(Stages, stage);
}

void SpannedRejects::add(const Record &record)
{
    ++records;
    lines += record.lines;
    const auto place =
        std::upper_bound(longest.cbegin(), longest.cend(), record,
                         [](const Record &one, const Record &other) { return one.lines > other.lines; });
    longest.insert(place, record);
    if (longest.size() > MaximumExamples)
        longest.removeLast();
}

void SpannedRejects::add(const SpannedRejects &other)
{
    const qint64 allRecords = records + other.records;
    const qint64 allLines = lines + other.lines;
    for (const Record &record : other.longest)
        add(record);
    records = allRecords;
    lines = allLines;
}

QString fileStateName(FileState state)
{
    return nameIn(States, state);
}

void LoadResult::makeTracesRelativeTo(qint64 ns)
{
    for (FileResult &file : files) {
        for (TaskTrace &trace : file.traces)
            trace.shiftBy(ns);
    }
    for (SettledTrace &one : settled)
        one.trace.shiftBy(ns);
}

Counts LoadResult::counts() const
{
    Counts sum;
    for (const FileResult &file : files)
        sum += file.counts;
    return sum;
}

bool LoadResult::accounted() const
{
    return std::all_of(files.begin(), files.end(),
                       [](const FileResult &file) { return file.rows == file.counts.read(); });
}

QString LoadResult::howToResume() const
{
    QStringList paths;
    for (const FileResult &file : files) {
        if (file.resumable)
            paths += file.path;
    }
    if (paths.isEmpty())
        return {};
    return QCoreApplication::translate("Weir::LoadResult",
                                       "Load the same files again with \"resume\" (--resume) to go on after "
                                       "the rows that are in already: %1.")
        .arg(paths.join(QStringLiteral(", ")));
}

} // namespace Weir
