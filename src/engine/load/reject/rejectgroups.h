// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

namespace Weir {

/// Counts reasons by stage, rule and column, and keeps a few of each. A value.
class RejectGroups
{
public:
    void add(const RejectReason &reason);
    void add(const RejectGroups &other);
    bool isEmpty() const { return m_groups.isEmpty(); }
    /// Most frequent first.
    QList<RejectGroup> sorted() const;

private:
    RejectGroup &groupOf(RejectStage stage, const QString &rule, const QString &column);

    QList<RejectGroup> m_groups; // few: an entity has so many rules only
};

} // namespace Weir
