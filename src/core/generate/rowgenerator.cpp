// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/rowgenerator.h"

#include "core/typechecks.h"

#include <cmath>

namespace Weir {

namespace {
constexpr qint64 Stretch = 1000; // rows over which the share of invalid ones is exact

/// Entities of one project get different rows. Algorithm: FNV-1a.
std::uint64_t seedFor(const QString &name, std::uint64_t seed)
{
    std::uint64_t hash = 0xcbf29ce484222325U ^ seed;
    for (const char c : name.toStdString()) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3U;
    }
    return hash;
}

qint64 invalidAmong(qint64 rows, double percent)
{
    return std::llround(static_cast<double>(rows) * percent / 100);
}
} // namespace

std::size_t RowGenerator::Column::ways() const
{
    return isKey ? 0 : generator.ways();
}

RowGenerator::RowGenerator(const Entity &entity, const Settings &settings)
    : m_settings(settings)
    , m_random(seedFor(entity.name, settings.seed))
{}

Expected<RowGenerator> RowGenerator::make(const Entity &entity, const Settings &settings)
{
    if (const auto readable = checkReadable(entity); !readable)
        return tl::make_unexpected(readable.error());
    RowGenerator rows(entity, settings);
    for (const Field &field : entity.fields) {
        if (field.key && !settings.keys)
            continue;
        auto generator = FieldGenerator::make(field);
        if (!generator)
            return failure(QStringLiteral("%1: %2").arg(entity.name, generator.error().sentence));
        rows.m_columns += field.name;
        rows.m_generators.push_back({field.key, std::move(*generator)});
        rows.m_ways += rows.m_generators.back().ways();
    }
    if (settings.invalidPercent > 0 && rows.m_ways == 0)
        return failure(QStringLiteral("%1 has no rule that a row could break.").arg(entity.name));
    rows.m_ends.resize(rows.m_generators.size());
    rows.m_cells.resize(rows.m_generators.size());
    return rows;
}

/// Selection sampling (Knuth, The Art of Computer Programming, 3.4.2, algorithm S).
bool RowGenerator::nextIsInvalid()
{
    const qint64 inStretch = m_rows % Stretch;
    if (inStretch == 0) {
        m_invalidLeft = invalidAmong(m_rows + Stretch, m_settings.invalidPercent)
            - invalidAmong(m_rows, m_settings.invalidPercent);
    }
    const auto left = static_cast<std::uint64_t>(Stretch - inStretch);
    const bool chosen = m_random.below(left) < static_cast<std::uint64_t>(m_invalidLeft);
    m_invalidLeft -= chosen;
    return chosen;
}

RowGenerator::Break RowGenerator::chooseBreak()
{
    std::size_t way = m_random.below(m_ways);
    std::size_t column = 0;
    for (; way >= m_generators[column].ways(); ++column)
        way -= m_generators[column].ways();
    return {column, way};
}

std::span<const std::string_view> RowGenerator::next()
{
    const bool invalid = nextIsInvalid();
    const Break broken = invalid ? chooseBreak() : Break{m_generators.size(), 0};
    m_text.clear();
    for (std::size_t i = 0; i < m_generators.size(); ++i) {
        const Column &column = m_generators[i];
        if (column.isKey)
            m_text += std::to_string(m_rows + 1);
        else if (i == broken.column)
            column.generator.appendInvalid(broken.way, m_random, &m_text);
        else
            column.generator.appendValid(m_random, &m_text);
        m_ends[i] = m_text.size();
    }
    for (std::size_t i = 0, start = 0; i < m_cells.size(); start = m_ends[i], ++i)
        m_cells[i] = std::string_view(m_text).substr(start, m_ends[i] - start);
    ++m_rows;
    m_invalid += invalid;
    return m_cells;
}

} // namespace Weir
