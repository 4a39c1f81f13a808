// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/checkedinsert.h"

#include <QCoreApplication>

namespace Weir {

Expected<void, SqlError> insertChecked(Session &session, const Entity &entity, const RowBatch &batch,
                                       std::span<const int> rows, const QString &location,
                                       InsertResult *result)
{
    const auto done = session.insert(entity, batch, rows, result);
    const bool sound = !done ? !done.error().concernsRowOnly()
            || (!result->failures.empty() && result->areFailuresSound(rows.size()))
                             : result->accountsFor(rows.size());
    if (!sound) {
        return tl::unexpected(SqlError{
            ErrorClass::Other, 0,
            QCoreApplication::translate("Weir::CheckedInsert",
                                        "The database %1 tells of %2 rows where %3 were given to it: "
                                        "nothing of them was written.")
                .arg(location, QString::number(result->keys.size() + result->failures.size()),
                     QString::number(rows.size()))});
    }
    if (done && !session.inTransaction()) {
        return tl::unexpected(SqlError{
            ErrorClass::Other, 0,
            QCoreApplication::translate("Weir::CheckedInsert",
                                        "The database %1 ended the transaction by itself, and nothing of "
                                        "it was written: try again.")
                .arg(location)});
    }
    return done;
}

} // namespace Weir
