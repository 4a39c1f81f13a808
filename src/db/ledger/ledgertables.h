// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/catalog.h"
#include "db/session.h"

namespace Weir {

/// weir_load and weir_ledger as a database has them, which somebody else may have made, or an older Weir.
class LedgerTables
{
public:
    /// Error: they are there, but not Weir's: no ordinary tables, without columns that every Weir has made,
    /// or with triggers or foreign keys that would act when Weir writes there.
    static Expected<LedgerTables, SqlError> find(Session &session, const QString &location);

    bool exist() const { return m_loads.exists && m_batches.exists; }
    /// As this Weir would make them.
    bool areComplete() const;
    /// Makes what is missing. Inside a transaction.
    [[nodiscard]] Expected<void, SqlError> complete(Session &session) const;
    /// Error: the content is not what Weir writes there.
    [[nodiscard]] Expected<void, SqlError> checkContent(Session &session, const QString &location) const;

    /// A column that older tables may lack, as an expression: NULL then.
    QString loadColumn(const QString &name) const;
    QString batchColumn(const QString &name) const;

    /// Quoted, for statements.
    static QString loads(const Dialect &dialect);
    static QString batches(const Dialect &dialect);
    static QStringList names();
    static SqlError damaged(const QString &location);

    /// What this Weir writes and understands. A load has the least version whose Weirs understand all that is
    /// recorded of it; NULL is 0: there were no versions yet. What those would undo wrongly is recorded so
    /// that they find no keys for it, and say that they cannot.
    static constexpr qint64 Version = 1;

    static constexpr qint64 GreatestOffset = qint64{1} << 60;
    /// A plan, names of columns, a definition.
    static constexpr qint64 LongestList = qint64{1} << 22;

private:
    LedgerTables(TableFit loads, TableFit batches)
        : m_loads(std::move(loads))
        , m_batches(std::move(batches))
    {}

    TableFit m_loads;
    TableFit m_batches;
};

} // namespace Weir
