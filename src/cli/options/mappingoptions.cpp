// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/mappingoptions.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace Weir {

void MappingOptions::declare(CLI::App &command)
{
    command
        .add_option(
            "--map", m_map,
            "This column, by name or number from 1, feeds this field; repeatable. A field of one entity "
            "is ENTITY.FIELD; a field without column: FIELD=")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name("FIELD=COLUMN");
    command.add_option("--extra", m_extra, "Columns that no field takes: error (default) or ignore")
        ->check(CLI::IsMember({"error", "ignore"}).description(""))
        ->type_name("WHAT");
    command.add_option("--missing", m_missing, "Fields without a column: error (default) or blank")
        ->check(CLI::IsMember({"error", "blank"}).description(""))
        ->type_name("WHAT");
    command
        .add_option("--ragged", m_ragged,
                    "Records with fewer cells than columns: reject (default), or fill with blanks")
        ->check(CLI::IsMember({"reject", "fill"}).description(""))
        ->type_name("WHAT");
}

Expected<MappingOptions::Entry> MappingOptions::parse(const std::string &text)
{
    const QString entry = QString::fromStdString(text);
    const qsizetype equals = entry.indexOf(u'=');
    if (equals <= 0)
        return failure(QStringLiteral("--map %1 lacks its \"=\": it is FIELD=COLUMN.").arg(entry));
    const QString left = entry.left(equals);
    const qsizetype dot = left.indexOf(u'.');
    return Entry{left.left(std::max<qsizetype>(dot, 0)), left.mid(dot + 1), entry.mid(equals + 1)};
}

bool MappingOptions::concerns(const Entry &entry, const Entity &entity)
{
    return (entry.entity.isEmpty() || entry.entity == entity.name) && entity.fieldIndex(entry.field) >= 0;
}

Expected<void> MappingOptions::check(const QList<Entity> &entities) const
{
    for (const std::string &text : m_map) {
        const auto entry = parse(text);
        if (!entry)
            return tl::make_unexpected(entry.error());
        const auto matches = [&](const Entity &entity) {
            return concerns(*entry, entity);
        };
        if (std::none_of(entities.begin(), entities.end(), matches)) {
            return failure(QStringLiteral("--map %1: no entity of these files has this field.")
                               .arg(QString::fromStdString(text)));
        }
    }
    return {};
}

Expected<int> MappingOptions::findColumn(const QString &column, const QStringList &columns)
{
    const qsizetype named = columns.indexOf(column);
    if (named >= 0 && columns.indexOf(column, named + 1) < 0)
        return static_cast<int>(named);
    bool isNumber = false;
    const int number = column.toInt(&isNumber);
    if (named < 0 && isNumber && number >= 1 && number <= columns.size())
        return number - 1;
    const QString problem = named < 0
        ? QStringLiteral("There is no column \"%1\"; there are: %2.")
        : QStringLiteral("Several columns are named \"%1\": use the number of one "
                         "of them. There are: %2.");
    return failure(problem.arg(column, columns.join(QStringLiteral(", "))));
}

Expected<ColumnMapping> MappingOptions::make(const Entity &entity, const QStringList &columns,
                                             bool hasHeader) const
{
    ColumnMapping mapping = hasHeader ? ColumnMapping::byName(entity, columns)
                                      : ColumnMapping::byOrder(entity, static_cast<int>(columns.size()));
    for (const std::string &text : m_map) {
        const auto entry = parse(text);
        if (!entry)
            return tl::make_unexpected(entry.error());
        if (!concerns(*entry, entity))
            continue;
        int column = -1;
        if (!entry->column.isEmpty()) {
            const auto found = findColumn(entry->column, columns);
            if (!found)
                return tl::make_unexpected(found.error());
            column = *found;
        }
        mapping.columnOfField[entity.fieldIndex(entry->field)] = column;
    }
    return mapping;
}

ColumnMapping::Extra MappingOptions::extra() const
{
    return m_extra == "ignore" ? ColumnMapping::Extra::Ignore : ColumnMapping::Extra::Error;
}

ColumnMapping::Missing MappingOptions::missing() const
{
    return m_missing == "blank" ? ColumnMapping::Missing::Blank : ColumnMapping::Missing::Error;
}

ColumnMapping::Ragged MappingOptions::ragged() const
{
    return m_ragged == "fill" ? ColumnMapping::Ragged::Fill : ColumnMapping::Ragged::Reject;
}

} // namespace Weir
