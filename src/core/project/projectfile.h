// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

#include <QByteArray>

namespace Weir::ProjectFile {

/// JSON text, format 1 or 2. Errors name the line (broken JSON) or the JSON path
/// ("entities[1].fields[0].type"); unknown and repeated keys are refused; the text may have at most 64 MiB
/// and 64 levels. `source` names the text in errors.
Expected<Project> parse(const QByteArray &text, const QString &source);
/// parse(serialize(p)) == p, and serialize(parse(t)) == t for every t that serialize() wrote.
/// In the lowest format that suffices.
QByteArray serialize(const Project &project);

Expected<Project> load(const QString &path);
/// Atomic: the old file stays until the new one is complete on disk.
Expected<void> save(const Project &project, const QString &path);

/// The original's thirty rows in three databases; also printed by `weir-cli project`.
Project sample();

/// Everything parse() refuses beyond JSON's shape, for projects that an editor made: names unique and
/// present, routes that lead somewhere, patterns that compile, one integer key an entity, file names that
/// are file names. Error names the JSON path.
Expected<void> validate(const Project &project);

} // namespace Weir::ProjectFile
