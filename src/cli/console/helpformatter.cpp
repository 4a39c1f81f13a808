// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/helpformatter.h"

#include <sstream>

namespace Weir {

namespace {
constexpr std::size_t Width = 80;
constexpr std::size_t Column = 24; // where descriptions begin

/// The words of the text on lines that fit, all but the first indented.
std::string wrapped(const std::string &text, std::size_t indent)
{
    std::istringstream words(text);
    std::string result;
    std::size_t used = indent;
    for (std::string word; words >> word;) {
        if (!result.empty() && used + 1 + word.size() > Width) {
            result += '\n' + std::string(indent, ' ');
            used = indent;
        } else if (!result.empty()) {
            result += ' ';
            ++used;
        }
        result += word;
        used += word.size();
    }
    return result;
}

std::string entry(const std::string &name, const std::string &description)
{
    std::string line = "  " + name;
    // Two spaces at least between the columns, or a line of its own for the name.
    if (line.size() + 2 > Column)
        line += '\n' + std::string(Column, ' ');
    else
        line.resize(Column, ' ');
    return line + wrapped(description, Column) + '\n';
}

std::string optionName(const CLI::Option &option)
{
    std::string name;
    for (const std::string &shortName : option.get_snames())
        name += '-' + shortName + ", ";
    if (name.empty())
        name = "    ";
    for (const std::string &longName : option.get_lnames())
        name += "--" + longName + ", ";
    name.resize(name.find_last_not_of(", ") + 1);
    if (option.get_type_size() != 0 && !option.get_type_name().empty())
        name += ' ' + option.get_type_name();
    return name;
}
} // namespace

std::string HelpFormatter::make_help(const CLI::App *app, std::string name, CLI::AppFormatMode mode) const
{
    std::string description;
    std::istringstream paragraphs(app->get_description());
    for (std::string paragraph; std::getline(paragraphs, paragraph);)
        description += wrapped(paragraph, 0) + '\n';
    return make_usage(app, name) + '\n' + description + make_positionals(app) + make_subcommands(app, mode)
        + make_groups(app, mode) + '\n' + make_footer(app);
}

std::string HelpFormatter::make_usage(const CLI::App *app, std::string name) const
{
    std::string usage = "Usage: " + name;
    if (!app->get_subcommands([](const CLI::App *) { return true; }).empty())
        usage += " COMMAND";
    usage += " [OPTIONS]";
    for (const CLI::Option *option :
         app->get_options([](const CLI::Option *o) { return o->get_positional(); }))
        usage += ' ' + option->get_name(true);
    return usage + '\n';
}

std::string HelpFormatter::make_option(const CLI::Option *option, bool isPositional) const
{
    return entry(isPositional ? option->get_name(true) : optionName(*option), option->get_description());
}

std::string HelpFormatter::make_subcommand(const CLI::App *command) const
{
    return entry(command->get_name(), command->get_description());
}

} // namespace Weir
