// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/expected.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace Weir {

/// --map [ENTITY.]FIELD=COLUMN, --extra, --missing, --ragged: how columns become fields.
class MappingOptions
{
public:
    void declare(CLI::App &command);

    /// Every --map names a field of one of these entities.
    Expected<void> check(const QList<Entity> &entities) const;
    /// By name, or by order without a header; then what --map says of this entity.
    Expected<ColumnMapping> make(const Entity &entity, const QStringList &columns, bool hasHeader) const;

    ColumnMapping::Extra extra() const;
    ColumnMapping::Missing missing() const;
    ColumnMapping::Ragged ragged() const;

private:
    struct Entry
    {
        QString entity; // empty: any that has the field
        QString field;
        QString column;
    };
    static Expected<Entry> parse(const std::string &text);
    static bool concerns(const Entry &entry, const Entity &entity);
    /// Index; the column is named, or a number from 1.
    static Expected<int> findColumn(const QString &column, const QStringList &columns);

    std::vector<std::string> m_map;
    std::string m_extra = "error";
    std::string m_missing = "error";
    std::string m_ragged = "reject";
};

} // namespace Weir
