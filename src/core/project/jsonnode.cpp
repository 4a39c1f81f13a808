// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/jsonnode.h"

#include "core/project/jsonparser.h"
#include "core/project/projectformat.h"
#include "core/text/utf8text.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Weir {

using nlohmann::json;

QString JsonNode::path() const
{
    if (!m_parent)
        return {};
    const QString before = m_parent->path();
    if (m_index >= 0)
        return before + jsonElement(m_index);
    const QString member = jsonMember(toQString(m_key));
    return before.isEmpty() && member.startsWith(u'.') ? member.mid(1) : before + member;
}

void JsonNode::fail(const QString &message) const
{
    if (!m_error->isEmpty())
        return;
    const QString where = path();
    *m_error = where.isEmpty() ? message : QStringLiteral("%1: %2").arg(where, message);
}

bool JsonNode::isObject() const
{
    if (!m_value->is_object())
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be an object in braces."));
    return m_value->is_object();
}

bool JsonNode::isObjectOf(std::initializer_list<std::string_view> keys) const
{
    if (!isObject())
        return false;
    bool known = true;
    forEachMember([&](const QString &name, const JsonNode &member) {
        if (std::any_of(keys.begin(), keys.end(),
                        [&](std::string_view key) { return toQString(key) == name; }))
            return;
        known = false;
        QStringList names;
        for (const std::string_view key : keys)
            names += toQString(key);
        member.fail(QCoreApplication::translate("Weir::ProjectFile", "is not a known key; known are %1.")
                        .arg(names.join(QStringLiteral(", "))));
    });
    return known;
}

std::optional<JsonNode> JsonNode::member(std::string_view key) const
{
    const auto it = m_value->find(key);
    if (it == m_value->end())
        return std::nullopt;
    return JsonNode(*this, *it, key, -1);
}

void JsonNode::requireKeys(std::initializer_list<std::string_view> keys) const
{
    for (const std::string_view key : keys) {
        if (!member(key))
            fail(QCoreApplication::translate("Weir::ProjectFile", "the key \"%1\" is missing.")
                     .arg(toQString(key)));
    }
}

void JsonNode::failUnknownName(const QString &name, const QString &names) const
{
    fail(QCoreApplication::translate("Weir::ProjectFile", "\"%1\" is not known; it must be one of %2.")
             .arg(name, names));
}

bool JsonNode::expectArray() const
{
    if (!m_value->is_array())
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be a list in brackets."));
    return m_value->is_array();
}

void JsonNode::read(QString *result) const
{
    if (const auto *text = m_value->get_ptr<const json::string_t *>())
        *result = QString::fromStdString(*text);
    else
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be a text in quotes."));
}

void JsonNode::read(bool *result) const
{
    if (m_value->is_boolean())
        *result = m_value->get<bool>();
    else
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be true or false."));
}

void JsonNode::read(int *result) const
{
    constexpr int Limit = std::numeric_limits<int>::max();
    if (!m_value->is_number_integer()) {
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be a whole number."));
        return;
    }
    const bool unsignedTooLarge = m_value->is_number_unsigned() && m_value->get<std::uint64_t>() > Limit;
    const auto value = unsignedTooLarge ? 0 : m_value->get<std::int64_t>();
    if (unsignedTooLarge || value < -Limit)
        fail(QCoreApplication::translate("Weir::ProjectFile", "is a number out of range."));
    else
        *result = static_cast<int>(value);
}

void JsonNode::read(double *result) const
{
    if (!m_value->is_number()) {
        fail(QCoreApplication::translate("Weir::ProjectFile", "must be a number."));
        return;
    }
    *result = m_value->get<double>();
    if (!m_value->is_number_integer())
        return;
    const bool exact = m_value->is_number_unsigned()
        ? m_value->get<std::uint64_t>() <= static_cast<std::uint64_t>(LargestExactInteger)
        : m_value->get<std::int64_t>() >= -LargestExactInteger;
    if (!exact)
        fail(QCoreApplication::translate("Weir::ProjectFile", "is a number out of range."));
}

void JsonNode::read(QStringList *result) const
{
    forEachElement([&](const JsonNode &element) {
        QString text;
        element.read(&text);
        *result += text;
    });
}

} // namespace Weir
