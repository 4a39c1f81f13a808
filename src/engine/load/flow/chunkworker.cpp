// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/chunkworker.h"

#include "core/csv/recordspan.h"
#include "core/system/monotonicclock.h"

#include <QCoreApplication>

#include <utility>

namespace Weir {

namespace {

QString ruleName(Rule::Kind kind)
{
    return kind == Rule::Kind::WellFormed ? QStringLiteral("well-formed") : ruleKindName(kind);
}

/// At most MaximumValue characters; what is no UTF-8 shows as replacement characters.
QString shownValue(std::string_view cell)
{
    constexpr std::size_t LongestCharacter = 4;
    const std::string_view part = cell.substr(0, ChunkWorker::MaximumValue * LongestCharacter);
    return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()))
        .left(ChunkWorker::MaximumValue);
}

} // namespace

ChunkWorker::ChunkWorker(int file, QString name, const Entity &entity, const StoredPlan &plan, bool hashRows)
    : m_file(file)
    , m_name(std::move(name))
    , m_fields(StoredPlan::fieldNames(entity))
    , m_plan(plan)
    , m_parser(plan.format, plan.mapping, plan.ragged)
    , m_rules(entity)
    , m_hasher(entity)
    , m_hashRows(hashRows)
{}

LoadBatch ChunkWorker::process(ReadChunk chunk, LoadBatch spare) const
{
    LoadBatch batch = std::move(spare);
    batch.trace = TaskTrace();
    batch.trace.enter(Phase::Validating, monotonicNow());
    parse(std::move(chunk), &batch);
    validate(&batch);
    batch.trace.enter(Phase::Queued, monotonicNow());
    return batch;
}

void ChunkWorker::parse(ReadChunk chunk, LoadBatch *batch) const
{
    batch->file = m_file;
    batch->position = chunk.position;
    batch->sequence = chunk.sequence;
    batch->byteOffset = chunk.chunk.byteOffset;
    batch->endOffset = chunk.chunk.endOffset();
    batch->hash = chunk.chunk.hash;
    batch->rejected = RejectedLines(m_name, m_plan.format.encoding);
    m_parser.parse(std::move(chunk.chunk), &batch->rows);
    batch->valid.clear();
    batch->valid.reserve(batch->rows.records.size());
    batch->rowHashes.clear();
    if (m_hashRows)
        batch->rowHashes.reserve(batch->rows.records.size());
}

void ChunkWorker::validate(LoadBatch *batch) const
{
    const CsvRows &rows = batch->rows;
    auto malformed = rows.malformed.begin();
    const auto addMalformedBefore = [&](int record) {
        for (; malformed != rows.malformed.end() && malformed->record < record; ++malformed) {
            reject(*batch, malformed->record, malformedReasons(*batch, *malformed), &batch->rejected);
        }
    };
    for (int row = 0; row < rows.batch.rowCount(); ++row) {
        if (m_rules.accepts(rows.batch.row(row))) {
            batch->valid.push_back(row);
            if (m_hashRows)
                batch->rowHashes.push_back(m_hasher.hash(rows.batch, row));
            continue;
        }
        const int record = rows.recordOfRow[static_cast<std::size_t>(row)];
        addMalformedBefore(record);
        reject(*batch, record, violationReasons(*batch, row), &batch->rejected);
    }
    addMalformedBefore(static_cast<int>(rows.records.size()));
}

void ChunkWorker::addRefused(const LoadBatch &batch, int row, const SqlError &error, int attempts,
                             RejectedLines *lines) const
{
    const int record = batch.rows.recordOfRow[static_cast<std::size_t>(row)];
    reject(batch, record, {databaseReason(batch, record, error, attempts)}, lines);
}

void ChunkWorker::reject(const LoadBatch &batch, int record, QList<RejectReason> reasons,
                         RejectedLines *lines) const
{
    const CsvRecord &place = batch.rows.records[static_cast<std::size_t>(record)];
    const std::string_view raw = batch.rows.raw(place);
    const RecordSpan span = RecordSpan::of(raw, m_plan.format);
    if (span.lines > 1) {
        for (RejectReason &reason : reasons) {
            reason.message = QCoreApplication::translate("Weir::ChunkWorker",
                                                         "%1; lines %2 to %3 were taken as one record")
                                 .arg(reason.message, QString::number(place.line),
                                      QString::number(place.line + span.lines - 1));
        }
    }
    lines->add(record, raw, reasons);
    if (span.lines > 1)
        lines->addSpan({place.line + span.quoteLine, span.lines, span.isUnclosed});
}

RejectReason ChunkWorker::databaseReason(const LoadBatch &batch, int record, const SqlError &error,
                                         int attempts) const
{
    RejectReason reason =
        reasonFor(batch, batch.rows.records[static_cast<std::size_t>(record)], RejectStage::Database);
    reason.rule =
        error.errorClass == ErrorClass::TooBig ? QStringLiteral("too-big") : QStringLiteral("constraint");
    reason.message = error.sentence;
    reason.code = error.code;
    reason.attempts = attempts;
    return reason;
}

RejectReason ChunkWorker::reasonFor(const LoadBatch &batch, const CsvRecord &record, RejectStage stage) const
{
    RejectReason reason;
    reason.file = m_file;
    reason.line = record.line;
    reason.byteOffset = batch.byteOffset + record.offset;
    reason.stage = stage;
    return reason;
}

QList<RejectReason> ChunkWorker::malformedReasons(const LoadBatch &batch,
                                                  const MalformedRecord &malformed) const
{
    const CsvRecord &record = batch.rows.records[static_cast<std::size_t>(malformed.record)];
    RejectReason reason = reasonFor(batch, record, RejectStage::Parse);
    reason.rule = csvFaultName(malformed.fault);
    reason.column = columnName(malformed.column);
    reason.value = shownValue(batch.rows.raw(record)).trimmed();
    reason.message = malformed.message(m_plan.mapping.columns);
    return {reason};
}

QList<RejectReason> ChunkWorker::violationReasons(const LoadBatch &batch, int row) const
{
    const int record = batch.rows.recordOfRow[static_cast<std::size_t>(row)];
    const CsvRecord &place = batch.rows.records[static_cast<std::size_t>(record)];
    const RowView cells = batch.rows.batch.row(row);
    QList<RejectReason> reasons;
    for (const Violation &violation : m_rules.check(cells)) {
        RejectReason reason = reasonFor(batch, place, RejectStage::Validate);
        reason.rule = ruleName(violation.rule);
        reason.column = m_fields.value(violation.column);
        reason.value = shownValue(cells[violation.column]);
        reason.message = violation.message;
        reasons += reason;
    }
    return reasons;
}

QString ChunkWorker::columnName(int column) const
{
    return column < 0 ? QString() : m_fields.value(m_plan.mapping.columnOfField.indexOf(column));
}

} // namespace Weir
