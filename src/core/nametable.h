// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

namespace Weir {

/// An enumerator and its name in project files and on command lines. Any thread.
template<typename Enum>
struct NamedValue
{
    Enum value;
    QLatin1String name;
};

template<typename Enum, std::size_t N>
QString nameIn(const NamedValue<Enum> (&table)[N], Enum value)
{
    for (const NamedValue<Enum> &entry : table) {
        if (entry.value == value)
            return entry.name;
    }
    return {};
}

template<typename Enum, std::size_t N>
bool valueIn(const NamedValue<Enum> (&table)[N], const QString &name, Enum *value)
{
    for (const NamedValue<Enum> &entry : table) {
        if (entry.name == name) {
            *value = entry.value;
            return true;
        }
    }
    return false;
}

} // namespace Weir
