// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadmonitor.h"
#include "engine/load/values/loadplan.h"
#include "models/load/ratemeter.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace Weir {

/// A load's files as they get on, or what they came to: a line each. GUI thread.
class LoadProgressModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns {
        File,
        EntityColumn,
        State,
        Progress,
        Rows,
        RowsPerSecond,
        BytesPerSecond,
        Remaining,
        Inserted,
        Rejected,
        Failed,
        Cancelled,
        Updated,
        ColumnCount
    };
    enum Roles {
        PercentRole = Qt::UserRole + 1, // int, 0 … 100; -1: not known
        StateRole,                      // int: FileState
    };

    /// Of all files together; negative: not known.
    struct Total
    {
        Counts counts; // of this load
        qint64 bytes = 0;
        qint64 size = -1;
        double rowsPerSecond = 0;
        double bytesPerSecond = 0;
        double secondsLeft = -1;
    };

    explicit LoadProgressModel(QObject *parent = nullptr);

    void begin(const LoadPlan &plan);
    /// `ms`: a clock that only goes forward.
    void update(const std::vector<FileProgress> &progress, qint64 ms);
    void finish(const LoadResult &result);
    /// The load was undone or forgotten.
    void setNotResumable(const QByteArray &loadId);

    Total total() const;
    qint64 written(const QString &database) const; // rows, so far, into this database
    const std::optional<LoadResult> &result() const { return m_result; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        QString path;
        QString entity;   // its title
        QString database; // DatabaseProfile::name
        FileProgress progress;
        RateMeter rows;
        RateMeter bytes;
        double rowsPerSecond = 0;
        double bytesPerSecond = 0;
        QString error;

        double secondsLeft() const;
        int percent() const;
    };

    QString cell(const Line &line, int column) const;
    QString toolTip(const Line &line) const;

    std::vector<Line> m_lines;
    std::optional<LoadResult> m_result;
};

} // namespace Weir
