// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowbatch.h"
#include "db/storedvalue.h"

#include <QByteArray>

#include <optional>
#include <span>
#include <vector>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_module;

namespace Weir {

/// Rows of a batch as a table-valued name on one connection (sqlite.org/vtab.html, eponymous-only), for
/// INSERT … SELECT: SQLite pulls the cells, nothing is bound or copied. It asks for the next row only after
/// the one before is in the target, which is how the keys become known. In the connection's thread; no
/// statement on it may be left when it goes.
class SqliteBatchTable
{
public:
    SqliteBatchTable(sqlite3 *db, const Entity &entity);
    ~SqliteBatchTable();
    SqliteBatchTable(const SqliteBatchTable &) = delete;
    SqliteBatchTable &operator=(const SqliteBatchTable &) = delete;

    bool isValid() const { return m_code == 0; }
    /// SQLite's code for the making: why it is not valid.
    int code() const { return m_code; }
    /// To be selected from, with columns c0, c1 …
    const QByteArray &name() const { return m_name; }

    /// The rows to give to the next statement. `nextKey`: what the target would choose for a row without key;
    /// std::nullopt: not known. Keys of rows in place are appended to `keys`.
    void give(const RowBatch &batch, std::span<const int> rows, std::optional<qint64> nextKey,
              std::vector<qint64> *keys);
    /// All keys are what the target would choose: the statement need not take c<key>.
    bool areKeysChosen() const { return m_keysChosen; }
    /// After that statement: from now on it gives nothing, whoever reads it.
    void takeBack();
    /// How many rows it has given, the one that failed included.
    std::size_t given() const { return m_given; }

    // For the module's functions.
    QByteArray declaration() const;
    void rewind();
    bool isAtEnd() const { return m_position == m_end; }
    /// False: the row before did not get the key it should have.
    bool advance();
    void putValue(sqlite3_context *context, int column) const;

private:
    bool choosesAllKeys() const;
    void takeKey();

    static const sqlite3_module Module;

    sqlite3 *const m_db;
    const std::vector<StoredColumn> m_columns;
    const std::size_t m_keyColumn;
    QByteArray m_name;
    int m_code = 0;

    const RowBatch *m_batch = nullptr;
    std::span<const int> m_rows;
    std::optional<qint64> m_nextKey;
    std::vector<qint64> *m_keys = nullptr;
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    std::size_t m_given = 0;
    bool m_keysChosen = false;
    StoredValue m_key;                   // of the row at m_position, as it is given
    std::optional<qint64> m_expectedKey; // of the same row
};

} // namespace Weir
