// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/migrator.h"

#include "engine/run/runcontroller.h"
#include "models/project/projectdocument.h"

#include <algorithm>
#include <memory>

namespace Weir {

namespace {

struct Migration
{
    QStringList changes;
    QStringList errors; // of single databases
    QString error;      // nothing could be migrated
};

// A database that fails does not keep the others from being migrated.
Migration migrateAll(const Databases &databases, const Project &project, const std::stop_token &stop)
{
    Migration result;
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = databases.backend(profile.name);
        if (!backend || stop.stop_requested())
            continue;
        QList<Entity> entities;
        std::copy_if(project.entities.cbegin(), project.entities.cend(), std::back_inserter(entities),
                     [&profile](const Entity &entity) { return entity.database == profile.name; });
        if (const auto changes = backend->migrate(entities))
            result.changes += *changes;
        else
            result.errors.append(changes.error().sentence);
    }
    return result;
}

} // namespace

Migrator::Migrator(RunController &runs, const ProjectDocument &document, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_document(document)
{}

void Migrator::migrate()
{
    const Project project = m_document.project();
    const auto work = [project](Databases &databases, const std::stop_token &stop) {
        return migrateAll(databases, project, stop);
    };
    m_runs.write(project, {}, {this}, work, [this](Migration migration) {
        if (!migration.error.isEmpty())
            migration.errors.append(migration.error);
        if (!migration.changes.isEmpty() || migration.errors.isEmpty())
            Q_EMIT migrated(migration.changes);
        for (const QString &sentence : std::as_const(migration.errors))
            Q_EMIT failed(sentence);
    });
}

} // namespace Weir
