// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/cursor.h"
#include "db/ledger.h"

namespace Weir {

/// How the ledger's tables spell what a Ledger holds.

QString ledgerStateName(LoadState state);
QString ledgerTimeText(const QDateTime &time);
QString ledgerColumnsText(const QStringList &columns);
QStringList ledgerColumnsOf(const QString &text);

/// Columns of weir_load, sums of weir_ledger, in the order of SqlLedger::loads().
LedgerEntry ledgerLoadOf(const Cursor &row);
/// Columns of weir_ledger in the order of SqlLedger::batches().
LedgerBatch ledgerBatchOf(const Cursor &row);

} // namespace Weir
