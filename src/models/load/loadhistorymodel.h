// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loader.h"

#include <QAbstractTableModel>

namespace Weir {

/// The loads that the databases' ledgers know. GUI thread.
class LoadHistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { Started, File, EntityColumn, Database, State, Written, Rejected, Failed, ColumnCount };

    explicit LoadHistoryModel(QObject *parent = nullptr);

    void setLoads(const QList<RecordedLoad> &loads);
    const RecordedLoad &load(int row) const { return m_loads.at(row); }
    int rowOf(const QByteArray &loadId) const; // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString cell(const RecordedLoad &load, int column) const;

    QList<RecordedLoad> m_loads;
};

} // namespace Weir
