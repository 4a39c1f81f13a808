// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorystore.h"

#include <algorithm>

namespace Weir::Test {

Expected<qint64, QString> MemoryContent::insert(const Entity &entity, RowView cells)
{
    MemoryTable &table = tables.at(entity.table);
    MemoryTable::Row row = table.rowOf(entity, cells);
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto *key = std::get_if<qint64>(&row[i]);
        const auto parent = tables.find(table.columns()[i].parent);
        if (key && parent != tables.end() && !parent->second.rows().contains(*key))
            return tl::unexpected(QStringLiteral("\"%1\" has no row %2").arg(parent->first).arg(*key));
    }
    return table.insert(std::move(row));
}

QString MemoryContent::tableReferringTo(const QString &table, qint64 key) const
{
    for (const auto &[name, child] : tables) {
        for (std::size_t i = 0; i < child.columns().size(); ++i) {
            if (child.columns()[i].parent != table)
                continue;
            const bool refers = std::any_of(
                child.rows().begin(), child.rows().end(), [&, own = name == table](const auto &row) {
                    return row.second[i] == MemoryCell(key) && !(own && row.first == key);
                });
            if (refers)
                return name;
        }
    }
    return {};
}

QString MemoryContent::danglingReference() const
{
    for (const auto &[name, child] : tables) {
        for (std::size_t i = 0; i < child.columns().size(); ++i) {
            const auto parent = tables.find(child.columns()[i].parent);
            if (parent == tables.end())
                continue;
            const auto isDangling = [&, &keys = parent->second.rows()](const auto &row) {
                const auto *key = std::get_if<qint64>(&row.second[i]);
                return key && !keys.contains(*key);
            };
            if (std::any_of(child.rows().begin(), child.rows().end(), isDangling))
                return name;
        }
    }
    return {};
}

MemoryStore::MemoryStore(DatabaseProfile profile)
    : m_profile(std::move(profile))
{}

MemoryStore::Content MemoryStore::content() const
{
    const std::lock_guard lock(m_mutex);
    return m_content;
}

void MemoryStore::change(const std::function<void(MemoryContent &)> &work)
{
    const std::lock_guard lock(m_mutex);
    MemoryContent changed = *m_content;
    work(changed);
    m_content = std::make_shared<const MemoryContent>(std::move(changed));
}

void MemoryStore::replace()
{
    const std::lock_guard lock(m_mutex);
    m_content = std::make_shared<const MemoryContent>();
    m_writer = nullptr;
    m_generation.fetch_add(1);
}

bool MemoryStore::takeWriter(const void *writer)
{
    const std::lock_guard lock(m_mutex);
    if (m_writer)
        return false;
    m_writer = writer;
    return true;
}

void MemoryStore::leaveWriter(const void *writer)
{
    const std::lock_guard lock(m_mutex);
    if (m_writer == writer)
        m_writer = nullptr;
}

void MemoryStore::publish(MemoryContent content)
{
    const std::lock_guard lock(m_mutex);
    m_content = std::make_shared<const MemoryContent>(std::move(content));
}

qint64 MemoryStore::rowCount(const QString &table) const
{
    const Content now = content();
    const auto found = now->tables.find(table);
    return found == now->tables.end() ? 0 : static_cast<qint64>(found->second.rows().size());
}

bool MemoryStore::holds(const QString &table, const QString &column, const std::string &text) const
{
    const Content now = content();
    const MemoryTable &found = now->tables.at(table);
    const auto index = static_cast<std::size_t>(found.columnIndex(column));
    return std::any_of(found.rows().begin(), found.rows().end(),
                       [&](const auto &row) { return row.second[index] == MemoryCell(text); });
}

QString MemoryStore::sentence(const QString &what) const
{
    return QStringLiteral("The database %1 reports: %2. Try again.").arg(location(), what);
}

SqlError MemoryStore::error(ErrorClass errorClass, const QString &what) const
{
    return {errorClass, 1, sentence(what)};
}

void MemoryStore::strikeAt(MemoryCall call, int number, MemoryTrouble trouble)
{
    on(call) = [left = std::make_shared<std::atomic<int>>(number), trouble] {
        return left->fetch_sub(1) == 1 ? trouble : MemoryTrouble();
    };
}

MemoryTrouble MemoryStore::troubleAt(MemoryCall call) const
{
    const Fault &fault = m_faults[static_cast<std::size_t>(call)];
    return fault ? fault() : MemoryTrouble();
}

} // namespace Weir::Test
