// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace WeirTest {

/// What the system is asked to do with files.
enum class FileCall {
    Read,
    Write,
    Sync,
    Open,
    Make, // an open that makes the file
    Truncate,
    Unlink,
    Rename,
    Link,
};

/// Which calls fail, and how.
struct FileFault
{
    std::vector<FileCall> calls;
    std::string matching; // what the file's path contains
    long number = 1;      // of such calls, from 1, which is the next one
    int error = 0;
    bool sticky = false;                // all later ones as well
    bool partly = false;                // a write that fails has written half of it
    std::function<void()> instead = {}; // called in the place of failing
};

/// Calls of the system that fail, whoever makes them in this process: SQLite, Weir or Qt. The program's own
/// functions of these names take the place of the C library's, so it must be linked into the test itself, and
/// not together with a sanitizer, which does the same. Nothing is really synced. One trouble at a time. Any
/// thread.
class FaultySystem
{
public:
    static void failAt(const FileFault &fault);
    /// As a file system that has no files without a name (O_TMPFILE).
    static void refuseNameless(bool refuse);
    /// All is well again.
    static void mend();
    /// Did the trouble happen?
    static bool hasStruck();
    /// How many of the calls in question there were since failAt(), those that failed included.
    static long calls();
};

} // namespace WeirTest
