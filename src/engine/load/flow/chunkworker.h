// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rules/ruleset.h"
#include "db/rowhash.h"
#include "db/sqlerror.h"
#include "engine/load/flow/loadbatch.h"
#include "engine/load/values/storedplan.h"

namespace Weir {

/// Parses and validates the chunks of one file. Immutable: any thread may call.
class ChunkWorker
{
public:
    /// `file`: its index in the load; `name`: its path, for the reasons; `hashRows`: for undoing the load.
    ChunkWorker(int file, QString name, const Entity &entity, const StoredPlan &plan, bool hashRows);

    /// `spare`: a batch that nobody needs any more, for its memory.
    LoadBatch process(ReadChunk chunk, LoadBatch spare) const;
    /// A row that the database refused is added to what the reject files take.
    void addRefused(const LoadBatch &batch, int row, const SqlError &error, int attempts,
                    RejectedLines *lines) const;

    /// Columns of the reasons are cut to this, in characters.
    static constexpr int MaximumValue = 200;

private:
    void parse(ReadChunk chunk, LoadBatch *batch) const;
    void validate(LoadBatch *batch) const;
    void reject(const LoadBatch &batch, int record, QList<RejectReason> reasons, RejectedLines *lines) const;
    RejectReason databaseReason(const LoadBatch &batch, int record, const SqlError &error,
                                int attempts) const;
    RejectReason reasonFor(const LoadBatch &batch, const CsvRecord &record, RejectStage stage) const;
    QList<RejectReason> malformedReasons(const LoadBatch &batch, const MalformedRecord &malformed) const;
    QList<RejectReason> violationReasons(const LoadBatch &batch, int row) const;
    QString columnName(int column) const;

    const int m_file;
    const QString m_name;
    const QStringList m_fields;
    const StoredPlan m_plan;
    const CsvParser m_parser;
    const RuleSet m_rules;
    const RowHasher m_hasher;
    const bool m_hashRows;
};

} // namespace Weir
