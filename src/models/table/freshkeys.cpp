// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/freshkeys.h"

namespace Weir {

void FreshKeys::add(const QList<qint64> &keys)
{
    const qint64 expiry = m_clock.elapsed() + LifetimeMs;
    for (const qint64 key : keys.last(std::min(keys.size(), Capacity))) {
        m_expiry.insert(key, expiry);
        m_order.push_back(key);
    }
    while (static_cast<qsizetype>(m_order.size()) > Capacity)
        forgetOldest();
}

bool FreshKeys::expire()
{
    const qint64 now = m_clock.elapsed();
    bool any = false;
    while (!m_order.empty() && m_expiry.value(m_order.front(), 0) <= now) {
        forgetOldest();
        any = true;
    }
    return any;
}

void FreshKeys::forgetOldest()
{
    m_expiry.remove(m_order.front());
    m_order.pop_front();
}

void FreshKeys::clear()
{
    m_expiry.clear();
    m_order.clear();
}

} // namespace Weir
