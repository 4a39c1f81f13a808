// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QtGlobal>

#include <span>

namespace Weir {

/// Bytes, read once, front to back. One thread at a time.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Up to buffer.size() bytes, at least one unless the source has ended: then 0.
    [[nodiscard]] virtual Expected<qint64> read(std::span<char> buffer) = 0;
    /// Bytes of the file behind it that were consumed so far; any thread may ask.
    virtual qint64 filePosition() const = 0;
    /// Where in its text the first byte stands that read() gives: behind a byte order mark.
    virtual qint64 start() const { return 0; }
    /// The file's size; -1: not known (standard input, a pipe).
    virtual qint64 fileSize() const = 0;
};

} // namespace Weir
