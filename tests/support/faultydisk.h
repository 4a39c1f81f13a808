// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace WeirTest {

/// A disk that fails, under all SQLite connections of this process: SQLite's default VFS with its writes,
/// syncs and truncations watched (sqlite.org/vfs.html). Nothing is really synced. Install once,
/// before any connection; one trouble at a time. Any thread.
class FaultyDisk
{
public:
    static void install();

    /// From the operation with this number on (1 is the next one) the power is off: nothing reaches the disk
    /// any more, and everybody is told of an I/O error.
    static void cutPowerAt(long operation);
    /// This operation fails with SQLite's `code`; `sticky`: all later ones do as well.
    static void failAt(long operation, int code, bool sticky);
    /// All is well again, and nothing is watched.
    static void mend();

    /// Operations since the last call of one of the functions above.
    static long operations();
    /// Did the trouble happen?
    static bool hasStruck();

    /// After a power cut: makes in `directory` the files that the disk holds. Of what was not synced,
    /// 512-byte sectors that `seed` chooses have made it; with seed 0, nothing.
    static void restore(const std::string &directory, unsigned seed);
};

} // namespace WeirTest
