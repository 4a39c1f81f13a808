// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/storedjson.h"

#include <limits>

namespace Weir::StoredJson {

using nlohmann::json;

QByteArray write(const json &value)
{
    return QByteArray::fromStdString(value.dump());
}

json read(const QByteArray &text)
{
    if (text.contains('\0')) // which nlohmann takes for the end
        return {};
    json value = json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_discarded() ? json() : value;
}

const json &member(const json &object, const char *name)
{
    static const json none;
    const auto found = object.find(name);
    return found == object.end() ? none : *found;
}

qint64 integer(const json &value, qint64 fallback)
{
    constexpr auto Most = static_cast<std::uint64_t>(std::numeric_limits<qint64>::max());
    const bool fits =
        value.is_number_unsigned() ? value.get<std::uint64_t>() <= Most : value.is_number_integer();
    return fits ? value.get<qint64>() : fallback;
}

bool truth(const json &value)
{
    return value.is_boolean() && value.get<bool>();
}

QString text(const json &value)
{
    const auto *text = value.get_ptr<const json::string_t *>();
    return text ? QString::fromStdString(*text) : QString();
}

const json &list(const json &value)
{
    static const json none = json::array();
    return value.is_array() ? value : none;
}

} // namespace Weir::StoredJson
