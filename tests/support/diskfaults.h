// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"

#include <QTest>

#include <sqlite3.h>

namespace WeirTest {

inline constexpr int PowerCuts = 500;

/// Test data: how much a commit waits for the disk, and whether that is enough for a power cut.
inline void addPowerCuts()
{
    QTest::addColumn<Weir::Synchronous>("synchronous");
    QTest::addColumn<bool>("safe");
    QTest::newRow("full") << Weir::Synchronous::Full << true;
    QTest::newRow("off") << Weir::Synchronous::Off << false; // the test could fail
}

/// Test data for FaultyDisk::failAt().
inline void addWriteErrors()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("sticky");
    QTest::newRow("I/O error once") << SQLITE_IOERR_WRITE << false;
    QTest::newRow("I/O error from then on") << SQLITE_IOERR_WRITE << true;
    QTest::newRow("full once") << SQLITE_FULL << false;
    QTest::newRow("full from then on") << SQLITE_FULL << true;
}

} // namespace WeirTest
