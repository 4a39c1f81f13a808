// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/generatecommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/outputfile.h"
#include "cli/console/signalwatcher.h"
#include "core/csv/csvwriter.h"
#include "core/system/outputplace.h"
#include "core/text/printabletext.h"
#include "db/databases/databases.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <CLI/CLI.hpp>
#include <limits>

namespace Weir {

namespace {
constexpr std::size_t BufferSize = std::size_t{1} << 18;

} // namespace

CLI::App *GenerateCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "generate",
        "Make files of test data, ENTITY.csv, from the rules of the project's entities. The same seed makes "
        "the same rows.");
    m_project.declare(*command);
    command
        ->add_option("-e,--entity", m_entities, "This entity only; repeatable; default: all of the project")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("ENTITY");
    command->add_option("-r,--rows", m_rows, "Rows for each entity; default: 1000")
        ->check(CLI::Range(qint64{0}, std::numeric_limits<qint64>::max()).description(""))
        ->type_name("N");
    checkRange(
        *command
             ->add_option("--invalid", m_invalid,
                          "Percent of the rows that break a rule, each rule of each field in turn of chance; "
                          "default: 0")
             ->type_name("X"),
        0, 100);
    declareOutput(*command);
    command->footer(
        helpFooter("  weir-cli generate --rows 1000000 --invalid 1 --out /tmp\n"
                   "  weir-cli generate -e orders -r 5000000 --no-keys -o - | weir-cli load orders=-\n",
                   "  0    done\n"
                   "  1    wrong usage, or no such entity in the project\n"
                   "  3    the project cannot be read, rules that no value fits, a file that\n"
                   "       exists or cannot be written\n"
                   "  130  stopped by SIGINT (Ctrl+C), 143 by SIGTERM"));
    return command;
}

void GenerateCommand::declareOutput(CLI::App &command)
{
    command.add_option("--seed", m_seed, "Another seed makes other rows; default: 1")->type_name("S");
    command
        .add_option("-o,--out", m_out,
                    "Directory of the files; default: the working directory; \"-\" is standard output, for "
                    "one entity")
        ->type_name("DIR");
    command.add_flag("--no-keys", m_noKeys, "No column for the key: the database gives the values");
    command.add_flag("--gzip", m_gzip, "Compress: ENTITY.csv.gz");
    command.add_flag("-f,--force", m_force, "Replace files that exist");
    command.add_flag("-q,--quiet", m_quiet, "Print errors only");
}

int GenerateCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    const auto entities = chosenEntities(*project);
    if (!entities) {
        console.complain(entities.error().sentence);
        return UsageError;
    }
    return generate(*entities, m_project.untouchableFiles(*project, defaultDataDirectory()), console);
}

Expected<QList<Entity>> GenerateCommand::chosenEntities(const Project &project) const
{
    QList<Entity> chosen;
    for (const std::string &name : m_entities) {
        const int index = project.entityIndex(QString::fromStdString(name));
        if (index < 0) {
            QStringList names;
            for (const Entity &entity : project.entities)
                names += entity.name;
            return failure(QStringLiteral("The project has no entity \"%1\"; it has %2.")
                               .arg(QString::fromStdString(name), names.join(QStringLiteral(", "))));
        }
        chosen += project.entities[index];
    }
    if (m_entities.empty())
        chosen = project.entities;
    if (toStandardOutput() && chosen.size() != 1)
        return failure(QStringLiteral("Standard output takes one entity: choose it with --entity."));
    if (toStandardOutput() && m_gzip)
        return failure(QStringLiteral("Standard output is not compressed: leave --gzip out, or pipe it "
                                      "through gzip."));
    return chosen;
}

int GenerateCommand::generate(const QList<Entity> &entities, const QStringList &untouchable,
                              Console &console) const
{
    std::stop_source stop;
    const SignalWatcher watcher([&stop] { stop.request_stop(); });
    for (const Entity &entity : entities) {
        const auto done = generateFile(entity, untouchable, stop.get_token(), console);
        if (watcher.received() != 0)
            return SignalBase + watcher.received();
        if (done)
            continue;
        if (!done.error().sentence.isEmpty())
            console.complain(done.error().sentence);
        return CouldNotRun;
    }
    return AllDone;
}

QString GenerateCommand::pathOf(const Entity &entity) const
{
    const QString name = entity.name + (m_gzip ? QStringLiteral(".csv.gz") : QStringLiteral(".csv"));
    return QDir(QFile::decodeName(m_out.c_str())).filePath(name);
}

// The project gives the name: it must not lead out of the directory, nor to anything but a file.
Expected<void> GenerateCommand::checkPlace(const Entity &entity, const QStringList &untouchable) const
{
    const QString path = pathOf(entity);
    if (entity.name.contains(u'/'))
        return failure(QStringLiteral("The entity \"%1\" cannot give a file its name, because of the \"/\": "
                                      "write its rows to standard output with --out -.")
                           .arg(printableText(entity.name)));
    if (const auto good = OutputPlace(path, untouchable).check(); !good)
        return good;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(
            QStringLiteral("%1 is not a file: choose another directory.").arg(printableText(path)));
    if (info.exists() && !m_force)
        return failure(QStringLiteral("%1 exists already: --force replaces it.").arg(printableText(path)));
    return {};
}

Expected<void> GenerateCommand::generateFile(const Entity &entity, const QStringList &untouchable,
                                             const std::stop_token &stop, Console &console) const
{
    auto rows = RowGenerator::make(entity, {m_seed, m_invalid, !m_noKeys});
    if (!rows)
        return tl::make_unexpected(rows.error());
    if (toStandardOutput()) {
        return generateRows(*rows, stop, [&console](std::string_view text) -> Expected<void> {
            // Why not is the program's to tell: a reader that went away is no news.
            const bool taken = console.isTerminal() ? console.print(printableLines(
                                   QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))))
                                                    : console.print(std::string(text));
            return taken ? Expected<void>() : failure({});
        });
    }
    const QString path = pathOf(entity);
    if (const auto good = checkPlace(entity, untouchable); !good)
        return good;
    OutputFile file(path, m_gzip);
    const auto written =
        file.open()
            .and_then([&] {
                return generateRows(*rows, stop, [&file](std::string_view text) { return file.write(text); });
            })
            .and_then([&] { return stop.stop_requested() ? Expected<void>() : file.commit(); });
    if (written && !m_quiet && !stop.stop_requested()) {
        const QLocale english(QLocale::English);
        console.print(QStringLiteral("%1: rows %2, of them invalid %3\n")
                          .arg(printableText(path), english.toString(rows->rows()),
                               english.toString(rows->invalidRows())));
    }
    return written;
}

Expected<void> GenerateCommand::generateRows(RowGenerator &rows, const std::stop_token &stop,
                                             const Sink &sink) const
{
    std::string text;
    appendCsvRecord(&text, rows.columns());
    while (rows.rows() < m_rows && !stop.stop_requested()) {
        while (rows.rows() < m_rows && text.size() < BufferSize)
            appendCsvRecord(&text, rows.next());
        if (const auto taken = sink(text); !taken)
            return taken;
        text.clear();
    }
    return sink(text);
}

} // namespace Weir
