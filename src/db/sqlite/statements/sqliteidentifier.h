// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"

#include <QString>
#include <QStringList>

namespace Weir {

/// The name as an SQL identifier, whatever it holds: in double quotes, inner ones doubled.
/// (QSqlDriver::escapeIdentifier() leaves names alone that look quoted already.)
QString sqliteIdentifier(const QString &name);
/// main."table" ("column", …): what rows of the entity are inserted into, its key among them or not.
QString sqliteTarget(const Entity &entity, bool withKey = true);
/// Selects these expressions, or NULL where there are none, from the row of the table whose `key` is the last
/// parameter.
QString sqliteRowSql(const QString &table, const QString &key, const QStringList &expressions);
/// False for names that no quoting can carry: empty or with a NUL.
bool isSqliteIdentifier(const QString &name);
/// As SQLite compares names: it folds ASCII letters only.
bool isSameSqliteName(const QString &one, const QString &other);

} // namespace Weir
