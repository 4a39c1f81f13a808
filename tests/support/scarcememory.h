// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace WeirTest {

/// Memory that the system refuses, to whoever asks for it in this thread: SQLite, Weir or Qt. The program's
/// own functions of the C library's names take the place of those, so it must be linked into the test itself,
/// and not together with a sanitizer, which does the same.
class ScarceMemory
{
public:
    /// The request with this number, from 1, which is the next one, is refused; those after it are not.
    static void failAt(long request);
    /// Ends it. Was there such a request?
    static bool mend();
};

} // namespace WeirTest
