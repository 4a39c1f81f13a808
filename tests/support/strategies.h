// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runsettings.h"

#include <QTest>

namespace WeirTest {

/// A row for each strategy, in a column "strategy": for the _data function of a test.
inline void addStrategies()
{
    QTest::addColumn<Weir::Strategy>("strategy");
    QTest::newRow("contend") << Weir::Strategy::Contend;
    QTest::newRow("queue") << Weir::Strategy::Queue;
    QTest::newRow("group") << Weir::Strategy::GroupCommit;
}

} // namespace WeirTest
