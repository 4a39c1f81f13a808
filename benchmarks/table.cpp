// SPDX-License-Identifier: GPL-3.0-or-later
// A table of ten million rows in the window's own table panel: time to the first page, time to the last row,
// event-loop stalls and memory.
#include "bigtable.h"
#include "core/project/projectfile.h"
#include "db/databases/databases.h"
#include "gui/tables/tablegrid.h"
#include "gui/tables/tablepanel.h"
#include "gui/widgets/theme.h"
#include "processmemory.h"
#include "tableprobe.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSqlDatabase>

#include <cstdio>

using namespace Weir;

namespace {

constexpr double OpenBarMs = 100;
constexpr double EndBarMs = 50;
constexpr double StallBarMs = 50;
constexpr double MemoryBarMB = 150;

using Step = TableProbe::Step;

/// Are the rows that the grid shows now fetched, and is this one of the whole table among them?
bool shows(TablePanel &panel, TableGrid &grid, qint64 row)
{
    TableModel &model = panel.model();
    if (model.rowCount() == 0)
        return false;
    const int first = grid.rowAt(0);
    const int below = grid.rowAt(grid.viewport()->height() - 1);
    const int last = below < 0 ? model.rowCount() - 1 : below;
    const qint64 start = model.windowStart();
    return first >= 0 && start + first <= row && row <= start + last && model.isFetched(first, last);
}

void press(QWidget &widget, Qt::Key key)
{
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
    QCoreApplication::postEvent(&widget, new QKeyEvent(QEvent::KeyRelease, key, Qt::NoModifier));
}

std::vector<Step> makeSteps(TablePanel &panel, TableGrid &grid, const std::shared_ptr<Backend> &backend,
                            qint64 rows)
{
    const auto at = [&panel, &grid](qint64 row) {
        return [&panel, &grid, row] {
            return shows(panel, grid, row);
        };
    };
    std::vector<Step> steps;
    steps.push_back(
        {QStringLiteral("open, first page"), [&panel, backend] { panel.setBackend(backend); }, at(0)});
    steps.push_back(
        {QStringLiteral("End key, last row"), [&grid] { press(grid, Qt::Key_End); }, at(rows - 1)});
    steps.push_back({QStringLiteral("Home key, first row"), [&grid] { press(grid, Qt::Key_Home); }, at(0)});
    for (int part = 1; part <= 9; ++part) {
        const qint64 row = rows * part / 10;
        steps.push_back(
            {QStringLiteral("jump to row %L1").arg(row + 1), [&grid, row] { grid.showFrom(row); }, at(row)});
    }
    steps.push_back({QStringLiteral("exact count"), [] {},
                     [&panel, rows] {
                         return panel.model().countState() == TableModel::CountState::Exact
                             && panel.model().totalRows() == rows;
                     }});
    const auto settled = [&panel, &grid](qint64 row) {
        return [&panel, &grid, row] {
            return !panel.model().isBusy() && shows(panel, grid, row);
        };
    };
    steps.push_back({QStringLiteral("sort by email"), [&grid] { grid.sortByColumn(2, Qt::DescendingOrder); },
                     settled(0)});
    steps.push_back(
        {QStringLiteral("End key, sorted"), [&grid] { press(grid, Qt::Key_End); }, settled(rows - 1)});
    return steps;
}

bool report(const char *what, double value, const char *unit, double bar)
{
    const bool met = value >= 0 && value <= bar;
    std::printf("  %-24s %8.1f %s   bar: %g   %s\n", what, value, unit, bar, met ? "met" : "MISSED");
    return met;
}

bool report(const std::vector<Step> &steps, qint64 rows)
{
    std::printf("A table of %lld rows in the window's table panel\n", static_cast<long long>(rows));
    double stall = 0;
    qint64 peak = 0;
    bool complete = true;
    for (const Step &step : steps) {
        std::printf("  %-24s %8.1f ms   longest stall %5.1f ms   peak memory %6.1f MB\n",
                    qPrintable(step.name), step.milliseconds, step.longestStall,
                    static_cast<double>(step.peakKiB) / 1024);
        stall = std::max(stall, step.longestStall);
        peak = std::max(peak, step.peakKiB);
        complete = complete && step.milliseconds >= 0;
    }
    std::printf("\n");
    const bool open = report("first page", steps[0].milliseconds, "ms", OpenBarMs);
    const bool end = report("End key", steps[1].milliseconds, "ms", EndBarMs);
    const bool fluid = report("longest stall", stall, "ms", StallBarMs);
    const bool small = report("peak memory", static_cast<double>(peak) / 1024, "MB", MemoryBarMB);
    return complete && open && end && fluid && small;
}

bool measure(const Project &project, const Databases &databases, qint64 rows)
{
    const Entity &users = project.entities.first();
    const DatabaseProfile &profile = project.databases.at(project.databaseIndex(users.database));
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    TablePanel panel(theme, profile, {users});
    TableGrid &grid = *panel.findChild<TableGrid *>();
    panel.resize(900, 700);
    panel.show();
    panel.focusGrid();

    TableProbe probe(grid.viewport(), makeSteps(panel, grid, databases.backend(users.database), rows));
    QObject::connect(&probe, &TableProbe::finished, qApp, &QCoreApplication::quit);
    QTimer::singleShot(0, &probe, &TableProbe::start);
    QApplication::exec();
    panel.setBackend(nullptr);
    return report(probe.steps(), rows);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.sentence));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption scratch(QStringLiteral("scratch"), QStringLiteral("where the database goes"),
                                     QStringLiteral("directory"), QDir::tempPath());
    const QCommandLineOption rowCount(QStringLiteral("rows"), QStringLiteral("how many rows"),
                                      QStringLiteral("n"), QStringLiteral("10000000"));
    const QCommandLineOption check(QStringLiteral("check"),
                                   QStringLiteral("end with 1 when a bar is missed"));
    parser.addOptions({scratch, rowCount, check});
    parser.process(application);

    QSqlDatabase::drivers(); // the first connection must not be a race (QTBUG-112961)
    const qint64 rows = qMax(1000LL, parser.value(rowCount).toLongLong());
    const Project project = ProjectFile::sample();
    const QString directory = parser.value(scratch) + QStringLiteral("/table-%1").arg(rows);
    if (!QDir().mkpath(directory))
        return fail({QStringLiteral("The directory %1 cannot be made").arg(directory)});
    if (const auto made = makeBigUsersTable(directory, project, rows); !made)
        return fail(made.error());
    if (!resetPeakMemory())
        return fail({QStringLiteral("The peak of the memory cannot be reset: /proc/self/clear_refs")});
    Databases databases(directory);
    if (const auto updated = databases.update(project.databases); !updated)
        return fail(updated.error());
    const bool met = measure(project, databases, rows);
    return met || !parser.isSet(check) ? 0 : 1;
}
