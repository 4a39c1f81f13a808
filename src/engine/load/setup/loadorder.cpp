// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/loadorder.h"

#include "engine/load/setup/loadtarget.h"
#include "engine/load/setup/preparedfile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

LoadOrder::LoadOrder(const std::vector<File> &files, const QList<TableReference> &references)
{
    int entities = 0;
    for (const File &file : files)
        entities = std::max(entities, file.entity + 1);
    findAncestors(entities, references);
    const std::vector<File> order = sorted(files);
    for (std::size_t i = 0; i < order.size(); ++i)
        m_isAsGiven = m_isAsGiven && order[i].index == files[i].index;
    makeTurns(order);
}

void LoadOrder::makeTurns(const std::vector<File> &order)
{
    std::vector<Waiting> waiting;
    for (const File &file : order) {
        Waiting next{file, {}};
        for (const Waiting &other : waiting) {
            if (other.file.isStream && areRelated(file.entity, other.file.entity))
                next.streams.push_back(other.file.index);
        }
        std::sort(next.streams.begin(), next.streams.end());
        waiting.push_back(std::move(next));
        m_turns.push_back(turnOf(waiting));
    }
}

/// Of the last one.
LoadOrder::Turn LoadOrder::turnOf(const std::vector<Waiting> &waiting) const
{
    const Waiting &last = waiting.back();
    Turn turn{last.file.index, {}, !last.streams.empty()};
    std::vector<const Waiting *> found;
    for (auto other = waiting.rbegin() + 1; other != waiting.rend(); ++other) {
        const bool isCovered = std::any_of(found.begin(), found.end(),
                                           [&](const Waiting *one) { return follows(*one, *other); });
        if (isCovered || !follows(last, *other))
            continue;
        found.push_back(&*other);
        turn.after.push_back(other->file.index);
        if (!last.file.isStream && !other->file.isStream && other->streams == last.streams)
            break; // it follows all of the others
    }
    return turn;
}

/// Whether `one` has to wait for `other`, which comes before it. The given order makes nobody wait for a
/// stream.
bool LoadOrder::follows(const Waiting &one, const Waiting &other) const
{
    if (areRelated(one.file.entity, other.file.entity))
        return true;
    return !one.file.isStream && !other.file.isStream
        && std::includes(one.streams.begin(), one.streams.end(), other.streams.begin(), other.streams.end());
}

void LoadOrder::findAncestors(int entities, const QList<TableReference> &references)
{
    const auto count = static_cast<std::size_t>(entities);
    m_ancestors.assign(count, std::vector<bool>(count));
    const auto isKnown = [entities](int entity) {
        return entity >= 0 && entity < entities;
    };
    std::vector<std::vector<int>> parents(count);
    for (const TableReference &reference : references) {
        if (isKnown(reference.from) && isKnown(reference.to))
            parents[static_cast<std::size_t>(reference.from)].push_back(reference.to);
    }
    for (std::size_t entity = 0; entity < count; ++entity) {
        std::vector<int> open = parents[entity];
        while (!open.empty()) {
            const auto next = static_cast<std::size_t>(open.back());
            open.pop_back();
            if (m_ancestors[entity][next])
                continue;
            m_ancestors[entity][next] = true;
            open.insert(open.end(), parents[next].begin(), parents[next].end());
        }
    }
}

bool LoadOrder::refers(int entity, int toEntity) const
{
    return m_ancestors[static_cast<std::size_t>(entity)][static_cast<std::size_t>(toEntity)];
}

bool LoadOrder::goesBefore(int entity, int other) const
{
    return refers(other, entity) && !refers(entity, other);
}

bool LoadOrder::areRelated(int entity, int other) const
{
    return entity == other || refers(entity, other) || refers(other, entity);
}

/// Always the first that waits for none of the others.
std::vector<LoadOrder::File> LoadOrder::sorted(const std::vector<File> &files) const
{
    std::vector<int> waiting(m_ancestors.size()); // files by entity
    for (const File &file : files)
        ++waiting[static_cast<std::size_t>(file.entity)];
    const auto isReady = [&](const File &file) {
        for (int entity = 0; entity < static_cast<int>(waiting.size()); ++entity) {
            if (waiting[static_cast<std::size_t>(entity)] > 0 && goesBefore(entity, file.entity))
                return false;
        }
        return true;
    };
    std::vector<File> rest = files;
    std::vector<File> order;
    while (!rest.empty()) {
        const auto next =
            std::find_if(rest.begin(), rest.end(), isReady); // there is one: circles do not count
        order.push_back(*next);
        --waiting[static_cast<std::size_t>(next->entity)];
        rest.erase(next);
    }
    return order;
}

QString LoadOrder::note(const QString &database, const QStringList &paths)
{
    constexpr qsizetype MostNamed = 20;
    QStringList names;
    for (const QString &path : paths.mid(0, MostNamed))
        names += QFileInfo(path).fileName();
    if (paths.size() > MostNamed)
        names += QStringLiteral("…");
    return QCoreApplication::translate("Weir::LoadOrder",
                                       "The files for %1 go in in the order in which their tables refer to "
                                       "each other, not as they were given: %2.")
        .arg(database, names.join(QStringLiteral(", ")));
}

namespace {

/// The files of one target, with the tables that they speak of.
struct TargetFiles
{
    TargetFiles(const std::vector<PreparedFile> &jobs, int target, const Backend &backend)
    {
        for (const PreparedFile &job : jobs) {
            if (job.database == target)
                files.push_back({job.index, tableOf(job.entity, backend), job.isStream()});
        }
    }

    int tableOf(const Entity &entity, const Backend &backend)
    {
        const auto table = std::find_if(tables.begin(), tables.end(), [&](const Entity &other) {
            return backend.isSameTable(other.table, entity.table);
        });
        const auto number = static_cast<int>(table - tables.begin());
        if (table == tables.end())
            tables += entity;
        return number;
    }

    QList<Entity> tables; // one entity for each
    std::vector<LoadOrder::File> files;
};

Expected<void, SqlError> orderJobsOf(int number, std::vector<PreparedFile> &jobs, LoadTarget &target)
{
    const TargetFiles of(jobs, number, *target.backend);
    if (of.files.size() < 2)
        return {};
    const auto references = target.backend->references(of.tables);
    if (!references)
        return tl::unexpected(references.error());
    const LoadOrder order(of.files, *references);
    QStringList paths;
    QString database;
    for (const LoadOrder::Turn &turn : order.turns()) {
        PreparedFile &job = jobs[static_cast<std::size_t>(turn.index)];
        job.turn = static_cast<int>(paths.size());
        job.after = turn.after;
        job.followsStream = turn.followsStream;
        database = job.databaseFile;
        paths += job.file.path;
    }
    if (!order.isAsGiven())
        target.orderNote = LoadOrder::note(database, paths);
    return {};
}

} // namespace

void orderJobs(std::vector<PreparedFile> *jobs, std::vector<LoadTarget> *targets)
{
    for (std::size_t number = 0; number < targets->size(); ++number) {
        LoadTarget &target = (*targets)[number];
        if (target.error.isNone())
            target.error = errorOf(orderJobsOf(static_cast<int>(number), *jobs, target));
    }
}

} // namespace Weir
