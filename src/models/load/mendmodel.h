// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rules/ruleset.h"
#include "models/load/mendlines.h"
#include "models/load/previewcheck.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace Weir {

/// A reject file's lines, to be mended: cells as the file's columns, each checked as it is typed. What the
/// database refused is marked until its line is edited. GUI thread.
class MendModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ProblemRole = Qt::UserRole + 1, // QString: why this cell is refused; empty: it is not
    };

    MendModel(const Entity &entity, const ColumnMapping &mapping, QObject *parent = nullptr);

    void setLines(const MendLines &lines);
    /// More of the same file.
    void addLines(const MendLines &lines);
    /// As they are now; blank cells beyond the file's columns are left out.
    MendLines lines() const;
    int badRows() const;
    /// Something would be lost if the lines were read again.
    bool isEdited() const { return m_edited; }
    /// What would be wrong with this text in this cell.
    QString problemsFor(const QModelIndex &index, const QString &text) const;
    /// The next bad cell after this one, round the end; invalid: all are good.
    QModelIndex nextProblem(const QModelIndex &after) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    using Cells = std::vector<std::string>;
    struct Row
    {
        Cells cells; // UTF-8, or damaged text as it was found
        QList<LineProblem> problems;
    };

    Row makeRow(const MendLine &line) const;
    Cells trimmed(Cells cells) const;
    QList<LineProblem> check(const Cells &cells) const;
    static Cells replaced(Cells cells, int column, const QString &text);
    QString text(const QModelIndex &index) const;
    const Row &row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    const Entity m_entity;
    const ColumnMapping m_mapping;
    const RuleSet m_rules;
    QStringList m_header;
    std::vector<Row> m_rows;
    int m_columns;
    bool m_edited = false;
};

} // namespace Weir
