// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"

namespace Weir {

/// Rolls back unless commit() succeeded. Same thread as its session.
class Transaction
{
public:
    explicit Transaction(Session &session)
        : m_session(session)
    {}
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] Expected<void, SqlError> begin(const Turn &turn);
    Expected<Receipt, SqlError> commit();

private:
    Session &m_session;
    bool m_open = false;
};

} // namespace Weir
