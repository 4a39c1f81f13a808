// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled where WEIR_PCH is on: headers of others only, so that no change of ours makes it anew.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QList>
#include <QLocale>
#include <QObject>
#include <QSaveFile>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>
#include <QtEndian>

#include <tl/expected.hpp>
