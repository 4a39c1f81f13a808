// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/migratecommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "core/text/printabletext.h"
#include "db/databases/databases.h"

#include <CLI/CLI.hpp>

namespace Weir {

namespace {
QList<Entity> entitiesOf(const Project &project, const QString &database)
{
    QList<Entity> entities;
    for (const Entity &entity : project.entities) {
        if (entity.database == database)
            entities += entity;
    }
    return entities;
}
} // namespace

CLI::App *MigrateCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "migrate",
        "Make the databases, tables and columns that the project needs and that are missing.\n"
        "Nothing is ever removed or changed.");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command->add_flag("-q,--quiet", m_quiet, "Print errors only");
    command->footer(helpFooter("  weir-cli migrate\n"
                               "  weir-cli migrate --project shop.weir --data-dir /tmp/shop\n",
                               "  0  all databases are as the project needs them\n"
                               "  1  wrong usage\n"
                               "  2  some databases could not be used\n"
                               "  3  no database could be used, or the project cannot be read"));
    return command;
}

int MigrateCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    Databases databases(m_dataDirectory.path());
    if (const auto updated = databases.update(project->databases); !updated) {
        console.complain(updated.error().sentence);
        return CouldNotRun;
    }
    qsizetype failures = 0;
    for (const DatabaseProfile &profile : project->databases) {
        if (!migrate(*databases.backend(profile.name), entitiesOf(*project, profile.name), console))
            ++failures;
    }
    if (failures == 0)
        return AllDone;
    return failures == project->databases.size() ? CouldNotRun : SomeRefused;
}

bool MigrateCommand::migrate(Backend &backend, const QList<Entity> &entities, Console &console) const
{
    const auto done = backend.migrate(entities);
    if (!done) {
        console.complain(done.error().sentence);
        return false;
    }
    if (m_quiet)
        return true;
    for (const QString &sentence : *done)
        console.print(printableText(sentence) + u'\n');
    if (done->isEmpty())
        console.print(QStringLiteral("Nothing to do in %1.\n").arg(printableText(backend.location())));
    return true;
}

} // namespace Weir
