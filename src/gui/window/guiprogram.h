// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// The program `weir`: reads its options, shows the window, returns the exit status (0, or 1: wrong usage or
/// no display).
int runGui(int argc, char **argv);

} // namespace Weir
