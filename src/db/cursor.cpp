// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/cursor.h"

#include "core/text/numbertext.h"

namespace Weir {

qint64 Cursor::integer(int column) const
{
    const StoredValue found = value(column);
    if (found.kind == StoredValue::Kind::Text)
        return parseInteger(found.text).value_or(0);
    return found.kind == StoredValue::Kind::Integer ? found.integer : 0;
}

QString Cursor::text(int column) const
{
    const StoredValue found = value(column);
    switch (found.kind) {
    case StoredValue::Kind::Null:
        return {};
    case StoredValue::Kind::Integer:
        return QString::number(found.integer);
    case StoredValue::Kind::Number:
        return QString::fromStdString(numberText(found.number));
    case StoredValue::Kind::Text:
    case StoredValue::Kind::Bytes:
        break;
    }
    return found.text.empty()
        ? QStringLiteral("")
        : QString::fromUtf8(found.text.data(), static_cast<qsizetype>(found.text.size()));
}

QByteArray Cursor::bytes(int column) const
{
    const StoredValue found = value(column);
    return {found.text.data(), static_cast<qsizetype>(found.text.size())};
}

} // namespace Weir
