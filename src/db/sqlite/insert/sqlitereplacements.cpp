// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/insert/sqlitereplacements.h"

#include <algorithm>
#include <new>
#include <sqlite3.h>

namespace Weir {

SqliteReplacements::SqliteReplacements(sqlite3 *db, const QString &table)
    : m_db(db)
    , m_table(table.toUtf8())
{}

void SqliteReplacements::begin()
{
    m_deleted.clear();
    m_indices.clear();
}

SqliteReplacements::Watch::Watch(SqliteReplacements &replacements)
    : m_replacements(replacements)
{
    m_replacements.m_deleted.clear();
    m_replacements.m_isIncomplete = false;
    sqlite3_preupdate_hook(m_replacements.m_db, changes, &m_replacements);
}

SqliteReplacements::Watch::~Watch()
{
    sqlite3_preupdate_hook(m_replacements.m_db, nullptr, nullptr);
}

void SqliteReplacements::changes(void *replacements, sqlite3 *db, int operation, const char *schema,
                                 const char *table, qint64 key, qint64) noexcept
{
    auto *self = static_cast<SqliteReplacements *>(replacements);
    // What triggers do lies deeper, and is theirs.
    if (operation != SQLITE_DELETE || sqlite3_preupdate_depth(db) != 0 || qstrcmp(schema, "main") != 0
        || sqlite3_stricmp(table, self->m_table.constData()) != 0)
        return;
    try {
        self->m_deleted.push_back(key);
    } catch (const std::bad_alloc &) {
        self->m_isIncomplete = true;
    }
}

void SqliteReplacements::note(int index, qint64 key, InsertResult *result)
{
    bool makesUpForOne = false; // the row itself, which is in the place of one of them
    for (const qint64 deleted : m_deleted) {
        const auto own = m_indices.find(deleted);
        if (!makesUpForOne) {
            result->updated.push_back(index);
            makesUpForOne = true;
        } else if (own != m_indices.end()) {
            result->updated.push_back(own->second);
        }
        if (own != m_indices.end()) {
            result->replaced.push_back(own->second);
            m_indices.erase(own);
        }
    }
    m_deleted.clear();
    m_indices[key] = index;
}

void SqliteReplacements::finish(InsertResult *result)
{
    std::sort(result->updated.begin(), result->updated.end());
    // A row that has replaced others counts once, also when it was replaced together with another one.
    result->updated.erase(std::unique(result->updated.begin(), result->updated.end()), result->updated.end());
    std::sort(result->replaced.begin(), result->replaced.end());
}

} // namespace Weir
