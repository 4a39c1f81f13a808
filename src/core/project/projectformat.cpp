// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectformat.h"

#include <algorithm>

namespace Weir {

int projectFormatOf(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::Integer:
    case FieldType::Number:
        return OldestProjectFormat;
    case FieldType::Decimal:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::Time:
    case FieldType::DateTime:
    case FieldType::Uuid:
    case FieldType::Json:
    case FieldType::Binary:
        break;
    }
    return 2;
}

int projectFormatOf(const Project &project)
{
    int format = OldestProjectFormat;
    for (const Entity &entity : project.entities) {
        for (const Field &field : entity.fields)
            format = std::max(format, projectFormatOf(field.type));
    }
    return format;
}

} // namespace Weir
