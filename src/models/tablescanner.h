// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablemessages.h"
#include "models/tableworker.h"

namespace Weir {

/// Goes through all keys of a view: long questions, broken off when another one comes. In the scanner's
/// thread.
class TableScanner : public TableWorker
{
    Q_OBJECT
public:
    using TableWorker::TableWorker;

    void scan(const ScanRequest &request);

Q_SIGNALS:
    /// At most ten a second, and one when finished; none when no longer wanted.
    void scanned(const Weir::ScanReport &report);
};

} // namespace Weir
