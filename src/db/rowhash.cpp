// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rowhash.h"

#include <bit>
#include <cmath>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace Weir {

namespace {

constexpr quint64 NullKind = 1;
constexpr quint64 IntegerKind = 2;
constexpr quint64 NumberKind = 3;
constexpr quint64 TextKind = 4;
constexpr quint64 BytesKind = 5;

/// -2^63 ≤ number < 2^63 without a fraction: a column may hold it as an integer.
bool isInteger(double number)
{
    constexpr double Limit = 9223372036854775808.0;
    return number >= -Limit && number < Limit && std::trunc(number) == number;
}

} // namespace

void RowHash::add(const StoredValue &value)
{
    switch (value.kind) {
    case StoredValue::Kind::Null:
        return mix(0, NullKind);
    case StoredValue::Kind::Integer:
        return mix(static_cast<quint64>(value.integer), IntegerKind);
    case StoredValue::Kind::Number:
        if (isInteger(value.number))
            return mix(static_cast<quint64>(static_cast<qint64>(value.number)), IntegerKind);
        return mix(std::bit_cast<quint64>(value.number), NumberKind);
    case StoredValue::Kind::Text:
        return mixBytes(value.text, TextKind);
    case StoredValue::Kind::Bytes:
        return mixBytes(value.text, BytesKind);
    }
}

void RowHash::mix(quint64 value, quint64 kind)
{
    // The finisher of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
    quint64 state = (m_state + kind) * 0x9e3779b97f4a7c15U ^ value;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9U;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebU;
    m_state = state ^ (state >> 31);
}

void RowHash::mixBytes(std::string_view bytes, quint64 kind)
{
    m_state = XXH3_64bits_withSeed(bytes.data(), bytes.size(), m_state + kind);
}

RowHasher::RowHasher(const Entity &entity)
    : m_columns(StoredColumn::listOf(entity))
{}

quint32 RowHasher::hash(const RowBatch &batch, int row) const
{
    RowHash hash;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        if (!m_columns[column].key)
            hash.add(m_columns[column].value(batch.cell(row, static_cast<int>(column))));
    }
    return hash.value();
}

QStringList RowHasher::columns(const Entity &entity)
{
    QStringList columns;
    for (const Field &field : entity.fields) {
        if (field.key)
            columns.prepend(field.name);
        else
            columns.append(field.name);
    }
    return columns;
}

} // namespace Weir
