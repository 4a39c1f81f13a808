// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QPointer>

namespace Weir {

class LoadDraft;

/// The first lines of a file on the load sheet, with what is wrong with them. GUI thread.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ProblemRole = Qt::UserRole + 1, // QString: why this cell is refused; empty: it is not
    };

    explicit PreviewModel(LoadDraft &draft, QObject *parent = nullptr);

    void setFile(int row); // -1: none

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString problems(int row, int column) const; // of the line as a whole: in its first cell
    QString text(const QModelIndex &index) const;

    QPointer<LoadDraft> m_draft;
    int m_file = -1;
    int m_rows = 0;
    int m_columns = 0;
};

} // namespace Weir
