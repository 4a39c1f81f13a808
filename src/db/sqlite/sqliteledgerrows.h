// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/sqlite/sqlitestatement.h"

namespace Weir {

/// How the ledger's tables spell what a Ledger holds.

QString ledgerStateName(LoadState state);
QString ledgerTimeText(const QDateTime &time);
QString ledgerColumnsText(const QStringList &columns);
QStringList ledgerColumnsOf(const QString &text);

/// Columns of weir_load, sums of weir_ledger, in the order of SqliteLedger::loads().
LedgerLoad ledgerLoadOf(const SqliteStatement &row);
/// Columns of weir_ledger in the order of SqliteLedger::batches().
LedgerBatch ledgerBatchOf(const SqliteStatement &row);

/// Binds parameters one after the other, and keeps the first code that is not OK.
class LedgerBinder
{
public:
    explicit LedgerBinder(SqliteStatement &statement)
        : m_statement(statement)
    {}

    LedgerBinder &integer(qint64 value) { return note(m_statement.bind(next(), value)); }
    LedgerBinder &text(const QString &value) { return note(m_statement.bind(next(), value)); }
    LedgerBinder &blob(const QByteArray &value) { return note(m_statement.bindBlob(next(), value)); }
    LedgerBinder &counts(const Counts &counts)
    {
        return integer(counts.inserted)
            .integer(counts.rejected)
            .integer(counts.failed)
            .integer(counts.cancelled);
    }
    int code() const { return m_code; }

private:
    int next() { return ++m_parameter; }
    LedgerBinder &note(int code)
    {
        if (m_code == 0)
            m_code = code;
        return *this;
    }

    SqliteStatement &m_statement;
    int m_parameter = 0;
    int m_code = 0; // SQLITE_OK
};

} // namespace Weir
