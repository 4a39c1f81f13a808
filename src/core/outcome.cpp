// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/outcome.h"

#include <QCoreApplication>

namespace Weir {

QString Outcome::reason() const
{
    switch (verdict) {
    case Verdict::Inserted:
    case Verdict::Updated:
        return {};
    case Verdict::Rejected:
        return violations.isEmpty() ? QString() : violations.first().message;
    case Verdict::Failed:
        return error;
    case Verdict::Cancelled:
        break;
    }
    return QCoreApplication::translate("Weir::Outcome", "The run was stopped before this row was written");
}

void Counts::add(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Inserted:
        ++inserted;
        break;
    case Verdict::Rejected:
        ++rejected;
        break;
    case Verdict::Failed:
        ++failed;
        break;
    case Verdict::Cancelled:
        ++cancelled;
        break;
    case Verdict::Updated:
        ++updated;
        break;
    }
}

Counts &Counts::operator+=(const Counts &other)
{
    inserted += other.inserted;
    rejected += other.rejected;
    failed += other.failed;
    cancelled += other.cancelled;
    updated += other.updated;
    return *this;
}

} // namespace Weir
