// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemessages.h"
#include "models/table/tableworker.h"

#include <functional>
#include <memory>

namespace Weir {

/// Goes through all keys of a view: long questions, broken off when another one comes. In the scanner's
/// thread.
class TableScanner : public TableWorker
{
    Q_OBJECT
public:
    /// Called in the scanner's thread: at most ten times a second, and when finished; not at all when nobody
    /// wants to know any more.
    using Report = std::function<void(ScanReport)>;

    TableScanner(std::shared_ptr<ReaderHandle> handle, Report report);

    void scan(const ScanRequest &request);

private:
    Report m_report;
};

} // namespace Weir
