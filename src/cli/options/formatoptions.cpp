// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/formatoptions.h"

#include <QString>

#include <CLI/CLI.hpp>
#include <map>

namespace Weir {

namespace {
const std::map<std::string, char> &delimiterNames()
{
    static const std::map<std::string, char> names{{"comma", ','}, {"semicolon", ';'}, {"tab", '\t'},
                                                   {"\\t", '\t'},  {"pipe", '|'},      {"space", ' '}};
    return names;
}

const std::map<std::string, char> &quoteNames()
{
    static const std::map<std::string, char> names{{"double", '"'}, {"single", '\''}, {"none", '\0'}};
    return names;
}

const std::map<std::string, TextEncoding> &encodingNames()
{
    static const std::map<std::string, TextEncoding> names{{"utf-8", TextEncoding::Utf8},
                                                           {"utf-16le", TextEncoding::Utf16Le},
                                                           {"utf-16be", TextEncoding::Utf16Be},
                                                           {"latin-1", TextEncoding::Latin1}};
    return names;
}
} // namespace

void FormatOptions::declare(CLI::App &command)
{
    command
        .add_option("--delimiter", m_delimiter,
                    "What separates cells: one character, or comma, semicolon, tab, pipe, space; default: "
                    "detected")
        ->type_name("C");
    command.add_option("--quote", m_quote, "What quotes cells: double, single or none; default: detected")
        ->check(CLI::IsMember({"double", "single", "none"}).description(""))
        ->type_name("QUOTE");
    command
        .add_option("--encoding", m_encoding,
                    "utf-8, utf-16le, utf-16be or latin-1; default: detected, else utf-8")
        ->check(CLI::IsMember({"utf-8", "utf-16le", "utf-16be", "latin-1"}).description(""))
        ->type_name("NAME");
    CLI::Option *header = command.add_flag("--header", m_header, "The first record names the columns");
    command
        .add_flag("--no-header", m_noHeader, "The first record is a row: columns stand in the fields' order")
        ->excludes(header);
}

Expected<void> FormatOptions::applyDelimiter(CsvFormat *format) const
{
    if (m_delimiter.empty())
        return {};
    const auto named = delimiterNames().find(m_delimiter);
    const char delimiter = named != delimiterNames().end() ? named->second : m_delimiter.front();
    const bool isOne = named != delimiterNames().end() || m_delimiter.size() == 1;
    const bool isUsable = delimiter != '\n' && delimiter != '\r' && delimiter != format->quote;
    if (!isOne || !isUsable) {
        return failure(
            QStringLiteral("\"%1\" cannot be the delimiter: it is one ASCII character that neither "
                           "quotes cells nor ends lines.")
                .arg(QString::fromStdString(m_delimiter)));
    }
    format->delimiter = delimiter;
    return {};
}

Expected<CsvFormat> FormatOptions::applyTo(CsvFormat detected) const
{
    if (!m_quote.empty())
        detected.quote = quoteNames().at(m_quote);
    if (!m_encoding.empty())
        detected.encoding = encodingNames().at(m_encoding);
    if (m_header || m_noHeader)
        detected.header = m_header;
    return applyDelimiter(&detected).map([&] { return detected; });
}

} // namespace Weir
