// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <sqlite3.h>
#include <vector>

namespace WeirTest {

/// A database file seen past the product: plain sqlite3, its own connection. Any thread, one at a time.
class RawDatabase
{
public:
    explicit RawDatabase(const QString &file)
    {
        sqlite3 *handle = nullptr;
        m_open = sqlite3_open_v2(file.toUtf8().constData(), &handle,
                                 SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr)
            == SQLITE_OK;
        m_handle.reset(handle);
        sqlite3_busy_timeout(handle, 10000);
    }

    bool isOpen() const { return m_open; }
    sqlite3 *handle() const { return m_handle.get(); }

    bool exec(const char *sql) const
    {
        return sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    }

    /// First column of all rows, as text.
    std::vector<std::string> column(const char *sql) const
    {
        std::vector<std::string> values;
        const auto collect = [](void *list, int, char **cells, char **) {
            static_cast<std::vector<std::string> *>(list)->emplace_back(cells[0] ? cells[0] : "");
            return 0;
        };
        if (sqlite3_exec(m_handle.get(), sql, collect, &values, nullptr) != SQLITE_OK)
            values.assign(1, sqlite3_errmsg(m_handle.get()));
        return values;
    }

    std::string value(const char *sql) const
    {
        const std::vector<std::string> values = column(sql);
        return values.empty() ? std::string("no row") : values.front();
    }

private:
    struct Closer
    {
        void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
    };
    std::unique_ptr<sqlite3, Closer> m_handle;
    bool m_open = false;
};

} // namespace WeirTest
