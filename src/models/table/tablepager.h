// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemessages.h"
#include "models/table/tableworker.h"

#include <functional>
#include <memory>

namespace Weir {

/// Reads key ranges and pages: short questions, answered in the order they come. In the pager's thread.
class TablePager : public TableWorker
{
    Q_OBJECT
public:
    struct Replies // called in the pager's thread
    {
        std::function<void(RangeReply)> range;
        std::function<void(PageReply)> page;
    };

    TablePager(std::shared_ptr<ReaderHandle> handle, Replies replies);

    void readRange(const RangeRequest &request);
    /// Passed over when its token is no longer wanted.
    void readPage(const PageRequest &request);

private:
    Replies m_replies;
};

} // namespace Weir
