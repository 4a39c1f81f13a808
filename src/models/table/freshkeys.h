// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QList>

#include <deque>

namespace Weir {

/// Keys inserted a moment ago, each for Lifetime; the latest Capacity of them. Not synchronised.
class FreshKeys
{
public:
    static constexpr int LifetimeMs = 1500;
    static constexpr qsizetype Capacity = 10000;

    FreshKeys() { m_clock.start(); }

    void add(const QList<qint64> &keys);
    bool contains(qint64 key) const { return m_expiry.contains(key); }
    bool isEmpty() const { return m_expiry.isEmpty(); }
    /// Forgets the keys whose time is over. False: there were none.
    bool expire();
    void clear();

private:
    void forgetOldest();

    QElapsedTimer m_clock;
    QHash<qint64, qint64> m_expiry; // by key, in the clock's milliseconds
    std::deque<qint64> m_order;     // oldest first; a key added twice is in here twice
};

} // namespace Weir
