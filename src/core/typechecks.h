// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"

#include <QStringList>

namespace Weir {

/// A sentence for each field whose cells this Weir cannot read yet. Any thread.
QStringList unreadableFields(const Entity &entity);

/// The first of these sentences. Whatever reads, makes or writes rows of an entity asks this before.
[[nodiscard]] Expected<void> checkReadable(const Entity &entity);

} // namespace Weir
