// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QStringList>

namespace Weir {

/// The database files of a project that lie neither in the folder of its own file nor in the data directory,
/// links followed: absolute paths, sorted. Opens nothing. Any thread.
QStringList filesOutside(const Project &project, const QString &projectFile, const QString &dataDirectory);

/// Stands for this project file together with these files: another set is another mark.
QString markOfFiles(const QString &projectFile, const QStringList &files);

} // namespace Weir
