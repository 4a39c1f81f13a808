// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/insert/sqlitebatchtable.h"

#include "db/sqlite/statements/sqlitestatement.h"

#include <limits>
#include <new>
#include <sqlite3.h>

namespace Weir {

namespace {

struct Table : sqlite3_vtab
{
    SqliteBatchTable *rows = nullptr;
};

struct BatchCursor : sqlite3_vtab_cursor
{
};

SqliteBatchTable &rowsOf(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<Table *>(cursor->pVtab)->rows;
}

/// Nothing may be thrown through SQLite.
template<typename Work>
int withinMemory(const Work &work) noexcept
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

int makeTable(sqlite3 *db, void *rows, sqlite3_vtab **table)
{
    auto *batch = static_cast<SqliteBatchTable *>(rows);
    if (const int code = sqlite3_declare_vtab(db, batch->declaration().constData()); code != SQLITE_OK)
        return code;
    // No view or trigger of an untrusted file may read from it.
    if (const int code = sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY); code != SQLITE_OK)
        return code;
    auto made = std::make_unique<Table>();
    made->rows = batch;
    *table = made.release();
    return SQLITE_OK;
}

int connectTable(sqlite3 *db, void *rows, int, const char *const *, sqlite3_vtab **table, char **) noexcept
{
    return withinMemory([&] { return makeTable(db, rows, table); });
}

int disconnectTable(sqlite3_vtab *table) noexcept
{
    const std::unique_ptr<Table> owned(static_cast<Table *>(table));
    return SQLITE_OK;
}

int planScan(sqlite3_vtab *, sqlite3_index_info *) noexcept
{
    return SQLITE_OK; // there is one plan
}

int openCursor(sqlite3_vtab *, sqlite3_vtab_cursor **cursor) noexcept
{
    return withinMemory([cursor] {
        *cursor = std::make_unique<BatchCursor>().release();
        return SQLITE_OK;
    });
}

int closeCursor(sqlite3_vtab_cursor *cursor) noexcept
{
    const std::unique_ptr<BatchCursor> owned(static_cast<BatchCursor *>(cursor));
    return SQLITE_OK;
}

int startScan(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **) noexcept
{
    rowsOf(cursor).rewind();
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *cursor) noexcept
{
    return withinMemory([cursor] { return rowsOf(cursor).advance() ? SQLITE_OK : SQLITE_ERROR; });
}

int isAtEnd(sqlite3_vtab_cursor *cursor) noexcept
{
    return rowsOf(cursor).isAtEnd() ? 1 : 0;
}

int putColumn(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column) noexcept
{
    rowsOf(cursor).putValue(context, column);
    return SQLITE_OK;
}

int putRowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id) noexcept
{
    *id = static_cast<sqlite3_int64>(rowsOf(cursor).given());
    return SQLITE_OK;
}

sqlite3_module makeModule()
{
    sqlite3_module module = {};
    module.xConnect = connectTable; // without xCreate: eponymous only
    module.xDisconnect = disconnectTable;
    module.xBestIndex = planScan;
    module.xOpen = openCursor;
    module.xClose = closeCursor;
    module.xFilter = startScan;
    module.xNext = nextRow;
    module.xEof = isAtEnd;
    module.xColumn = putColumn;
    module.xRowid = putRowId;
    return module;
}

void put(sqlite3_context *context, const StoredValue &value)
{
    switch (value.kind) {
    case StoredValue::Kind::Null:
        break;
    case StoredValue::Kind::Integer:
        sqlite3_result_int64(context, value.integer);
        break;
    case StoredValue::Kind::Number:
        sqlite3_result_double(context, value.number);
        break;
    case StoredValue::Kind::Text:
    case StoredValue::Kind::Bytes: // no cell is
        sqlite3_result_text64(context, value.text.data(), value.text.size(), SQLITE_STATIC, SQLITE_UTF8);
        break;
    }
}

/// A PRAGMA statement: a table of the file's can have the name of a table-valued function.
int findModules(sqlite3 *db, QStringList *modules)
{
    SqliteStatement list(db, QStringLiteral("PRAGMA module_list"));
    if (!list.isValid())
        return list.code();
    int code = SQLITE_OK;
    while ((code = list.step()) == SQLITE_ROW)
        *modules += list.text(0);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/// Neither a table of the file (tables come before modules when a name is looked up) nor another batch table
/// of the connection (a new module takes the place of one of the same name) may have it.
int findFreeName(sqlite3 *db, QByteArray *free)
{
    QStringList modules;
    if (const int code = findModules(db, &modules); code != SQLITE_OK)
        return code;
    SqliteStatement taken(db,
                          QStringLiteral("SELECT 1 FROM main.sqlite_schema WHERE name=?1 COLLATE NOCASE"));
    if (!taken.isValid())
        return taken.code();
    for (int number = 1;; ++number) {
        const QString name = QStringLiteral("weir_batch_%1").arg(number);
        if (modules.contains(name))
            continue;
        const SqliteReset reset(taken);
        if (const int code = taken.bind(1, name); code != SQLITE_OK)
            return code;
        const int code = taken.step();
        if (code == SQLITE_DONE) {
            *free = name.toLatin1();
            return SQLITE_OK;
        }
        if (code != SQLITE_ROW)
            return code;
    }
}

} // namespace

const sqlite3_module SqliteBatchTable::Module = makeModule();

SqliteBatchTable::SqliteBatchTable(sqlite3 *db, const Entity &entity)
    : m_db(db)
    , m_columns(StoredColumn::listOf(entity))
    , m_keyColumn(static_cast<std::size_t>(entity.keyIndex()))
    , m_code(findFreeName(db, &m_name))
{
    if (m_code == SQLITE_OK)
        m_code = sqlite3_create_module_v2(db, m_name.constData(), &Module, this, nullptr);
}

SqliteBatchTable::~SqliteBatchTable()
{
    if (isValid())
        sqlite3_create_module_v2(m_db, m_name.constData(), nullptr, nullptr, nullptr);
}

QByteArray SqliteBatchTable::declaration() const
{
    QByteArray sql = QByteArrayLiteral("CREATE TABLE batch(");
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        sql += (column == 0 ? "c" : ",c") + QByteArray::number(static_cast<qlonglong>(column));
    return sql + ')';
}

void SqliteBatchTable::give(const RowBatch &batch, std::span<const int> rows, std::optional<qint64> nextKey,
                            std::vector<qint64> *keys)
{
    m_batch = &batch;
    m_rows = rows;
    m_nextKey = nextKey;
    m_keys = keys;
    m_position = 0;
    m_end = 0; // until rewind()
    m_given = 0;
    m_key = {};
    m_keysChosen = choosesAllKeys();
}

/// Each key is blank, or the one that follows anyway.
bool SqliteBatchTable::choosesAllKeys() const
{
    std::optional<qint64> next = m_nextKey;
    for (const int row : m_rows) {
        const StoredValue key =
            m_columns[m_keyColumn].value(m_batch->cell(row, static_cast<int>(m_keyColumn)));
        const bool blank = key.kind == StoredValue::Kind::Null;
        if (!blank && (key.kind != StoredValue::Kind::Integer || next != key.integer))
            return false;
        if (next)
            next = *next == std::numeric_limits<qint64>::max() ? std::nullopt : std::optional(*next + 1);
    }
    return true;
}

void SqliteBatchTable::takeBack()
{
    m_batch = nullptr;
    m_rows = {};
    m_keys = nullptr;
    m_position = m_end = 0;
}

void SqliteBatchTable::rewind()
{
    m_position = 0;
    m_end = m_rows.size();
    m_given = 0;
    takeKey();
}

bool SqliteBatchTable::advance()
{
    const qint64 key = sqlite3_last_insert_rowid(m_db);
    if (m_expectedKey && *m_expectedKey != key)
        return false;
    m_keys->push_back(key);
    if (m_nextKey && key >= *m_nextKey) {
        const bool last = key == std::numeric_limits<qint64>::max();
        m_nextKey = last ? std::nullopt : std::optional(key + 1);
    }
    ++m_position;
    takeKey();
    return true;
}

void SqliteBatchTable::takeKey()
{
    if (m_position == m_end)
        return;
    if (m_keysChosen) {
        m_expectedKey = m_nextKey;
        ++m_given;
        return;
    }
    m_key = m_columns[m_keyColumn].value(m_batch->cell(m_rows[m_position], static_cast<int>(m_keyColumn)));
    m_expectedKey = m_nextKey;
    if (m_key.kind == StoredValue::Kind::Text) {
        m_end = m_position; // an error that would take the rows before along: for the row by itself
        return;
    }
    ++m_given;
    if (m_key.kind == StoredValue::Kind::Integer) {
        m_expectedKey = m_key.integer;
        // A key that the target chooses is appended without a search for its place.
        if (m_nextKey == m_key.integer)
            m_key.kind = StoredValue::Kind::Null;
    }
}

void SqliteBatchTable::putValue(sqlite3_context *context, int column) const
{
    const auto index = static_cast<std::size_t>(column);
    if (index == m_keyColumn)
        put(context, m_key);
    else
        put(context, m_columns[index].value(m_batch->cell(m_rows[m_position], column)));
}

} // namespace Weir
