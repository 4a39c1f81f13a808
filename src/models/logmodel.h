// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runrecorder.h"
#include "core/project.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>
#include <optional>

namespace Weir {

/// The live log: one line a row's verdict, bounded; the oldest lines go first. GUI thread.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { Time, Task, EntityColumn, Row, VerdictColumn, Message, ColumnCount };
    enum Roles { VerdictRole = Qt::UserRole + 1, EntityRole, SortRole };
    static constexpr int Capacity = 20000;

    explicit LogModel(QObject *parent = nullptr);

    void beginRun(quint64 runId, const Project &project); // adds a heading line
    void append(const std::vector<TaskReport> &reports); // reports of another run are dropped
    void note(const QString &text); // a line of the program's own
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Tab-separated lines with control characters shown as escapes.
    QString text(const QModelIndexList &rows) const;

private:
    struct Line;
    std::deque<Line> m_lines;
};

/// Filters a LogModel by text, entity and outcome. GUI thread.
class LogFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LogFilterModel(QObject *parent = nullptr);
    void setText(const QString &text);
    void setEntity(const QString &entity); // empty: all
    void setVerdict(std::optional<Verdict> verdict); // nullopt: all

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_text;
    QString m_entity;
    std::optional<Verdict> m_verdict;
};

} // namespace Weir
