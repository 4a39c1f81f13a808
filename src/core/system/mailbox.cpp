// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/mailbox.h"

#include <utility>

namespace Weir {

Mailbox::~Mailbox()
{
    const std::lock_guard lock(m_mutex);
    m_calls.clear();
}

void Mailbox::post(std::function<void()> call)
{
    {
        const std::lock_guard lock(m_mutex);
        m_calls.push_back(std::move(call));
    }
    QMetaObject::invokeMethod(this, &Mailbox::makeNextCall, Qt::QueuedConnection);
}

void Mailbox::makeNextCall()
{
    std::function<void()> call;
    {
        const std::lock_guard lock(m_mutex);
        call = std::move(m_calls.front());
        m_calls.pop_front();
    }
    call();
}

} // namespace Weir
