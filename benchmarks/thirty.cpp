// SPDX-License-Identifier: GPL-3.0-or-later
// The thirty-task run through the product's Runner, connections warm. For each line on standard input, a
// strategy's name, it prints "<milliseconds> <transactions> <rows> <milliseconds of the whole call>".
#include "core/project/projectfile.h"
#include "engine/run/runner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSqlDatabase>
#include <QTextStream>

#include <cstdio>
#include <iostream>
#include <string>

using namespace Weir;

namespace {

bool runOnce(Runner &runner, Project project, Strategy strategy, quint64 id)
{
    project.run.strategy = strategy;
    RunRecorder recorder(id);
    const std::stop_token never;
    QElapsedTimer clock;
    clock.start();
    const auto run = runner.execute(RunPlan::make(project), recorder, never);
    const double whole = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (!run) {
        std::fprintf(stderr, "%s\n", qPrintable(run.error().sentence));
        return false;
    }
    const RunResult &result = run->result;
    std::printf("%.4f %lld %lld %.4f\n", static_cast<double>(result.elapsedNs) / 1e6,
                static_cast<long long>(result.transactions), static_cast<long long>(result.counts().inserted),
                whole);
    return std::fflush(stdout) == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "usage: %s DIRECTORY\n", argv[0]);
        return 1;
    }
    QSqlDatabase::drivers(); // the first connection must not be a race (QTBUG-112961)
    const Project project = ProjectFile::sample();
    Databases databases(QString::fromLocal8Bit(argv[1]));
    Runner runner(databases);
    quint64 id = 0;
    std::string line;
    while (std::getline(std::cin, line)) {
        Strategy strategy = Strategy::GroupCommit;
        if (!strategyFromName(QString::fromStdString(line), &strategy)) {
            std::fprintf(stderr, "'%s' is no strategy: contend, queue or group\n", line.c_str());
            return 1;
        }
        if (!runOnce(runner, project, strategy, ++id))
            return 1;
    }
    return 0;
}
