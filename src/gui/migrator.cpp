// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/migrator.h"

#include "gui/workqueue.h"
#include "models/projectdocument.h"

#include <algorithm>
#include <memory>

namespace Weir {

namespace {

struct Result
{
    QStringList changes;
    QStringList errors;
};

// A database that fails does not keep the others from being migrated.
Result migrateAll(const Databases &databases, const Project &project)
{
    Result result;
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = databases.backend(profile.name);
        if (!backend)
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

Migrator::Migrator(WorkQueue &queue, const ProjectDocument &document, QObject *parent)
    : QObject(parent)
    , m_queue(queue)
    , m_document(document)
{}

void Migrator::migrate()
{
    const Project project = m_document.project();
    auto result = std::make_shared<Result>();
    const auto work = [project, result](Databases &databases) {
        *result = migrateAll(databases, project);
        return QString();
    };
    m_queue.addWork(project, work, [this, result](const QString &error) {
        if (!error.isEmpty())
            result->errors.append(error);
        if (!result->changes.isEmpty() || result->errors.isEmpty())
            Q_EMIT migrated(result->changes);
        for (const QString &sentence : std::as_const(result->errors))
            Q_EMIT failed(sentence);
    });
}

} // namespace Weir
