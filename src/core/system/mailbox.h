// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace Weir {

/// Calls for the thread this object lives in, made one a turn of its event loop, in the order they were
/// posted. What a call captured is handed over under a mutex of its own (which ThreadSanitizer sees, unlike
/// Qt's).
class Mailbox : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~Mailbox() override; // calls not made are forgotten

    /// Any thread, as long as the mailbox lives.
    void post(std::function<void()> call);

private:
    void makeNextCall();

    std::mutex m_mutex;
    std::deque<std::function<void()>> m_calls;
};

} // namespace Weir
