// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QString>

namespace Weir {

/// What kind of trouble a database is in: decides what is retried and what the user is told.
enum class ErrorClass {
    None,
    Busy,        // another connection holds the lock; waiting helps
    Locked,      // a lock within this process or a stale snapshot; a new transaction helps
    Interrupted, // cancelled by us
    Constraint,  // this row only
    TooBig,      // this row only: a value is larger than the database takes
    Full,        // no space left
    Io,
    ReadOnly,
    CannotOpen,
    NotADatabase,
    Corrupt,
    NoTable, // the table is not there yet
    Schema,  // the table is not as the project says
    InUse,   // another Weir has the file
    Memory,  // none left for the work
    /// A commit failed, and whether it happened cannot be found out: never to be tried again.
    CommitUnknown,
    Other,
};

/// Classified on native codes only, never on text.
struct SqlError
{
    ErrorClass errorClass = ErrorClass::None;
    int code = 0;     // the database's own (SQLite: extended result code)
    QString sentence; // what, where, what to do

    /// Nothing failed. For an error that is kept beside what may have succeeded.
    bool isNone() const { return errorClass == ErrorClass::None; }
    /// The row is at fault, its neighbours are not.
    bool concernsRowOnly() const
    {
        return errorClass == ErrorClass::Constraint || errorClass == ErrorClass::TooBig;
    }
};

/// What became of it: an error, or one that is none.
template<typename T>
SqlError errorOf(const Expected<T, SqlError> &result)
{
    return result ? SqlError{} : result.error();
}

/// Whether it was done, without what it gave.
template<typename T>
Expected<void, SqlError> doneOf(const Expected<T, SqlError> &result)
{
    if (!result)
        return tl::unexpected(result.error());
    return {};
}

} // namespace Weir
