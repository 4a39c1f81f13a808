// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "core/rules/ruleset.h"
#include "models/project/projectdocument.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace Weir {

/// One entity's test data, editable; each edit is an undo step of the document. Invalid cells carry their
/// rule's message; rows carry the last run's verdict until they are edited. GUI thread.
class TestDataModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Roles {
        ViolationRole = Qt::UserRole + 1, // QString: first message for this cell, empty when valid
        RowViolationsRole,                // QStringList: all messages of the row
        VerdictRole,     // int: Weir::Verdict of the last run, or -1; also of the vertical header
        PlaceholderRole, // QString: what to paint grey in a blank cell ("auto" for a key)
    };

    TestDataModel(ProjectDocument &document, QString entity, QObject *parent = nullptr);
    ~TestDataModel() override;

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
    void duplicateRows(const QList<int> &rows); // below the last of them; the copies' keys are blank
    using QAbstractTableModel::moveRows;
    void moveRows(const QList<int> &rows, int delta); // -1 up, +1 down
    QString copy(const QModelIndexList &cells) const; // tab-separated
    /// Tab-separated text, from this cell on (an invalid index: below the last row); rows are added as
    /// needed, columns beyond the last are left out. False: nothing to paste.
    bool paste(const QModelIndex &at, const QString &text);
    void clearCells(const QModelIndexList &cells);
    void resetToSample(); // does nothing for an entity the sample does not have
    bool hasSample() const;

    /// Call when a run starts: outcomes then find their rows, though these are moved or edited meanwhile.
    void beginRun();
    /// The verdicts of these rows (those of other entities are passed over); other rows keep theirs.
    void setVerdicts(const QList<Outcome> &outcomes);
    void clearVerdicts();
    /// Rows that would be rejected now, or that the last run did not insert.
    QList<int> rejectedRows() const;

private:
    struct RowState
    {
        std::optional<QList<Violation>> violations; // nullopt: not checked since the last change
        int verdict = -1;
        QString reason;
        bool isDue = false;     // the last run did not insert it; mending it does not change that
        qint64 numberInRun = 0; // 0: not in the run, or edited since it began
    };

    void connectDocument();
    void connectInsertions();
    void connectRemovals();
    void connectMoves();
    bool shows(const QString &entityName) const { return entityName == m_entity && entity(); }
    void load();
    const Entity *entity() const;
    const QList<TestRow> &rows() const;
    bool isBlankKey(int column, const QString &text) const;
    TestRow blankRow() const;
    QList<Violation> check(const TestRow &row) const;
    const QList<Violation> &violations(int row) const;
    QStringList messages(int row, int column) const; // column -1: all
    QVariant cellText(const QModelIndex &index, int role) const;
    QVariant rowHeader(int row, int role) const;
    QString verdictText(int row) const;
    void forgetVerdict(int row);
    void rowChanged(int row);
    void allRowsChanged();

    ProjectDocument &m_document;
    QString m_entity;
    std::unique_ptr<RuleSet> m_rules;
    mutable std::vector<RowState> m_states; // violations are found when asked for
    mutable std::optional<QList<TestRow>> m_sampleRows;
};

} // namespace Weir
