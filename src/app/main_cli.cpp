// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliprogram.h"

int main(int argc, char **argv)
{
    return Weir::runCli(argc, argv);
}
