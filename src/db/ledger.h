// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/outcome.h"
#include "db/sqlerror.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>
#include <vector>

namespace Weir {

/// Undone: at least in part.
enum class LoadState { Running, Finished, Undone };

/// One file's load into one table, as the ledger of the target database knows it.
struct LedgerEntry
{
    QByteArray id;          // 16 random bytes
    QString file;           // absolute path, or "-"
    qint64 size = -1;       // of the file as it lies there; -1: a stream
    QByteArray contentHash; // XXH3-128 of the same bytes; empty until the file was read to its end
    QString entity;
    QString table;
    QStringList columns;  // RowHasher::columns(): what undoing it compares
    QByteArray plan;      // the format, mapping and limits as JSON: what a resume must read with
    QString rejectedFile; // absolute; empty: none asked for
    QString reasonsFile;
    QDateTime started;
    QDateTime finished;
    LoadState state = LoadState::Running;
    // Sums over its batches, as read:
    Counts counts;
    qint64 batches = 0;
    qint64 batchesToUndo = 0; // of which rows may still be there

    /// It ended, or was ended, before its first batch: nothing of it is anywhere.
    bool isOnlyBegun() const { return state == LoadState::Running && batches == 0; }
};

/// One committed batch: in the ledger exactly when its rows are in the table.
struct LedgerBatch
{
    qint64 number = 0;    // the chunk's; a load's batches are 0 … n-1 without gaps
    qint64 endOffset = 0; // CsvChunk::endOffset() and hash
    quint64 hash = 0;
    Counts counts;
    qint64 rejectedBytes = 0; // lengths of the reject files after it
    qint64 reasonsBytes = 0;
    QByteArray keys;      // encodeKeys() of the rows inserted, in order
    QByteArray rowHashes; // 4 bytes a row inserted, in the same order (RowHasher), least significant byte
                          // first; empty: not kept
};

/// What undoing a load came to.
struct UndoResult
{
    qint64 removed = 0;
    qint64 changed = 0;   // somebody changed them since: left in place
    qint64 gone = 0;      // somebody deleted them already
    qint64 refused = 0;   // the database refuses: a foreign key, a trigger
    bool stopped = false; // before all rows were looked at: undo again to go on
    QStringList examples; // a sentence each, at most MaximumExamples

    static constexpr int MaximumExamples = 20;
    void addExample(const QString &sentence);
    UndoResult &operator+=(const UndoResult &other);
};

/// A batch that Ledger::undoLast() took back.
struct UndoneBatch
{
    qint64 number = 0;
    UndoResult result;
};

/// Reads and writes weir_load and weir_ledger on one connection; those that write, inside the caller's
/// transaction. Thread of the session it came from. The tables are made by makeTables() when missing.
class Ledger
{
public:
    virtual ~Ledger() = default;

    /// Where they are missing, or columns of theirs are.
    [[nodiscard]] virtual Expected<void, SqlError> makeTables() = 0;
    [[nodiscard]] virtual Expected<void, SqlError> begin(const LedgerEntry &load) = 0;
    /// The plan and the reject files of a load that has begun.
    [[nodiscard]] virtual Expected<void, SqlError> revise(const LedgerEntry &load) = 0;
    /// A load that has finished goes on.
    [[nodiscard]] virtual Expected<void, SqlError> reopen(const QByteArray &loadId) = 0;
    /// Where a trigger or a DEFAULT gives rows values that the load does not know, the table's own values
    /// are hashed instead of `batch.rowHashes`.
    [[nodiscard]] virtual Expected<void, SqlError> add(const QByteArray &loadId,
                                                       const LedgerBatch &batch) = 0;
    [[nodiscard]] virtual Expected<void, SqlError>
    finish(const QByteArray &loadId, const QByteArray &contentHash, const QDateTime &when) = 0;
    /// Forgets a load: its rows stay, it can no longer be resumed, recognised or undone.
    [[nodiscard]] virtual Expected<void, SqlError> drop(const QByteArray &loadId) = 0;

    /// Takes back the last batch before the one with number `before` that is still there: deletes its rows,
    /// unless they were changed since, and marks the load as undone, so that it cannot be resumed. Rows that
    /// stay are kept on record for another time. To be called, each time in a transaction, with the number
    /// that it gave last, until it gives std::nullopt: nothing is left.
    virtual Expected<std::optional<UndoneBatch>, SqlError> undoLast(const QByteArray &loadId,
                                                                    qint64 before = AfterAllBatches) = 0;
    static constexpr qint64 AfterAllBatches = std::numeric_limits<qint64>::max();

    /// Newest first; none when the tables are missing.
    virtual Expected<QList<LedgerEntry>, SqlError> loads() = 0;
    /// In order, without keys and rowHashes.
    virtual Expected<QList<LedgerBatch>, SqlError> batches(const QByteArray &loadId) = 0;
};

/// A batch has no more rows than this.
constexpr std::size_t MaximumLedgerKeys = std::size_t{1} << 24;

/// Keys as ranges, in the order given: small for runs, exact for anything.
QByteArray encodeKeys(const std::vector<qint64> &keys);
/// std::nullopt: damaged, or more than `most`.
std::optional<std::vector<qint64>> decodeKeys(const QByteArray &encoded,
                                              std::size_t most = MaximumLedgerKeys);

} // namespace Weir
