// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger/batchundo.h"

#include "db/cursor.h"
#include "db/rowhash.h"

#include <QCoreApplication>
#include <QtEndian>

namespace Weir {

Expected<UndoResult, SqlError> BatchUndo::remove(std::vector<qint64> *keys, QByteArray *rowHashes)
{
    Q_ASSERT(static_cast<std::size_t>(rowHashes->size()) == keys->size() * sizeof(quint32));
    m_result = {};
    std::vector<qint64> stayingKeys; // from the last to the first
    QByteArray stayingHashes;
    for (std::size_t i = keys->size(); i-- > 0;) {
        const char *const hash = rowHashes->constData() + i * sizeof(quint32);
        const qint64 stayingBefore = m_result.refused + m_result.changed;
        if (const auto done = removeRow(keys->at(i), qFromLittleEndian<quint32>(hash)); !done)
            return tl::unexpected(done.error());
        if (m_result.refused + m_result.changed > stayingBefore) {
            stayingKeys.push_back(keys->at(i));
            stayingHashes.prepend(hash, sizeof(quint32));
        }
    }
    keys->assign(stayingKeys.rbegin(), stayingKeys.rend());
    *rowHashes = stayingHashes;
    return m_result;
}

Expected<void, SqlError> BatchUndo::removeRow(qint64 key, quint32 hash)
{
    const auto found = find(key, hash);
    if (!found)
        return tl::unexpected(found.error());
    if (*found == Found::Gone) {
        ++m_result.gone;
        return {};
    }
    if (*found == Found::Changed) {
        keep(&m_result.changed,
             QCoreApplication::translate("BatchUndo", "Row %1 was changed after the load.").arg(key));
        return {};
    }
    if (!m_target.unjudged.isEmpty()) {
        keep(&m_result.changed,
             QCoreApplication::translate("BatchUndo",
                                         "Row %1 stays: nobody knows what its column \"%2\" held after the "
                                         "load, and so whether somebody changed it.")
                 .arg(QString::number(key), m_target.unjudged));
        return {};
    }
    const auto reason = m_target.remover->remove(key);
    if (!reason)
        return tl::unexpected(reason.error());
    if (reason->isEmpty()) {
        ++m_result.removed;
    } else {
        keep(&m_result.refused,
             QCoreApplication::translate("BatchUndo", "Row %1 cannot be removed: %2")
                 .arg(QString::number(key), *reason));
    }
    return {};
}

Expected<BatchUndo::Found, SqlError> BatchUndo::find(qint64 key, quint32 hash)
{
    m_target.read.values.back() = key;
    const auto rows = m_session.query(m_target.read);
    if (!rows)
        return tl::unexpected(rows.error());
    if (!(*rows)->next()) {
        const SqlError error = (*rows)->error();
        return error.isNone() ? Expected<Found, SqlError>(Found::Gone) : tl::unexpected(error);
    }
    RowHash now;
    for (int column = 0; column < m_target.hashed; ++column)
        now.add((*rows)->value(column));
    bool isAsItWas = now.value() == hash;
    for (int column = m_target.hashed; column < m_target.hashed + m_target.constants; ++column)
        isAsItWas = isAsItWas && (*rows)->integer(column) != 0;
    return isAsItWas ? Found::AsItWas : Found::Changed;
}

void BatchUndo::keep(qint64 *count, const QString &sentence)
{
    ++*count;
    m_result.addExample(sentence);
}

} // namespace Weir
