// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <QAbstractTableModel>

namespace Weir {

/// A finished load's violations by file, stage, rule and column, with counts and examples. GUI thread.
class LoadGroupsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { File, Stage, RuleColumn, FieldColumn, Count, Example, ColumnCount };

    explicit LoadGroupsModel(QObject *parent = nullptr);

    void clear() { show({}); }
    void show(const LoadResult &result);
    int file(int row) const { return m_lines.at(row).file; } // index in the load's files
    const RejectGroup &group(int row) const { return m_lines.at(row).group; }
    qint64 total() const; // violations of all kinds

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Line
    {
        int file = 0;
        QString path;
        RejectGroup group;
    };

    QString cell(const Line &line, int column) const;
    QString examples(const RejectGroup &group) const;

    QList<Line> m_lines;
};

} // namespace Weir
