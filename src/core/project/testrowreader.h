// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

#include <QByteArray>

namespace Weir {

/// Reads the rows of test data, which parseJson() leaves out, straight from the text into a project whose
/// entities are known: they are nearly all of a large project. The text must be one that parseJson() and
/// readProject() took. Error names the JSON path. Any thread.
Expected<Project> readTestRows(const QByteArray &text, Project project);

} // namespace Weir
