// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stop_token>

namespace Weir {

/// When what was committed is safe on the disk, as far as the profile wants that.
enum class Durability {
    AtCommit, // when Session::commit() returns
    Deferred, // when Backend::awaitSafe() does
};

/// How a transaction comes to be. A value, for one Session::begin().
struct Turn
{
    enum class Sharing {
        Alone,   // no other session of this process writes to the database meanwhile: they come one by one
        Contend, // the database's own locks decide among those who want to write
    };

    Sharing sharing = Sharing::Alone;
    Durability durability = Durability::AtCommit; // Deferred where the database can
    std::stop_token stop = {};                    // ends all waiting, to the transaction's end
};

/// What a commit gave, for Backend::awaitSafe() of the same database. A value.
struct Receipt
{
    quint64 number = 0; // counts up from 1; 0: safe already

    bool isSafe() const { return number == 0; }
};

/// A stretch in which a session waited for somebody else. Nanoseconds of the monotonic clock.
struct Wait
{
    qint64 beginNs = 0;
    qint64 endNs = 0;
    int sleeps = 0; // for a lock of the database's own, which has to be asked for again and again
    QString holder; // who was waited for; empty: not known
};

} // namespace Weir
