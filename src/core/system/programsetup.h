// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// What holds for a whole program, called first in main(): a file that may not grow is an error of its write
/// and no signal, large blocks of memory go back to the system when they are freed, and memory that runs out
/// where nobody can be told ends the program with a sentence and status 3. Never from a library.
void setUpProgram();

/// The sentence on standard error, without asking for memory; returns the status to exit with.
int complainOfMemory() noexcept;

} // namespace Weir
