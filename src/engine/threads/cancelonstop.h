// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"

#include <functional>
#include <stop_token>

namespace Weir {

/// A CancelToken for work of an Executor, cancelled when that is told to stop.
class CancelOnStop
{
public:
    explicit CancelOnStop(const std::stop_token &stop)
        : m_callback(stop, [this] { m_token.cancel(); })
    {}

    const CancelToken &token() const { return m_token; }

private:
    CancelToken m_token;
    std::stop_callback<std::function<void()>> m_callback; // last: it uses the token
};

} // namespace Weir
