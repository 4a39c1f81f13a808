// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace Weir {

/// A place in a JSON document that is being read strictly. The first failure is kept, with its path; readers
/// go on and their result is then void. Refers to its parent, which must outlive it. One thread.
class JsonNode
{
public:
    JsonNode(const nlohmann::json &root, QString *error)
        : m_value(&root)
        , m_error(error)
    {}

    QString path() const;
    void fail(const QString &message) const;

    /// Fails unless this is an object with no other keys than these.
    bool isObjectOf(std::initializer_list<std::string_view> keys) const;
    bool isObject() const;
    /// Fails when one of these members is missing.
    void requireKeys(std::initializer_list<std::string_view> keys) const;
    std::optional<JsonNode> member(std::string_view key) const;

    /// Leaves the result as it is when there is no such member.
    template<typename T>
    void read(std::string_view key, T *result) const;
    /// An optional text that must be one of a set of names; `names` lists them for the message.
    template<typename Enum>
    void named(std::string_view key, bool (*fromName)(const QString &, Enum *), const QString &names,
               Enum *result) const;
    /// Fails unless this is an array.
    bool expectArray() const;
    /// Calls visit(node) for each element; fails unless this is an array.
    template<typename Visit>
    void forEachElement(Visit visit) const;
    /// Calls visit(name, node) for each member of this object.
    template<typename Visit>
    void forEachMember(Visit visit) const;

    void read(QString *result) const;
    void read(bool *result) const;
    void read(int *result) const;
    void read(double *result) const;
    void read(QStringList *result) const;

private:
    JsonNode(const JsonNode &parent, const nlohmann::json &value, std::string_view key, qsizetype index)
        : m_value(&value)
        , m_error(parent.m_error)
        , m_parent(&parent)
        , m_key(key)
        , m_index(index)
    {}

    void failUnknownName(const QString &name, const QString &names) const;

    const nlohmann::json *m_value;
    QString *m_error;
    const JsonNode *m_parent = nullptr;
    std::string_view m_key; // in an object
    qsizetype m_index = -1; // in an array
};

template<typename T>
void JsonNode::read(std::string_view key, T *result) const
{
    if (const auto node = member(key))
        node->read(result);
}

template<typename Enum>
void JsonNode::named(std::string_view key, bool (*fromName)(const QString &, Enum *), const QString &names,
                     Enum *result) const
{
    const auto node = member(key);
    if (!node)
        return;
    QString name;
    node->read(&name);
    if (!fromName(name, result))
        node->failUnknownName(name, names);
}

template<typename Visit>
void JsonNode::forEachElement(Visit visit) const
{
    if (!expectArray())
        return;
    qsizetype index = 0;
    for (const nlohmann::json &item : *m_value)
        visit(JsonNode(*this, item, {}, index++));
}

template<typename Visit>
void JsonNode::forEachMember(Visit visit) const
{
    if (!isObject())
        return;
    for (const auto &item : m_value->items())
        visit(QString::fromStdString(item.key()), JsonNode(*this, item.value(), item.key(), -1));
}

} // namespace Weir
