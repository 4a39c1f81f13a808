// SPDX-License-Identifier: GPL-3.0-or-later
// Many thirty-task runs in one process: row counts, open connections and memory.
#include "manyruns.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QSqlDatabase>
#include <QTemporaryDir>

#include <cstdio>

using namespace Weir;

namespace {

constexpr qint64 MostGrowthKiB = 2048;

bool print(const ManyRuns &figures)
{
    const qint64 growth = figures.memoryLateKiB - figures.memoryEarlyKiB;
    const bool exact = figures.rowsWanted == figures.rowsFound;
    const bool flat = figures.mostConnections == figures.connectionsAfterFirst;
    std::printf("%d runs of thirty tasks in one process\n", figures.runs);
    for (int i = 0; i < figures.rowsFound.size(); ++i) {
        std::printf("  rows of entity %d: %lld inserted, %lld found\n", i + 1,
                    static_cast<long long>(figures.rowsWanted.at(i)),
                    static_cast<long long>(figures.rowsFound.at(i)));
    }
    std::printf("  row counts exact: %s\n", exact ? "yes" : "NO");
    std::printf("  open connections: %d after the first run, at most %d later: %s\n",
                figures.connectionsAfterFirst, figures.mostConnections, flat ? "flat" : "GROWING");
    std::printf("  resident memory: %lld KiB after the first tenth, %lld KiB at the end: %+lld KiB (bar: < "
                "%lld)  %s\n",
                static_cast<long long>(figures.memoryEarlyKiB), static_cast<long long>(figures.memoryLateKiB),
                static_cast<long long>(growth), static_cast<long long>(MostGrowthKiB),
                growth < MostGrowthKiB ? "met" : "MISSED");
    return exact && flat && growth < MostGrowthKiB;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption scratch(QStringLiteral("scratch"), QStringLiteral("where the databases go"),
                                     QStringLiteral("directory"), QDir::tempPath());
    const QCommandLineOption runs(QStringLiteral("runs"), QStringLiteral("how many"), QStringLiteral("n"),
                                  QStringLiteral("1000"));
    const QCommandLineOption check(QStringLiteral("check"),
                                   QStringLiteral("end with 1 when a bar is missed"));
    parser.addOptions({scratch, runs, check});
    parser.process(application);

    QSqlDatabase::drivers(); // the first connection must not be a race (QTBUG-112961)
    const QTemporaryDir directory(parser.value(scratch) + QStringLiteral("/runs-XXXXXX"));
    if (!directory.isValid()) {
        std::fprintf(stderr, "%s\n", qPrintable(directory.errorString()));
        return 1;
    }
    const auto figures = runMany(directory.path(), qMax(10, parser.value(runs).toInt()));
    if (!figures) {
        std::fprintf(stderr, "%s\n", qPrintable(figures.error().sentence));
        return 1;
    }
    const bool met = print(*figures);
    return met || !parser.isSet(check) ? 0 : 1;
}
