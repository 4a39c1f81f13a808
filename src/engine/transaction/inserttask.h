// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/outcome.h"
#include "core/rowbatch.h"
#include "core/rules/ruleset.h"
#include "core/text/displaytemplate.h"
#include "db/session.h"
#include "engine/transaction/tasktrace.h"

#include <vector>

namespace Weir {

/// An entity with what a run compiles from it. Immutable, shared by the entity's tasks.
struct CompiledEntity
{
    Entity entity;
    int index; // in Project::entities
    RuleSet rules;
    DisplayTemplate display;
};

/// Validates and inserts one batch. Used by one thread at a time: its own, or its group's leader.
class InsertTask
{
public:
    InsertTask(int number, const CompiledEntity &entity, RowBatch batch);

    const CompiledEntity &entity() const { return *m_entity; }
    const RowBatch &batch() const { return m_batch; }
    TaskTrace &trace() { return m_trace; }

    void validate();
    /// Rows (of the batch) that passed the rules.
    const std::vector<int> &validRows() const { return m_validRows; }

    /// `updated`: InsertResult::updated.
    void setWritten(int row, RowKey key, bool updated);
    void setFailed(int row, const QString &sentence);
    /// Rows without a verdict yet fail with this sentence.
    void failRest(const QString &sentence);
    /// Writes out how each row is shown.
    void render();
    /// The verdicts, one a row; rows that nobody decided are cancelled.
    const QList<Outcome> &outcomes() const { return m_outcomes; }

private:
    Outcome &outcome(int row) { return m_outcomes[row]; }

    const CompiledEntity *m_entity;
    RowBatch m_batch;
    std::vector<int> m_validRows;
    QList<Outcome> m_outcomes;
    TaskTrace m_trace;
};

} // namespace Weir
