// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/dialectguess.h"

#include "core/csv/columnmapping.h"
#include "core/text/numbertext.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <tuple>

namespace Weir {

namespace {
constexpr char Delimiters[] = {',', ';', '\t', '|'};
// Enough to choose a delimiter by; the one chosen is tried on all there are.
constexpr int RecordsToTry = 2000;

QString delimiterName(char delimiter)
{
    switch (delimiter) {
    case ',':
        return QCoreApplication::translate("Weir::CsvDetector", "Comma");
    case ';':
        return QCoreApplication::translate("Weir::CsvDetector", "Semicolon");
    case '\t':
        return QCoreApplication::translate("Weir::CsvDetector", "Tab");
    default:
        return QCoreApplication::translate("Weir::CsvDetector", "Vertical bar");
    }
}

bool isValue(const std::string &cell)
{
    return parseNumber(cell) || cell.find('@') != std::string::npos;
}

int count(std::string_view text, std::string_view part)
{
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}
} // namespace

QStringList textsOf(const std::vector<std::string> &cells)
{
    QStringList texts;
    std::transform(cells.begin(), cells.end(), std::back_inserter(texts),
                   [](const std::string &cell) { return QString::fromStdString(cell); });
    return texts;
}

void DialectGuess::run(CsvFormat *format)
{
    format->lineEnd = lineEnd();
    Fit best;
    for (const char delimiter : Delimiters) {
        CsvFormat candidate = *format;
        candidate.delimiter = delimiter;
        candidate.quote = quote(candidate);
        const Fit fit = fitOf(candidate, RecordsToTry);
        const auto rank = [](const Fit &f) {
            const int share = f.records > 0 && f.columns > 1 ? f.alike * 100 / f.records : 0;
            return std::tuple(f.named, share, f.columns);
        };
        if (delimiter == Delimiters[0] || rank(fit) > rank(best)) {
            best = fit;
            *format = candidate;
        }
    }
    tellDelimiter(fitOf(*format));
    if (format->quote == '\'')
        m_evidence += QCoreApplication::translate("Weir::CsvDetector", "Cells are quoted with apostrophes.");
    format->header = header(*format);
}

char DialectGuess::lineEnd()
{
    const std::string_view text = m_text.utf8;
    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos) {
        m_evidence += QCoreApplication::translate("Weir::CsvDetector", "Lines end with CR alone.");
        return '\r';
    }
    if (text.find("\r\n") != std::string_view::npos)
        m_evidence += QCoreApplication::translate("Weir::CsvDetector", "Lines end with CR LF.");
    return '\n';
}

/// Apostrophes quote where they open and close cells, on most lines, and nothing else does.
char DialectGuess::quote(const CsvFormat &format) const
{
    const std::string_view text = m_text.utf8;
    const std::string between(1, format.delimiter);
    const int lines = count(text, std::string_view(&format.lineEnd, 1));
    const int opened = count(text, between + '\'');
    const int closed = count(text, '\'' + between);
    const bool otherwise = text.starts_with('"') || count(text, between + '"') > 0
        || count(text, std::string(1, format.lineEnd) + '"') > 0;
    return !otherwise && opened > 1 && closed > 1 && 2 * opened >= lines && 2 * closed >= lines ? '\'' : '"';
}

DialectGuess::Fit DialectGuess::fitOf(const CsvFormat &format, int maximum) const
{
    const std::vector<SampleRecord> records = sampleRecords(m_text, format, 1, maximum);
    Fit fit;
    fit.delimiter = format.delimiter;
    fit.records = static_cast<int>(records.size());
    std::map<int, int> recordsOfWidth;
    for (const SampleRecord &record : records) {
        fit.malformed += record.malformed ? 1 : 0;
        if (!record.malformed)
            ++recordsOfWidth[record.columns];
    }
    for (const auto &[width, number] : recordsOfWidth) {
        if (number >= fit.alike) {
            fit.alike = number;
            fit.columns = width;
        }
    }
    if (!records.empty())
        fit.named = namedFields(textsOf(records.front().cells));
    return fit;
}

int DialectGuess::namedFields(const QStringList &names) const
{
    int most = 0;
    for (const Entity &entity : m_entities) {
        const ColumnMapping mapping = ColumnMapping::byName(entity, names);
        const auto named = mapping.columnOfField.size() - mapping.missingFields().size();
        most = std::max(most, static_cast<int>(named));
    }
    return most;
}

void DialectGuess::tellDelimiter(const Fit &fit)
{
    if (fit.records == 0)
        m_evidence += QCoreApplication::translate("Weir::CsvDetector", "There are no lines to look at.");
    else if (fit.columns < 2)
        m_evidence += QCoreApplication::translate(
            "Weir::CsvDetector", "No comma, semicolon, tab or vertical bar divides the lines: one column.");
    else
        m_evidence += QCoreApplication::translate("Weir::CsvDetector", "%1: %2 of %3 lines have %4 columns.")
                          .arg(delimiterName(fit.delimiter), QString::number(fit.alike),
                               QString::number(fit.records), QString::number(fit.columns));
    if (fit.malformed > 0)
        m_evidence += QCoreApplication::translate("Weir::CsvDetector",
                                                  "Lines with a misplaced quote: %1. They would be rejected.")
                          .arg(QString::number(fit.malformed));
}

/// Taking a row for a header is found out before anything is written; the reverse writes a row that is none.
bool DialectGuess::header(const CsvFormat &format)
{
    const std::vector<SampleRecord> records = sampleRecords(m_text, format, 1, 2);
    if (records.empty())
        return true;
    const std::vector<std::string> &first = records.front().cells;
    const int named = namedFields(textsOf(first));
    if (2 * named >= static_cast<int>(first.size())) {
        m_evidence +=
            QCoreApplication::translate("Weir::CsvDetector",
                                        "The first line is a header: it names fields (%1 of %2 columns).")
                .arg(QString::number(named), QString::number(first.size()));
        return true;
    }
    const bool values = std::any_of(first.begin(), first.end(), isValue);
    m_evidence += values
        ? QCoreApplication::translate("Weir::CsvDetector", "There is no header: the first line holds values.")
        : QCoreApplication::translate("Weir::CsvDetector",
                                      "The first line is taken for a header: it holds no values.");
    return !values;
}

} // namespace Weir
