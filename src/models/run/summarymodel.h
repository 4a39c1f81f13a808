// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "core/runresult.h"
#include "engine/run/runrecorder.h"

#include <QAbstractTableModel>

#include <vector>

namespace Weir {

/// Figures of the run under way or the last one: a line per entity and a total. GUI thread.
class SummaryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { EntityColumn, Inserted, Rejected, Failed, Cancelled, Updated, Total, ColumnCount };
    enum Figure {
        Elapsed,
        RowsPerSecond,
        P50,
        P95,
        P99,
        Maximum,
        Retries,
        Transactions,
        Threads,
        Tasks,
        FigureCount
    };

    explicit SummaryModel(QObject *parent = nullptr);

    void beginRun(quint64 runId, const Project &project);
    void append(const std::vector<TaskReport> &reports); // live counts
    void finish(const RunResult &result);                // the final figures
    const RunResult &result() const { return m_result; }
    bool hasResult() const { return m_hasResult; }

    static QString figureLabel(Figure figure);
    QString figureText(Figure figure) const; // with its unit; "–" before a run
    QString entityError(int row) const;      // why the database could not be used; empty: it could

    int rowCount(const QModelIndex &parent = {}) const override; // none before the first run
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void figuresChanged();

private:
    struct Line
    {
        QString name; // Entity::name; empty: the total
        QString title;
        Counts counts;
        QString error;
    };

    void showLines(std::vector<Line> lines); // the total is added
    void updateTotal();
    qint64 count(const Line &line, int column) const;

    std::vector<Line> m_lines;
    QList<int> m_lineOfEntity; // by index in the run's project; -1: none
    RunResult m_result;
    quint64 m_runId = 0;
    bool m_hasResult = false;
};

} // namespace Weir
