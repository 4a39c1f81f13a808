// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/transaction.h"

namespace Weir {

Transaction::~Transaction()
{
    // A rollback that fails leaves nothing to do: the connection's close discards the transaction.
    if (m_open)
        static_cast<void>(m_session.rollback());
}

SqlError Transaction::begin()
{
    SqlError error = m_session.begin();
    m_open = !error;
    return error;
}

SqlError Transaction::commit()
{
    SqlError error = m_session.commit();
    if (!error)
        m_open = false;
    return error;
}

} // namespace Weir
