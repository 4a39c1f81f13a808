// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/inserttask.h"

#include <utility>

namespace Weir {

InsertTask::InsertTask(int number, const CompiledEntity &entity, RowBatch batch)
    : m_entity(&entity)
    , m_batch(std::move(batch))
    , m_outcomes(m_batch.rowCount())
{
    m_trace.task = number;
    m_trace.leader = number;
    m_trace.entity = entity.index;
    for (int row = 0; row < m_batch.rowCount(); ++row) {
        m_outcomes[row].entity = entity.index;
        m_outcomes[row].row = m_batch.sourceRow(row);
    }
}

void InsertTask::validate()
{
    m_validRows.clear();
    for (int row = 0; row < m_batch.rowCount(); ++row) {
        if (m_entity->rules.accepts(m_batch.row(row))) {
            m_validRows.push_back(row);
            continue;
        }
        outcome(row).verdict = Verdict::Rejected;
        outcome(row).violations = m_entity->rules.check(m_batch.row(row));
    }
}

void InsertTask::setWritten(int row, RowKey key, bool updated)
{
    outcome(row).verdict = updated ? Verdict::Updated : Verdict::Inserted;
    outcome(row).key = std::move(key);
}

void InsertTask::setFailed(int row, const QString &sentence)
{
    outcome(row).verdict = Verdict::Failed;
    outcome(row).error = sentence;
}

void InsertTask::failRest(const QString &sentence)
{
    for (int row = 0; row < m_outcomes.size(); ++row) {
        if (m_outcomes[row].verdict == Verdict::Cancelled)
            setFailed(row, sentence);
    }
}

void InsertTask::render()
{
    for (int row = 0; row < m_outcomes.size(); ++row)
        m_outcomes[row].display = m_entity->display.render(m_batch.row(row));
}

} // namespace Weir
