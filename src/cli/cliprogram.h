// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// The whole of weir-cli, on the process's own streams.
int runCli(int argc, char **argv);

} // namespace Weir
