// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvformat.h"
#include "core/csv/csvsplitter.h"
#include "core/entity.h"
#include "core/expected.h"

#include <QByteArray>

#include <string_view>

namespace Weir {

/// How a file is read, as the ledger keeps it: a resumed load reads with the same. A value.
struct StoredPlan
{
    CsvFormat format;
    ColumnMapping mapping;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    CsvSplitter::Limits limits;
    QStringList fields;     // names, in the entity's order: what mapping refers to
    QByteArray headerHash;  // hashOf() the header record; empty: no header
    qint64 rejectsFrom = 0; // the reject files hold what the batches from this one on turned away

    /// JSON.
    QByteArray serialize() const;
    static Expected<StoredPlan> parse(const QByteArray &text);
    static QStringList fieldNames(const Entity &entity);
    static QByteArray hashOf(std::string_view header);
};

} // namespace Weir
