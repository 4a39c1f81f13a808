// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/entity.h"

#include "core/nametable.h"

#include <algorithm>

namespace Weir {

namespace {
constexpr NamedValue<FieldType> FieldTypes[] = {
    {FieldType::Text, QLatin1String("text")},       {FieldType::Integer, QLatin1String("integer")},
    {FieldType::Number, QLatin1String("number")},   {FieldType::Decimal, QLatin1String("decimal")},
    {FieldType::Boolean, QLatin1String("boolean")}, {FieldType::Date, QLatin1String("date")},
    {FieldType::Time, QLatin1String("time")},       {FieldType::DateTime, QLatin1String("datetime")},
    {FieldType::Uuid, QLatin1String("uuid")},       {FieldType::Json, QLatin1String("json")},
    {FieldType::Binary, QLatin1String("binary")},
};

template<typename Predicate>
int indexWhere(const QList<Field> &fields, Predicate predicate)
{
    const auto it = std::find_if(fields.begin(), fields.end(), predicate);
    return it == fields.end() ? -1 : static_cast<int>(it - fields.begin());
}
} // namespace

QString fieldTypeName(FieldType type)
{
    return nameIn(FieldTypes, type);
}

bool fieldTypeFromName(const QString &name, FieldType *type)
{
    return valueIn(FieldTypes, name, type);
}

bool isReadable(FieldType type)
{
    return type == FieldType::Text || type == FieldType::Integer || type == FieldType::Number;
}

bool isNumeric(FieldType type)
{
    return type == FieldType::Integer || type == FieldType::Number || type == FieldType::Decimal;
}

int Entity::fieldIndex(const QString &fieldName) const
{
    return indexWhere(fields, [&](const Field &field) { return field.name == fieldName; });
}

int Entity::keyIndex() const
{
    return indexWhere(fields, [](const Field &field) { return field.key; });
}

const Field &Entity::keyField() const
{
    const int key = keyIndex();
    Q_ASSERT(key >= 0); // no project without one is read
    return fields.at(key);
}

} // namespace Weir
