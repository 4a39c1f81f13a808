// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliterowhash.h"

#include "db/rowhash.h"

#include <sqlite3.h>

namespace Weir {

quint32 sqliteRowHash(sqlite3_stmt *row, int columns)
{
    RowHash hash;
    for (int column = 0; column < columns; ++column) {
        const int type = sqlite3_column_type(row, column);
        if (type == SQLITE_INTEGER) {
            hash.add({StoredValue::Kind::Integer, sqlite3_column_int64(row, column), 0, {}});
        } else if (type == SQLITE_FLOAT) {
            hash.add({StoredValue::Kind::Number, 0, sqlite3_column_double(row, column), {}});
        } else if (type == SQLITE_NULL) {
            hash.add({});
        } else {
            // Text in UTF-8, whatever the database's encoding is: first the bytes, then how many.
            const void *const bytes = type == SQLITE_TEXT
                ? static_cast<const void *>(sqlite3_column_text(row, column))
                : sqlite3_column_blob(row, column);
            const std::string_view content(static_cast<const char *>(bytes),
                                           static_cast<std::size_t>(sqlite3_column_bytes(row, column)));
            if (type == SQLITE_TEXT)
                hash.add({StoredValue::Kind::Text, 0, 0, content});
            else
                hash.addBlob(content);
        }
    }
    return hash.value();
}

} // namespace Weir
