// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "core/violation.h"

namespace Weir {

/// weir-cli validate: checks a project and its rows without touching a database.
class ValidateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    struct InvalidRow
    {
        int entity;
        int row; // from 1
        QList<Violation> violations;
    };

    static QList<InvalidRow> check(const Project &project);
    void printText(const Project &project, const QStringList &notes, const QList<InvalidRow> &invalid,
                   Console &console) const;
    static void printJson(const Project &project, const QStringList &notes, const QList<InvalidRow> &invalid,
                          Console &console);

    ProjectOption m_project;
    ColorOption m_color;
    bool m_json = false;
    bool m_quiet = false;
};

} // namespace Weir
