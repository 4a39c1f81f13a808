// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runsettings.h"

#include "core/nametable.h"

namespace Weir {

namespace {
constexpr NamedValue<Strategy> Strategies[] = {
    {Strategy::Contend, QLatin1String("contend")},
    {Strategy::Queue, QLatin1String("queue")},
    {Strategy::GroupCommit, QLatin1String("group")},
};
} // namespace

QString strategyName(Strategy strategy)
{
    return nameIn(Strategies, strategy);
}

bool strategyFromName(const QString &name, Strategy *strategy)
{
    return valueIn(Strategies, name, strategy);
}

} // namespace Weir
