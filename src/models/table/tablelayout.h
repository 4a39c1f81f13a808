// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/keylist.h"
#include "models/table/tablemessages.h"

#include <vector>

namespace Weir {

/// Which row of a table stands where. By key: a base, known by its keys' range and every Step-th key, then a
/// tail of keys that were announced since. Otherwise: a list of keys. Rows count from 0. A value.
class TableLayout
{
public:
    static constexpr int Step = 10000; // rows from one anchor to the next

    static TableLayout dense(qint64 firstKey, qint64 lastKey);
    /// anchors[i] is the key of row i * Step.
    static TableLayout anchored(qint64 count, qint64 lastKey, std::vector<qint64> anchors);
    static TableLayout keyed(KeyList keys);

    bool isKeyed() const { return m_kind == Kind::Keyed; }
    qint64 size() const { return m_count + static_cast<qint64>(m_tail.size()); }
    qint64 baseSize() const { return m_count; }
    qint64 firstKey() const { return m_firstKey; }
    qint64 lastKey() const { return m_lastKey; } // of the base; of no meaning when it is empty
    /// Is the key past the base, so that it belongs to the tail?
    bool isBeyondBase(qint64 key) const { return m_count == 0 || key > m_lastKey; }

    RowSlice slice(qint64 row, int count) const;

    const std::vector<qint64> &tail() const { return m_tail; }
    bool tailContains(qint64 key) const;
    qint64 tailPosition(qint64 key) const; // where in the tail it is or would be
    void insertIntoTail(qint64 position, std::span<const qint64> keys);
    /// Adds those of these keys (ascending) that lie beyond the base and are not in the tail yet.
    void adopt(std::span<const qint64> keys);
    void dropTailBeyond(qint64 key);
    /// The tail becomes part of the base: nothing else lies between and after its keys.
    void foldTail();

    /// Count rows more in the base, the last of which has this key; for scans under way.
    void extendBase(qint64 count, qint64 lastKey, std::span<const qint64> anchors);
    /// Keyed only.
    void appendKeys(std::span<const qint64> keys);

private:
    enum class Kind { Dense, Anchored, Keyed };

    Kind m_kind = Kind::Anchored;
    qint64 m_count = 0;
    qint64 m_firstKey = 0;
    qint64 m_lastKey = 0;
    std::vector<qint64> m_anchors;
    std::vector<qint64> m_tail; // ascending
    KeyList m_keys;
};

} // namespace Weir
