// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/text/numbertext.h"

#include <string_view>
#include <vector>

namespace Weir {

/// What a database holds in one place. Text and bytes are somebody else's, which they refer to.
struct StoredValue
{
    enum class Kind { Null, Integer, Number, Text, Bytes };

    Kind kind = Kind::Null;
    qint64 integer = 0;
    double number = 0;
    std::string_view text; // in UTF-8; or the bytes
};

/// The column that a field's cells go into.
struct StoredColumn
{
    QString name;
    FieldType type = FieldType::Text;
    bool key = false;

    /// By field.
    static std::vector<StoredColumn> listOf(const Entity &entity)
    {
        std::vector<StoredColumn> columns;
        for (const Field &field : entity.fields)
            columns.push_back({field.name, field.type, field.key});
        return columns;
    }
    bool suits(const Field &field) const
    {
        return key == field.key && type == field.type && name == field.name;
    }

    /// Empty cells are NULL, a blank key too. What is no number in a number's field stays text: the database
    /// decides about it.
    StoredValue value(std::string_view cell) const
    {
        if (cell.empty())
            return {};
        if (key || type == FieldType::Integer) {
            if (const auto parsed = parseInteger(cell))
                return {StoredValue::Kind::Integer, *parsed, 0, {}};
            if (key && isBlank(cell))
                return {};
        } else if (type == FieldType::Number) {
            if (const auto parsed = parseNumber(cell))
                return {StoredValue::Kind::Number, 0, *parsed, {}};
        }
        return {StoredValue::Kind::Text, 0, 0, cell};
    }

private:
    static bool isBlank(std::string_view text)
    {
        return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
    }
};

} // namespace Weir
