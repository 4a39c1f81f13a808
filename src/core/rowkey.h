// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace Weir {

/// What names a row in its table: nothing, one integer, or the values of its key's fields as the database
/// writes them. A value; an integer needs no memory of its own.
class RowKey
{
public:
    RowKey() = default;
    explicit RowKey(qint64 number)
        : m_isNumber(true)
        , m_number(number)
    {}
    /// One for each field of the key, in the table's order; none of them makes a key that names no row.
    explicit RowKey(const QStringList &values);

    bool isNone() const { return !m_isNumber && !m_values; }
    /// Of a key that is one integer.
    std::optional<qint64> number() const { return m_isNumber ? std::optional(m_number) : std::nullopt; }
    QStringList values() const;
    /// For people: the values, with commas between them.
    QString text() const { return values().join(QStringLiteral(", ")); }

    /// An integer and its text are two keys: a table has keys of one kind.
    friend bool operator==(const RowKey &a, const RowKey &b);
    friend size_t qHash(const RowKey &key, size_t seed);

private:
    bool m_isNumber = false;
    qint64 m_number = 0;
    std::shared_ptr<const QStringList> m_values; // never empty
};

size_t qHash(const RowKey &key, size_t seed = 0);

} // namespace Weir
