// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvsample.h"
#include "core/entity.h"

#include <QStringList>

#include <limits>

namespace Weir {

/// Line end, quote, delimiter and header of a sample, guessed, with a sentence of evidence for each.
class DialectGuess
{
public:
    DialectGuess(const CsvSample::Text &text, const QList<Entity> &entities)
        : m_text(text)
        , m_entities(entities)
    {}

    /// Settles these parts of the format.
    void run(CsvFormat *format);
    const QStringList &evidence() const { return m_evidence; }

private:
    /// How well a delimiter suits.
    struct Fit
    {
        char delimiter = ',';
        int named = 0;   // fields of an entity that the first record names
        int columns = 0; // that most records have
        int alike = 0;   // so many of them
        int records = 0;
        int malformed = 0;
    };

    char lineEnd();
    char quote(const CsvFormat &format) const;
    Fit fitOf(const CsvFormat &format, int maximum = std::numeric_limits<int>::max()) const;
    int namedFields(const QStringList &names) const;
    void tellDelimiter(const Fit &fit);
    bool header(const CsvFormat &format);

    const CsvSample::Text &m_text;
    const QList<Entity> &m_entities;
    QStringList m_evidence;
};

QStringList textsOf(const std::vector<std::string> &cells);

} // namespace Weir
