// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

namespace Weir {

Transaction::~Transaction()
{
    // A rollback that fails leaves nothing to do: the connection's close discards the transaction.
    if (m_open)
        static_cast<void>(m_session.rollback());
}

Expected<void, SqlError> Transaction::begin(const Turn &turn)
{
    auto done = m_session.begin(turn);
    m_open = done.has_value();
    return done;
}

Expected<Receipt, SqlError> Transaction::commit()
{
    auto committed = m_session.commit();
    if (committed)
        m_open = false;
    return committed;
}

} // namespace Weir
