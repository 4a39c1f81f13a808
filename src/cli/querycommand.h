// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "db/backend.h"

namespace Weir {

/// weir-cli query DATABASE SQL: one statement, its result as a table.
class QueryCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    int query(const Project &project, int database, Console &console) const;
    Expected<QueryResult, SqlError> ask(Backend &backend, int *signal) const;
    void print(const QueryResult &result, Console &console) const;
    /// By name or by file name; -1: none.
    int findDatabase(const Project &project) const;

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    std::string m_database;
    std::string m_sql;
    bool m_write = false;
    bool m_json = false;
    bool m_csv = false;
};

} // namespace Weir
