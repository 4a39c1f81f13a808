// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <QCoreApplication>

namespace Weir {

/// Texts that the reports of a load share, in the user's language. Any thread.
class LoadReportTexts
{
    Q_DECLARE_TR_FUNCTIONS(Weir::LoadReportTexts)
public:
    static QString number(qint64 number);
    static QString state(FileState state);
    /// "1,000 read, 990 inserted, 10 rejected, 0 failed, 0 cancelled".
    static QString counts(const Counts &counts);
    /// "email: email (validate)".
    static QString group(const RejectGroup &group);
    /// Rejected records of several lines, a sentence each of the longest, and one for the rest.
    static QStringList spans(const SpannedRejects &spanned);
    static QString span(const SpannedRejects::Record &record);
    /// "1,000,000 rows in 0.31 s (3,225,806 rows/s), peak memory 48 MiB".
    static QString speed(const LoadResult &result);
};

} // namespace Weir
