// SPDX-License-Identifier: GPL-3.0-or-later
// Loads one file of users in the program's own main window, and prints as JSON how long it took and how long
// the event loop stood still meanwhile.
#include "core/csv/csvdetector.h"
#include "core/project/projectfile.h"
#include "gui/services/appsettings.h"
#include "gui/services/nativefiledialogs.h"
#include "gui/services/translator.h"
#include "gui/window/mainwindow.h"
#include "looptimer.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <cstdio>

using namespace Weir;

namespace {

Expected<LoadPlan> planFor(const QString &path)
{
    LoadPlan plan;
    plan.project = ProjectFile::sample();
    const auto detected = CsvDetector::detect(path, {plan.project.entities.first()});
    if (!detected)
        return tl::make_unexpected(detected.error());
    SourceFile file;
    file.path = path;
    file.entity = 0;
    file.format = detected->format;
    file.mapping = ColumnMapping::byName(plan.project.entities.first(), detected->header);
    plan.files = {file};
    return plan;
}

int fail(const QString &sentence)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return 1;
}

bool print(const LoadResult &result, const LoopTimer &timer)
{
    const Counts counts = result.counts();
    std::printf(
        "{\"elapsedNs\": %lld, \"rows\": %lld, \"inserted\": %lld, \"accounted\": %s, \"intervals\": %zu, "
        "\"longestStallMs\": %.3f, \"stall999Ms\": %.3f}\n",
        static_cast<long long>(result.elapsedNs), static_cast<long long>(counts.read()),
        static_cast<long long>(counts.inserted), result.accounted() ? "true" : "false", timer.intervals(),
        timer.percentile(1), timer.percentile(0.999));
    return std::fflush(stdout) == 0;
}

int measure(MainWindow &window, const LoadPlan &plan)
{
    LoopTimer timer;
    QString error;
    std::optional<LoadResult> finished;
    QObject::connect(&window.loads(), &LoadPresenter::completed, &timer, [&](const LoadResult &result) {
        finished = result;
        QCoreApplication::quit();
    });
    QObject::connect(&window.loads(), &LoadPresenter::failed, &timer, [&](const QString &sentence) {
        error = sentence;
        QCoreApplication::quit();
    });
    // After the window's first frame.
    QTimer::singleShot(1000, &timer, [&] {
        timer.start();
        window.loads().load(plan);
    });
    QApplication::exec();
    timer.stop();
    if (!finished)
        return fail(error.isEmpty() ? QStringLiteral("The window was closed before the load was over.")
                                    : error);
    return print(*finished, timer) && finished->accounted() ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption directory(QStringLiteral("data-dir"), QStringLiteral("where the databases go"),
                                       QStringLiteral("directory"));
    const QCommandLineOption path(QStringLiteral("file"), QStringLiteral("users as delimited text"),
                                  QStringLiteral("file"));
    parser.addOptions({directory, path});
    parser.process(application);
    const QString data = parser.value(directory);
    const auto plan = planFor(parser.value(path));
    if (!plan || data.isEmpty())
        return fail(plan ? QStringLiteral("--data-dir is missing") : plan.error().sentence);

    QSettings store(data + QStringLiteral("/settings.ini"), QSettings::IniFormat);
    AppSettings settings(store);
    Translator translator(Translator::defaultDirectory());
    Theme theme;
    NativeFileDialogs dialogs;
    MainWindow window({settings, theme, translator, dialogs}, data);
    window.show();
    return measure(window, *plan);
}
