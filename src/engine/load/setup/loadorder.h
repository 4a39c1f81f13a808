// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <QStringList>

#include <vector>

namespace Weir {

struct PreparedFile;
struct LoadTarget;

/// In which order the files of one database are written: those of a table before those of the tables that
/// refer to it, otherwise as given. Tables that refer to each other in a circle have no order but the given
/// one. A value.
class LoadOrder
{
public:
    struct File
    {
        int index = 0;         // in LoadPlan::files
        int entity = 0;        // in the list that `references` speak of
        bool isStream = false; // nobody knows when it ends
    };
    /// When a file is written.
    struct Turn
    {
        int index = 0;          // the file's
        std::vector<int> after; // the files that have to have ended before; what these wait for is left out
        bool followsStream = false; // one of these, or of what they wait for, is a stream
    };

    /// `files`: as given.
    LoadOrder(const std::vector<File> &files, const QList<TableReference> &references);

    /// The files in their order. Each waits for those before it. A stream waits for and holds up none but
    /// files of its own table and of related ones, not even through others.
    const std::vector<Turn> &turns() const { return m_turns; }
    bool isAsGiven() const { return m_isAsGiven; }

    /// What the user is told of an order that is not as given. `paths`: in this order.
    static QString note(const QString &database, const QStringList &paths);

private:
    struct Waiting
    {
        File file;
        std::vector<int> streams; // that it waits for, sorted
    };

    Turn turnOf(const std::vector<Waiting> &waiting) const;
    bool follows(const Waiting &one, const Waiting &other) const;
    void makeTurns(const std::vector<File> &order);
    void findAncestors(int entities, const QList<TableReference> &references);
    bool refers(int entity, int toEntity) const;
    bool goesBefore(int entity, int other) const;
    bool areRelated(int entity, int other) const;
    std::vector<File> sorted(const std::vector<File> &files) const;

    std::vector<std::vector<bool>> m_ancestors; // by entity: those that it refers to, through others as well
    std::vector<Turn> m_turns;
    bool m_isAsGiven = true;
};

/// Gives the jobs of each target that can be used their turns. A target whose catalogue cannot be read gets
/// that error.
void orderJobs(std::vector<PreparedFile> *jobs, std::vector<LoadTarget> *targets);

} // namespace Weir
