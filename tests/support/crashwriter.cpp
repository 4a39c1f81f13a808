// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the product's write path until it is killed: thirty rows a run, the strategies in turn, every name
// unique. Prints "<entity> <key> <name>" for each row as soon as it is acknowledged.
//   crashwriter <data directory> <prefix of the names>
#include "core/project/projectfile.h"
#include "core/system/stoppablesleep.h"
#include "engine/run/runner.h"

#include <QCoreApplication>

#include <atomic>
#include <string>
#include <thread>
#include <unistd.h>

using namespace Weir;

namespace {

/// One write() a call: a line is never half printed when the process is killed between two.
void print(const std::string &text)
{
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t count = ::write(STDOUT_FILENO, text.data() + written, text.size() - written);
        if (count <= 0)
            std::_Exit(1);
        written += static_cast<std::size_t>(count);
    }
}

void printAcknowledged(RunRecorder &recorder, const Project &project)
{
    std::string text;
    for (const TaskReport &report : recorder.drain()) {
        for (const Outcome &outcome : report.outcomes) {
            if (outcome.verdict != Verdict::Inserted)
                continue;
            const Entity &entity = project.entities[outcome.entity];
            const QString &name = project.testData[entity.name][outcome.row - 1][1];
            text += entity.name.toStdString() + ' ' + outcome.key.text().toStdString() + ' '
                + name.toStdString() + '\n';
        }
    }
    print(text);
}

/// Every row gets a name of its own in its first text or integer column.
void nameRows(Project &project, const QString &prefix, int run)
{
    for (const Entity &entity : std::as_const(project.entities)) {
        QList<TestRow> &rows = project.testData[entity.name];
        for (int row = 0; row < rows.size(); ++row) {
            const bool text = entity.fields[1].type == FieldType::Text;
            rows[row][1] = text ? QStringLiteral("%1-%2-%3").arg(prefix).arg(run).arg(row)
                                : QString::number(prefix.toLongLong() * 10'000'000 + run * 100 + row + 1);
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    Project project = ProjectFile::sample();
    Databases databases(arguments[1]);
    Runner runner(databases);
    constexpr std::array strategies{Strategy::Contend, Strategy::Queue, Strategy::GroupCommit};
    for (int run = 0;; ++run) {
        nameRows(project, arguments[2], run);
        project.run.strategy = strategies[static_cast<std::size_t>(run) % strategies.size()];
        RunRecorder recorder(static_cast<quint64>(run) + 1);
        std::atomic<bool> over{false};
        std::thread printer([&] {
            while (!over) {
                printAcknowledged(recorder, project);
                stoppableSleep(std::chrono::microseconds(200));
            }
            printAcknowledged(recorder, project);
        });
        const bool ran = runner.execute(RunPlan::make(project), recorder, {}).has_value();
        over = true;
        printer.join();
        if (!ran)
            return 3;
    }
}
