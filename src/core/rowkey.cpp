// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rowkey.h"

namespace Weir {

RowKey::RowKey(const QStringList &values)
    : m_values(values.isEmpty() ? nullptr : std::make_shared<const QStringList>(values))
{}

QStringList RowKey::values() const
{
    if (m_isNumber)
        return {QString::number(m_number)};
    return m_values ? *m_values : QStringList();
}

bool operator==(const RowKey &a, const RowKey &b)
{
    if (a.m_isNumber != b.m_isNumber || a.m_number != b.m_number)
        return false;
    if (!a.m_values || !b.m_values)
        return a.m_values == b.m_values;
    return *a.m_values == *b.m_values;
}

size_t qHash(const RowKey &key, size_t seed)
{
    return key.m_values ? qHash(*key.m_values, seed) : qHashMulti(seed, key.m_isNumber, key.m_number);
}

} // namespace Weir
