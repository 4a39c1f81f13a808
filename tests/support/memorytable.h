// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "core/rowbatch.h"
#include "db/storedvalue.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace Weir::Test {

/// A value as a table holds it; std::monostate is NULL.
using MemoryCell = std::variant<std::monostate, qint64, double, std::string>;

MemoryCell memoryCell(const StoredValue &value);
StoredValue storedValue(const MemoryCell &cell);
/// NULL is a null QString.
QString cellText(const MemoryCell &cell);
/// NULL, then numbers by value, then text by its bytes.
bool isLess(const MemoryCell &one, const MemoryCell &other);

struct MemoryColumn
{
    QString name;
    FieldType type = FieldType::Text;
    bool key = false;
    bool notNull = false;
    bool unique = false;
    QString parent; // the table whose keys it refers to; empty: none
};

/// A table with an integer key. A value.
class MemoryTable
{
public:
    using Row = std::vector<MemoryCell>; // by column
    using Rows = std::map<qint64, Row>;

    explicit MemoryTable(const Entity &entity);

    std::vector<MemoryColumn> &columns() { return m_columns; }
    const std::vector<MemoryColumn> &columns() const { return m_columns; }
    const Rows &rows() const { return m_rows; }
    int columnIndex(const QString &name) const; // -1: none
    /// The first field that no column is for; empty: none.
    QString missingField(const Entity &entity) const;
    void addColumn(const Field &field);

    Row rowOf(const Entity &entity, RowView cells) const;
    /// The row's key; or why the table refuses it.
    Expected<qint64, QString> insert(Row row);
    void put(qint64 key, const QString &column, MemoryCell cell);
    void remove(qint64 key) { m_rows.erase(key); }
    void clear() { m_rows.clear(); }

private:
    Expected<qint64, QString> keyFor(const MemoryCell &cell) const;
    QString refusal(const Row &row) const;
    bool isTaken(std::size_t column, const MemoryCell &cell) const;

    std::vector<MemoryColumn> m_columns;
    std::size_t m_key = 0;
    Rows m_rows;
};

} // namespace Weir::Test
