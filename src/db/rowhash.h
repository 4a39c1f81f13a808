// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowbatch.h"
#include "db/storedvalue.h"

#include <QStringList>

#include <vector>

namespace Weir {

/// The hash of a row's values as its table holds them: integers and integral doubles alike by value, text by
/// its bytes. Tells later on whether somebody changed the row.
class RowHash
{
public:
    void add(const StoredValue &value);
    quint32 value() const { return static_cast<quint32>(m_state); }

private:
    void mix(quint64 value, quint64 kind);
    void mixBytes(std::string_view bytes, quint64 kind);

    quint64 m_state = 0;
};

/// RowHash of rows that are not in their table yet; all fields but the key. Immutable: any thread.
class RowHasher
{
public:
    explicit RowHasher(const Entity &entity);

    quint32 hash(const RowBatch &batch, int row) const;

    /// The key's column, then the others in the order in which they are hashed.
    static QStringList columns(const Entity &entity);

private:
    std::vector<StoredColumn> m_columns; // by field
};

} // namespace Weir
