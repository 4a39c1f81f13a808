// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/fdstreambuf.h"

#include <cerrno>
#include <unistd.h>

namespace Weir {

FdStreambuf::FdStreambuf(int descriptor)
    : m_descriptor(descriptor)
{
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
}

FdStreambuf::~FdStreambuf()
{
    writeOut();
}

FdStreambuf::int_type FdStreambuf::overflow(int_type c)
{
    writeOut();
    if (m_error != 0)
        return traits_type::eof();
    if (!traits_type::eq_int_type(c, traits_type::eof()))
        sputc(traits_type::to_char_type(c));
    return traits_type::not_eof(c);
}

int FdStreambuf::sync()
{
    writeOut();
    return m_error == 0 ? 0 : -1;
}

void FdStreambuf::writeOut()
{
    const char *at = pbase();
    while (at != pptr() && m_error == 0) {
        const ssize_t written = ::write(m_descriptor, at, static_cast<std::size_t>(pptr() - at));
        if (written >= 0)
            at += written;
        else if (errno != EINTR)
            m_error = errno;
    }
    setp(m_buffer.data(), m_buffer.data() + m_buffer.size());
}

} // namespace Weir
