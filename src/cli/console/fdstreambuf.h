// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <streambuf>

namespace Weir {

/// Writes to a file descriptor, and remembers why it could not: after an error everything is discarded.
class FdStreambuf : public std::streambuf
{
public:
    explicit FdStreambuf(int descriptor);
    ~FdStreambuf() override;
    FdStreambuf(const FdStreambuf &) = delete;
    FdStreambuf &operator=(const FdStreambuf &) = delete;

    /// The first error's errno; 0: none.
    int error() const { return m_error; }

protected:
    int_type overflow(int_type c) override;
    int sync() override;

private:
    void writeOut();

    int m_descriptor;
    int m_error = 0;
    std::array<char, 1 << 16> m_buffer;
};

} // namespace Weir
