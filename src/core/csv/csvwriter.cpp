// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvwriter.h"

#include <vector>

namespace Weir {

namespace {
bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// Readers trim spaces, and take a byte order mark from the front of a file.
bool needsQuotes(std::string_view cell, char delimiter)
{
    if (cell.empty())
        return false;
    const char special[] = {delimiter, '"', '\n', '\r'};
    return isSpace(cell.front()) || isSpace(cell.back()) || cell.starts_with("\xef\xbb\xbf")
        || cell.find_first_of(std::string_view(special, sizeof special)) != std::string_view::npos;
}

void appendQuoted(std::string *text, std::string_view cell)
{
    text->push_back('"');
    for (const char c : cell) {
        if (c == '"')
            text->push_back('"');
        text->push_back(c);
    }
    text->push_back('"');
}
} // namespace

void appendCsvRecord(std::string *text, std::span<const std::string_view> cells, char delimiter)
{
    const bool onlyBlank = cells.size() == 1 && cells.front().empty();
    bool first = true;
    for (const std::string_view cell : cells) {
        if (!first)
            text->push_back(delimiter);
        first = false;
        if (onlyBlank || needsQuotes(cell, delimiter))
            appendQuoted(text, cell);
        else
            text->append(cell);
    }
    text->push_back('\n');
}

void appendCsvRecord(std::string *text, std::span<const std::string> cells, char delimiter)
{
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    appendCsvRecord(text, views, delimiter);
}

void appendCsvRecord(std::string *text, const QStringList &cells, char delimiter)
{
    std::vector<std::string> utf8;
    for (const QString &cell : cells)
        utf8.push_back(cell.toStdString());
    appendCsvRecord(text, utf8, delimiter);
}

} // namespace Weir
