// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "core/generate/rowgenerator.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

/// weir-cli generate: files of test data from the rules of a project's entities.
class GenerateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    void declareOutput(CLI::App &command);
    using Sink = std::function<Expected<void>(std::string_view)>;

    Expected<QList<Entity>> chosenEntities(const Project &project) const;
    int generate(const QList<Entity> &entities, const QStringList &untouchable, Console &console) const;
    Expected<void> checkPlace(const Entity &entity, const QStringList &untouchable) const;
    Expected<void> generateFile(const Entity &entity, const QStringList &untouchable,
                                const std::stop_token &stop, Console &console) const;
    Expected<void> generateRows(RowGenerator &rows, const std::stop_token &stop, const Sink &sink) const;
    QString pathOf(const Entity &entity) const;
    bool toStandardOutput() const { return m_out == "-"; }

    ProjectOption m_project;
    std::vector<std::string> m_entities;
    qint64 m_rows = 1000;
    double m_invalid = 0;
    quint64 m_seed = 1;
    std::string m_out = ".";
    bool m_noKeys = false;
    bool m_gzip = false;
    bool m_force = false;
    bool m_quiet = false;
};

} // namespace Weir
