// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace WeirTest {

/// System calls that fail, for the whole test program: those that make, write, sync, cut and remove files in
/// a directory whose name holds `matching`. One trouble at a time; any thread.
class FaultyCalls
{
public:
    /// The call with this number (1 is the next one) fails with errno's `error`; `sticky`: all later ones do
    /// as well. `partly`: a write that fails has written a half.
    static void failAt(const std::string &matching, long call, int error, bool sticky, bool partly);
    /// Files without a name are refused, as by file systems that have none.
    static void refuseNameless(bool refuse);
    /// All is well again.
    static void mend();
    /// Did the trouble happen?
    static bool hasStruck();
};

} // namespace WeirTest
