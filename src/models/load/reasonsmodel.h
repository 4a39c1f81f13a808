// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <QAbstractTableModel>

#include <vector>

namespace Weir {

/// Why lines are not in the tables, one row for each violation: the first `Capacity` of a load; all are in
/// the reasons files. GUI thread.
class ReasonsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns {
        File,
        Line,
        ByteOffset,
        Stage,
        RuleColumn,
        FieldColumn,
        Value,
        Message,
        Code,
        Attempts,
        ColumnCount
    };
    enum Roles { SortRole = Qt::UserRole + 1 };
    static constexpr int Capacity = 20000;

    explicit ReasonsModel(QObject *parent = nullptr);

    void begin(const QStringList &paths); // of the load's files
    void append(const QList<RejectReason> &reasons);
    const QStringList &paths() const { return m_paths; }
    const RejectReason &reason(int row) const { return m_reasons[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const RejectReason &reason, int column) const;
    QVariant sortValue(const RejectReason &reason, int column) const;

    QStringList m_paths;
    std::vector<RejectReason> m_reasons;
};

} // namespace Weir
