// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablemessages.h"
#include "models/tableworker.h"

namespace Weir {

/// Reads key ranges and pages: short questions, answered in the order they come. In the pager's thread.
class TablePager : public TableWorker
{
    Q_OBJECT
public:
    using TableWorker::TableWorker;

    void readRange(const RangeRequest &request);
    /// Passed over when its token is no longer wanted.
    void readPage(const PageRequest &request);

Q_SIGNALS:
    void rangeRead(const Weir::RangeReply &reply);
    void pageRead(const Weir::PageReply &reply);
};

} // namespace Weir
