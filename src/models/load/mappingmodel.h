// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QPointer>

namespace Weir {

class LoadDraft;

/// Which field each column of a file on the load sheet feeds: a line a column; the field can be changed. GUI
/// thread.
class MappingModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Columns { FileColumn, Example, FieldColumn, ColumnCount };

    explicit MappingModel(LoadDraft &draft, QObject *parent = nullptr);

    void setFile(int row); // -1: none
    /// To choose from: "not loaded", then the fields; EditRole is the index here.
    QStringList choices() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void update(int row);
    QString text(const QModelIndex &index) const;

    QPointer<LoadDraft> m_draft;
    int m_file = -1;
    int m_rows = 0;
};

} // namespace Weir
