// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/guiprogram.h"

int main(int argc, char **argv)
{
    return Weir::runGui(argc, argv);
}
