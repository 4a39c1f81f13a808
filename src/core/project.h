// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "core/entity.h"
#include "core/runsettings.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace Weir {

/// One row of test data: a cell a field, in the entity's field order; blank is empty.
using TestRow = QStringList;

/// What a user saves. A value: copy it freely, compare it, hand it to a run.
struct Project
{
    QString name;
    QList<DatabaseProfile> databases;
    QList<Entity> entities;
    QMap<QString, QList<TestRow>> testData; // by Entity::name
    RunSettings run;

    bool operator==(const Project &) const = default;

    int databaseIndex(const QString &databaseName) const; // -1: none
    int entityIndex(const QString &entityName) const;     // -1: none
    QList<TestRow> rowsOf(const QString &entityName) const;
};

} // namespace Weir
