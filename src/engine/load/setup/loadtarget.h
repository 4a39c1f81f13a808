// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <memory>

namespace Weir {

/// A database that files are loaded into.
struct LoadTarget
{
    std::shared_ptr<Backend> backend;
    SqlError error;    // why it cannot be used; none: it can
    QString orderNote; // of its files, if it is not the one given
};

} // namespace Weir
