// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "engine/run/runrecorder.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace Weir {

/// The live log: one line a row's verdict, bounded; the oldest lines go first. GUI thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { Time, Task, EntityColumn, Row, VerdictColumn, Message, ColumnCount };
    enum Roles {
        VerdictRole = Qt::UserRole + 1, // int: Weir::Verdict, or -1 for lines that are not a row's
        EntityRole,                     // QString: Entity::name, empty for lines that are not a row's
        SortRole,
        KindRole, // int: LogModel::Kind
    };
    enum Kind { RowKind, HeadingKind, NoteKind };
    static constexpr int Capacity = 20000;

    explicit LogModel(QObject *parent = nullptr);

    void beginRun(quint64 runId, const Project &project); // adds a heading line
    void append(const std::vector<TaskReport> &reports);  // reports of another run are dropped
    void note(const QString &text);                       // a line of the program's own
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Tab-separated lines with control characters shown as escapes.
    QString text(const QModelIndexList &rows) const;

private:
    struct Line
    {
        Kind kind = RowKind;
        Verdict verdict = Verdict::Inserted;
        int task = 0;      // from 1
        qint64 row = 0;    // from 1
        qint64 timeNs = 0; // from the run's start
        QString clock;     // time of day, for lines that are not a row's
        QString entity;
        QString title;
        QString message;
    };

    Line lineOf(const TaskReport &report, const Outcome &outcome) const;
    void addLine(Kind kind, const QString &text);
    void addLines(std::vector<Line> lines);
    const Line &line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
    QString cell(const Line &line, int column) const;
    QVariant sortValue(const Line &line, int column) const;

    std::deque<Line> m_lines;
    quint64 m_runId = 0;
    QList<Entity> m_entities; // of the run
};

} // namespace Weir
