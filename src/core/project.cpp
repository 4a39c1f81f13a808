// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project.h"

#include <algorithm>

namespace Weir {

namespace {
template<typename T>
int indexNamed(const QList<T> &list, const QString &name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const T &item) { return item.name == name; });
    return it == list.end() ? -1 : static_cast<int>(it - list.begin());
}
} // namespace

int Project::databaseIndex(const QString &databaseName) const
{
    return indexNamed(databases, databaseName);
}

int Project::entityIndex(const QString &entityName) const
{
    return indexNamed(entities, entityName);
}

QList<TestRow> Project::rowsOf(const QString &entityName) const
{
    return testData.value(entityName);
}

} // namespace Weir
