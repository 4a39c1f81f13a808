// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorytable.h"

#include "core/text/numbertext.h"

#include <algorithm>
#include <limits>

namespace Weir::Test {

namespace {

template<typename... Functions>
struct Overloaded : Functions...
{
    using Functions::operator()...;
};
template<typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

MemoryColumn columnOf(const Field &field)
{
    return {field.name, field.type, field.key, false, false, {}};
}

/// 0: NULL, 1: a number, 2: text.
int kindOf(const MemoryCell &cell)
{
    return cell.index() == 0 ? 0 : (std::holds_alternative<std::string>(cell) ? 2 : 1);
}

double numberOf(const MemoryCell &cell)
{
    const auto *integer = std::get_if<qint64>(&cell);
    return integer ? static_cast<double>(*integer) : std::get<double>(cell);
}

} // namespace

MemoryCell memoryCell(const StoredValue &value)
{
    switch (value.kind) {
    case StoredValue::Kind::Integer:
        return value.integer;
    case StoredValue::Kind::Number:
        return value.number;
    case StoredValue::Kind::Text:
        return std::string(value.text);
    case StoredValue::Kind::Null:
    case StoredValue::Kind::Bytes: // no cell is
        break;
    }
    return std::monostate{};
}

StoredValue storedValue(const MemoryCell &cell)
{
    using Kind = StoredValue::Kind;
    return std::visit(Overloaded{[](std::monostate) { return StoredValue{}; },
                                 [](qint64 integer) {
                                     return StoredValue{Kind::Integer, integer, 0, {}};
                                 },
                                 [](double number) {
                                     return StoredValue{Kind::Number, 0, number, {}};
                                 },
                                 [](const std::string &text) {
                                     return StoredValue{Kind::Text, 0, 0, text};
                                 }},
                      cell);
}

QString cellText(const MemoryCell &cell)
{
    return std::visit(Overloaded{[](std::monostate) { return QString(); },
                                 [](qint64 integer) { return QString::number(integer); },
                                 [](double number) { return QString::fromStdString(numberText(number)); },
                                 [](const std::string &text) {
                                     return text.empty() ? QStringLiteral("") : QString::fromStdString(text);
                                 }},
                      cell);
}

bool isLess(const MemoryCell &one, const MemoryCell &other)
{
    if (kindOf(one) != kindOf(other) || kindOf(one) == 0)
        return kindOf(one) < kindOf(other);
    if (one.index() == other.index())
        return one < other;
    return numberOf(one) < numberOf(other);
}

MemoryTable::MemoryTable(const Entity &entity)
    : m_key(static_cast<std::size_t>(entity.keyIndex()))
{
    for (const Field &field : entity.fields)
        m_columns.push_back(columnOf(field));
}

int MemoryTable::columnIndex(const QString &name) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const MemoryColumn &column) { return column.name == name; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

QString MemoryTable::missingField(const Entity &entity) const
{
    const auto missing = std::find_if(entity.fields.begin(), entity.fields.end(),
                                      [this](const Field &field) { return columnIndex(field.name) < 0; });
    return missing == entity.fields.end() ? QString() : missing->name;
}

void MemoryTable::addColumn(const Field &field)
{
    m_columns.push_back(columnOf(field));
    for (auto &[key, row] : m_rows)
        row.emplace_back();
}

MemoryTable::Row MemoryTable::rowOf(const Entity &entity, RowView cells) const
{
    const std::vector<StoredColumn> fields = StoredColumn::listOf(entity);
    Row row(m_columns.size());
    for (std::size_t field = 0; field < fields.size(); ++field) {
        const auto column = static_cast<std::size_t>(columnIndex(fields[field].name));
        row[column] = memoryCell(fields[field].value(cells[static_cast<int>(field)]));
    }
    return row;
}

Expected<qint64, QString> MemoryTable::insert(Row row)
{
    const auto key = keyFor(row[m_key]);
    if (!key)
        return key;
    row[m_key] = *key;
    if (const QString reason = refusal(row); !reason.isEmpty())
        return tl::unexpected(reason);
    m_rows.emplace(*key, std::move(row));
    return key;
}

void MemoryTable::put(qint64 key, const QString &column, MemoryCell cell)
{
    m_rows.at(key).at(static_cast<std::size_t>(columnIndex(column))) = std::move(cell);
}

Expected<qint64, QString> MemoryTable::keyFor(const MemoryCell &cell) const
{
    if (const auto *given = std::get_if<qint64>(&cell)) {
        if (m_rows.contains(*given))
            return tl::unexpected(QStringLiteral("the key %1 is taken").arg(*given));
        return *given;
    }
    if (kindOf(cell) != 0)
        return tl::unexpected(QStringLiteral("its key is no integer"));
    if (m_rows.empty())
        return 1;
    const qint64 last = m_rows.rbegin()->first;
    if (last == std::numeric_limits<qint64>::max())
        return tl::unexpected(QStringLiteral("no key is left"));
    return std::max<qint64>(last, 0) + 1;
}

/// Why the row is refused; empty: it is not.
QString MemoryTable::refusal(const Row &row) const
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const MemoryColumn &column = m_columns[i];
        const bool isNull = kindOf(row[i]) == 0;
        if (isNull && column.notNull)
            return QStringLiteral("%1 may not be NULL").arg(column.name);
        if (!isNull && column.unique && isTaken(i, row[i]))
            return QStringLiteral("%1 is there already").arg(column.name);
    }
    return {};
}

bool MemoryTable::isTaken(std::size_t column, const MemoryCell &cell) const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const auto &row) { return row.second[column] == cell; });
}

} // namespace Weir::Test
