// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/querycommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/signalwatcher.h"
#include "cli/console/texttable.h"
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"
#include "db/databases/databases.h"

#include <CLI/CLI.hpp>

namespace Weir {

using nlohmann::ordered_json;

namespace {
QString countText(qint64 count, const QString &what)
{
    return count == 1 ? QStringLiteral("(1 row%1)\n").arg(what)
                      : QStringLiteral("(%1 rows%2)\n").arg(QString::number(count), what);
}

ordered_json queryJson(const QueryResult &result)
{
    ordered_json object;
    object["columns"] = ordered_json::array();
    for (const QString &column : result.columns)
        object["columns"].push_back(column);
    object["rows"] = ordered_json::array();
    for (const QStringList &row : result.rows) {
        ordered_json cells = ordered_json::array();
        for (const QString &cell : row)
            cells.push_back(cell.isNull() ? ordered_json() : ordered_json(cell));
        object["rows"].push_back(std::move(cells));
    }
    object["changes"] = result.changes;
    return object;
}
} // namespace

CLI::App *QueryCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "query", "Run one SQL statement on a database of the project and print its result.");
    command->add_option("DATABASE", m_database, "The database's name in the project, or its file name")
        ->required()
        ->type_name("");
    command->add_option("SQL", m_sql, "The statement; it may only read, unless --write is given")
        ->required()
        ->type_name("");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command->add_flag("-w,--write", m_write, "Let the statement change the database");
    CLI::Option *json =
        command->add_flag("-j,--json", m_json, "Print columns and rows as JSON; cells are texts or null");
    command->add_flag("--csv", m_csv, "Print comma-separated values with a header; NULL is an empty cell")
        ->excludes(json);
    command->footer(helpFooter("  weir-cli query users 'SELECT * FROM users'\n"
                               "  weir-cli query orders 'SELECT sum(quantity) FROM orders' --csv\n"
                               "  weir-cli query products --write 'DELETE FROM products WHERE price > 500'\n",
                               "  0  done\n"
                               "  1  wrong usage, or no such database in the project\n"
                               "  3  the statement failed, or project or database cannot be used\n"
                               "  130  stopped by SIGINT (Ctrl+C), 143 by SIGTERM"));
    return command;
}

int QueryCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    const int database = findDatabase(*project);
    if (database >= 0)
        return query(*project, database, console);
    QStringList names;
    for (const DatabaseProfile &profile : project->databases)
        names += profile.name;
    console.complain(QStringLiteral("The project has no database \"%1\"; it has %2.")
                         .arg(QString::fromStdString(m_database), names.join(QStringLiteral(", "))));
    return UsageError;
}

int QueryCommand::findDatabase(const Project &project) const
{
    const QString wanted = QString::fromStdString(m_database);
    const int index = project.databaseIndex(wanted);
    if (index >= 0)
        return index;
    for (int i = 0; i < project.databases.size(); ++i) {
        if (project.databases[i].label() == wanted)
            return i;
    }
    return -1;
}

int QueryCommand::query(const Project &project, int database, Console &console) const
{
    Databases databases(m_dataDirectory.path());
    if (const auto updated = databases.update(project.databases); !updated) {
        console.complain(updated.error().sentence);
        return CouldNotRun;
    }
    const auto backend = databases.backend(project.databases[database].name);
    int signal = 0;
    const auto result = ask(*backend, &signal);
    if (!result) {
        console.complain(result.error().sentence);
        return result.error().errorClass == ErrorClass::Interrupted && signal != 0 ? SignalBase + signal
                                                                                   : int(CouldNotRun);
    }
    print(*result, console);
    return AllDone;
}

/// Signals interrupt the statement, and act as ever on what comes after.
Expected<QueryResult, SqlError> QueryCommand::ask(Backend &backend, int *signal) const
{
    std::stop_source stop;
    const SignalWatcher watcher([&stop] { stop.request_stop(); });
    auto result = backend.queryUntil(QString::fromStdString(m_sql), m_write, stop.get_token());
    *signal = watcher.received();
    return result;
}

void QueryCommand::print(const QueryResult &result, Console &console) const
{
    if (m_json) {
        console.print(jsonText(queryJson(result)));
    } else if (m_csv) {
        if (!result.columns.isEmpty())
            console.print(console.isTerminal() ? shownCommaSeparated(result.columns, result.rows)
                                               : commaSeparated(result.columns, result.rows));
    } else if (result.columns.isEmpty()) {
        console.print(countText(result.changes, QStringLiteral(" changed")));
    } else {
        console.print(alignedTable(result.columns, result.rows) + countText(result.rows.size(), QString()));
    }
}

} // namespace Weir
