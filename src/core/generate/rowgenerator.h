// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/generate/fieldgenerator.h"

#include <QStringList>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

/// Rows of an entity as its rules want them, a share of them with one value that breaks a rule: each rule of
/// each field is broken in turn of chance. The same entity and settings make the same rows. One thread.
class RowGenerator
{
public:
    struct Settings
    {
        quint64 seed = 1;
        double invalidPercent = 0; // exact over each thousand rows; 0 to 100
        bool keys = true;          // with the key's column, numbered from 1
    };

    /// Error: a field's rules fit no value, its type cannot be read yet, or no rule can be broken where some
    /// are to be.
    static Expected<RowGenerator> make(const Entity &entity, const Settings &settings);

    /// The columns' names.
    const QStringList &columns() const { return m_columns; }
    /// The next row's cells, UTF-8; valid until the next call.
    std::span<const std::string_view> next();
    qint64 rows() const { return m_rows; }           // made so far
    qint64 invalidRows() const { return m_invalid; } // of them

private:
    struct Column
    {
        std::size_t ways() const; // keys are never broken
        bool isKey;
        FieldGenerator generator;
    };
    struct Break
    {
        std::size_t column;
        std::size_t way;
    };

    RowGenerator(const Entity &entity, const Settings &settings);
    bool nextIsInvalid();
    Break chooseBreak();

    Settings m_settings;
    RandomSource m_random;
    QStringList m_columns;
    std::vector<Column> m_generators;
    std::size_t m_ways = 0; // of all columns
    std::string m_text;     // of the row's cells
    std::vector<std::size_t> m_ends;
    std::vector<std::string_view> m_cells;
    qint64 m_rows = 0;
    qint64 m_invalid = 0;
    qint64 m_invalidLeft = 0; // of the thousand under way
};

} // namespace Weir
