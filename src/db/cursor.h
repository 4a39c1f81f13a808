// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"
#include "db/storedvalue.h"

#include <QByteArray>
#include <QString>

namespace Weir {

/// The rows that a query gives, one after the other. In its session's thread, and gone before the session
/// is.
class Cursor
{
public:
    Cursor() = default;
    virtual ~Cursor() = default;
    Cursor(const Cursor &) = delete;
    Cursor &operator=(const Cursor &) = delete;

    /// Goes to the first row, then to the next one. False: there is none, or error() says why it could not;
    /// so it stays.
    [[nodiscard]] virtual bool next() = 0;
    /// Of the next() that gave false.
    virtual const SqlError &error() const = 0;

    virtual int columnCount() const = 0;
    /// Of the row that next() went to, columns from 0. What it refers to lives until next() is called again.
    virtual StoredValue value(int column) const = 0;

    bool isNull(int column) const { return value(column).kind == StoredValue::Kind::Null; }
    /// Also of a text that is one; 0: it is none.
    qint64 integer(int column) const;
    /// Null for NULL; numbers in the shortest form that reads back as the same.
    QString text(int column) const;
    /// Of bytes and of texts; empty for everything else.
    QByteArray bytes(int column) const;
};

} // namespace Weir
