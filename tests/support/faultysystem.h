// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace WeirTest {

/// What the system is asked to do with files.
enum class FileCall { Read, Write, Sync, Open, Truncate, Unlink, Rename };

/// Calls of the system that fail, whoever makes them in this process: SQLite, Weir or Qt. The program's own
/// functions of these names take the place of the C library's, so it must be linked into the test itself, and
/// not together with a sanitizer, which does the same. Nothing is really synced. One trouble at a time. Any
/// thread.
class FaultySystem
{
public:
    /// The `number`th call (1 is the next one) of this kind on a file below `directory` fails with `error`;
    /// `sticky`: all later ones do as well.
    static void failAt(FileCall call, long number, int error, bool sticky, const std::string &directory);
    /// All is well again.
    static void mend();
    /// Did the trouble happen?
    static bool hasStruck();
};

} // namespace WeirTest
