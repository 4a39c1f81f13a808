// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/ledger/loadedtables.h"
#include "db/session.h"

#include <vector>

namespace Weir {

/// Takes rows of one table back as long as they are what the load left. Inside a transaction.
class BatchUndo
{
public:
    BatchUndo(Session &session, UndoTarget target)
        : m_session(session)
        , m_target(std::move(target))
    {}

    /// From the last row to the first: rows that refer to others come after them. What cannot be removed
    /// stays and is counted. Leaves of `keys` and `rowHashes` those that stay.
    Expected<UndoResult, SqlError> remove(std::vector<qint64> *keys, QByteArray *rowHashes);

private:
    enum class Found { Gone, AsItWas, Changed };

    Expected<void, SqlError> removeRow(qint64 key, quint32 hash);
    Expected<Found, SqlError> find(qint64 key, quint32 hash);
    void keep(qint64 *count, const QString &sentence);

    Session &m_session;
    UndoTarget m_target;
    UndoResult m_result;
};

} // namespace Weir
