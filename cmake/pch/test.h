// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the tests, once for each room.
#pragma once

#ifdef QT_GUI_LIB
#    include "widgets.h"
#else
#    include "core.h"
#endif

#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#ifdef QT_SQL_LIB
#    include <QSqlDatabase>
#endif
