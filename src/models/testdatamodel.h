// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "core/ruleset.h"
#include "models/projectdocument.h"

#include <QAbstractTableModel>

#include <optional>

namespace Weir {

/// One entity's test data, editable; each edit is an undo step of the document. Invalid cells carry their
/// rule's message; rows carry the last run's verdict until they are edited. GUI thread.
class TestDataModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ViolationRole = Qt::UserRole + 1, // QString: first message for this cell, empty when valid
        RowViolationsRole, // QStringList: all messages of the row
        VerdictRole, // int: Weir::Verdict of the last run, or -1
    };

    TestDataModel(ProjectDocument &document, QString entity, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    const QString &entityName() const { return m_entity; }
    /// Messages the cell would have with this text: for marking while typing.
    QStringList violationsFor(int row, int column, const QString &text) const;

    void appendRow();
    void removeRowsAt(const QList<int> &rows);
    void duplicateRows(const QList<int> &rows);
    void moveRows(const QList<int> &rows, int delta); // -1 up, +1 down
    QString copy(const QModelIndexList &cells) const; // tab-separated
    /// Tab-separated text, from this cell on; rows are added as needed. False: nothing to paste.
    bool paste(const QModelIndex &at, const QString &text);
    void clearCells(const QModelIndexList &cells);
    void resetToSample(); // does nothing for an entity the sample does not have
    bool hasSample() const;

    void setVerdicts(const QList<Outcome> &outcomes);
    void clearVerdicts();
    /// Rows that would be rejected now, or that the last run did not insert.
    QList<int> rejectedRows() const;

private:
    ProjectDocument &m_document;
    QString m_entity;
};

} // namespace Weir
