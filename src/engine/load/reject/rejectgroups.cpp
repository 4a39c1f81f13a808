// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/rejectgroups.h"

#include <algorithm>

namespace Weir {

void RejectGroups::add(const RejectReason &reason)
{
    RejectGroup &group = groupOf(reason.stage, reason.rule, reason.column);
    ++group.count;
    if (group.examples.size() < RejectGroup::MaximumExamples)
        group.examples += reason;
}

void RejectGroups::add(const RejectGroups &other)
{
    for (const RejectGroup &theirs : other.m_groups) {
        RejectGroup &group = groupOf(theirs.stage, theirs.rule, theirs.column);
        group.count += theirs.count;
        group.examples += theirs.examples.mid(0, RejectGroup::MaximumExamples - group.examples.size());
    }
}

QList<RejectGroup> RejectGroups::sorted() const
{
    QList<RejectGroup> groups = m_groups;
    std::stable_sort(groups.begin(), groups.end(),
                     [](const RejectGroup &a, const RejectGroup &b) { return a.count > b.count; });
    return groups;
}

RejectGroup &RejectGroups::groupOf(RejectStage stage, const QString &rule, const QString &column)
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const RejectGroup &group) {
        return group.stage == stage && group.rule == rule && group.column == column;
    });
    if (found != m_groups.end())
        return *found;
    RejectGroup group;
    group.stage = stage;
    group.rule = rule;
    group.column = column;
    return m_groups.emplace_back(std::move(group));
}

} // namespace Weir
