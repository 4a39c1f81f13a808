// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// What the command line exits with; after SIGINT, SIGTERM and SIGHUP 128 and the signal's number.
enum ExitStatus {
    AllDone = 0,
    UsageError = 1,
    SomeRefused =
        2, // rows that were rejected or failed, databases that could not be used, fields that cannot be read
    CouldNotRun = 3,
    SignalBase = 128,
};

} // namespace Weir
