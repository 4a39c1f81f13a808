// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace Weir {

/// Rows that an emptying took away, kept by the backend until the last ticket for them is gone.
class TakenRows
{
public:
    TakenRows() = default;
    virtual ~TakenRows() = default;
    TakenRows(const TakenRows &) = delete;
    TakenRows &operator=(const TakenRows &) = delete;

    virtual QString place() const = 0; // for messages: an absolute file name
};

/// What Backend::empty() gives, for restore() or discard(). A value; any thread, one at a time.
struct EmptyTicket
{
    qint64 rows = 0;
    std::shared_ptr<TakenRows> taken;
};

} // namespace Weir
