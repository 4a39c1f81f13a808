// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"

#include <QList>
#include <QStringList>

namespace Weir {

/// Which column of a file feeds which field. A value.
struct ColumnMapping
{
    enum class Extra { Error, Ignore };  // columns that no field takes
    enum class Missing { Error, Blank }; // fields that no column feeds
    enum class Ragged {
        Reject,
        Fill
    }; // records with fewer cells than columns: rejected, or filled with blanks

    QList<int> columnOfField; // by field; -1: none
    int columns = 0;          // the file's

    bool operator==(const ColumnMapping &) const = default;

    /// By name or label; case, spaces, '_' and '-' do not count. Ambiguous names stay unmapped.
    static ColumnMapping byName(const Entity &entity, const QStringList &header);
    /// In order, for a file without header: columns as fields; one fewer than fields: all but the key.
    static ColumnMapping byOrder(const Entity &entity, int columns);

    QList<int> extraColumns() const;
    QList<int> missingFields() const;
    /// For an entity with so many fields, and with no columns but the file's?
    bool isFor(qsizetype fields) const;
    /// An error names every extra column and missing field that the user did not allow. A key field may
    /// always be missing: the database gives the value. Nor does a file fit an entity that checkReadable()
    /// refuses.
    [[nodiscard]] Expected<void> check(const Entity &entity, const QStringList &header, Extra extra,
                                       Missing missing) const;

private:
    QStringList misfits(const Entity &entity, const QStringList &header, Extra extra, Missing missing) const;
};

/// "Column 1": what a column without a name is called. From 0.
QString unnamedColumn(qsizetype column);

} // namespace Weir
