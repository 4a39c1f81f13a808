// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/shortages.h"

#include <QCoreApplication>

namespace Weir {

QString noMemoryText()
{
    return QCoreApplication::translate("Weir::Shortages",
                                       "There is not enough memory: end other programs or raise the limit on "
                                       "memory, then try again.");
}

QString noThreadsText()
{
    return QCoreApplication::translate("Weir::Shortages",
                                       "The system does not let Weir start the threads that this needs: end "
                                       "other programs or raise the limit on processes, then try again.");
}

} // namespace Weir
