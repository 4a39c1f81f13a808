// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/testdatamodel.h"

#include "core/text/printabletext.h"
#include "models/plaintext.h"
#include "models/wording.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace Weir {

TestDataModel::TestDataModel(ProjectDocument &document, QString entity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_entity(std::move(entity))
{
    load();
    connectDocument();
}

TestDataModel::~TestDataModel() = default;

void TestDataModel::connectDocument()
{
    connect(&m_document, &ProjectDocument::aboutToReset, this, [this] { beginResetModel(); });
    connect(&m_document, &ProjectDocument::reset, this, [this] {
        load();
        endResetModel();
    });
    connect(&m_document, &ProjectDocument::rowsAboutToBeReplaced, this, [this](const QString &name) {
        if (shows(name))
            beginResetModel();
    });
    connect(&m_document, &ProjectDocument::rowsReplaced, this, [this](const QString &name) {
        if (!shows(name))
            return;
        load();
        endResetModel();
    });
    connect(&m_document, &ProjectDocument::cellChanged, this, [this](const QString &name, int row) {
        if (shows(name))
            rowChanged(row);
    });
    connectInsertions();
    connectRemovals();
    connectMoves();
}

void TestDataModel::connectInsertions()
{
    connect(&m_document, &ProjectDocument::rowsAboutToBeInserted, this,
            [this](const QString &name, int first, int count) {
                if (shows(name))
                    beginInsertRows({}, first, first + count - 1);
            });
    connect(&m_document, &ProjectDocument::rowsInserted, this,
            [this](const QString &name, int first, int count) {
                if (!shows(name))
                    return;
                m_states.insert(m_states.begin() + first, static_cast<std::size_t>(count), RowState());
                endInsertRows();
            });
}

void TestDataModel::connectRemovals()
{
    connect(&m_document, &ProjectDocument::rowsAboutToBeRemoved, this,
            [this](const QString &name, int first, int count) {
                if (shows(name))
                    beginRemoveRows({}, first, first + count - 1);
            });
    connect(&m_document, &ProjectDocument::rowsRemoved, this,
            [this](const QString &name, int first, int count) {
                if (!shows(name))
                    return;
                m_states.erase(m_states.begin() + first, m_states.begin() + first + count);
                endRemoveRows();
            });
}

void TestDataModel::connectMoves()
{
    connect(&m_document, &ProjectDocument::rowsAboutToBeMoved, this,
            [this](const QString &name, int first, int count, int to) {
                if (shows(name))
                    beginMoveRows({}, first, first + count - 1, {}, to);
            });
    connect(&m_document, &ProjectDocument::rowsMoved, this,
            [this](const QString &name, int first, int count, int to) {
                if (!shows(name))
                    return;
                const auto begin = m_states.begin();
                if (to > first)
                    std::rotate(begin + first, begin + first + count, begin + to);
                else
                    std::rotate(begin + to, begin + first, begin + first + count);
                endMoveRows();
            });
}

void TestDataModel::load()
{
    m_rules = entity() ? std::make_unique<RuleSet>(*entity()) : nullptr;
    m_states.assign(static_cast<std::size_t>(rows().size()), RowState());
    beginRun();
}

const Entity *TestDataModel::entity() const
{
    const int index = m_document.project().entityIndex(m_entity);
    return index < 0 ? nullptr : &m_document.project().entities.at(index);
}

const QList<TestRow> &TestDataModel::rows() const
{
    static const QList<TestRow> none;
    const auto found = m_document.project().testData.constFind(m_entity);
    return !entity() || found == m_document.project().testData.cend() ? none : *found;
}

int TestDataModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

int TestDataModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !entity() ? 0 : static_cast<int>(entity()->fields.size());
}

bool TestDataModel::isBlankKey(int column, const QString &text) const
{
    return text.isEmpty() && entity()->fields.at(column).key;
}

TestRow TestDataModel::blankRow() const
{
    return TestRow(columnCount(), QStringLiteral(""));
}

QList<Violation> TestDataModel::check(const TestRow &row) const
{
    RowBatch batch(columnCount());
    batch.appendRow(1, row);
    return m_rules->check(batch.row(0));
}

const QList<Violation> &TestDataModel::violations(int row) const
{
    RowState &state = m_states[static_cast<std::size_t>(row)];
    if (!state.violations)
        state.violations = check(rows().at(row));
    return *state.violations;
}

QStringList TestDataModel::messages(int row, int column) const
{
    QStringList result;
    for (const Violation &violation : violations(row)) {
        if (column < 0 || violation.column == column)
            result.append(violation.message);
    }
    return result;
}

QStringList TestDataModel::violationsFor(int row, int column, const QString &text) const
{
    if (!hasIndex(row, column))
        return {};
    TestRow cells = rows().at(row);
    while (cells.size() <= column)
        cells.append(QString());
    cells[column] = text;
    QStringList result;
    for (const Violation &violation : check(cells)) {
        if (violation.column == column)
            result.append(violation.message);
    }
    return result;
}

QVariant TestDataModel::cellText(const QModelIndex &index, int role) const
{
    const QString text = rows().at(index.row()).value(index.column());
    switch (role) {
    case Qt::EditRole:
        return text;
    case PlaceholderRole:
        return isBlankKey(index.column(), text) ? tr("auto") : QString();
    case Qt::AccessibleTextRole:
        if (isBlankKey(index.column(), text))
            return tr("automatic");
        return text.isEmpty() ? tr("blank") : printableText(text);
    default:
        return printableText(text);
    }
}

QVariant TestDataModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case PlaceholderRole:
    case Qt::AccessibleTextRole:
        return cellText(index, role);
    case ViolationRole:
        return messages(index.row(), index.column()).value(0);
    case Qt::AccessibleDescriptionRole:
        return messages(index.row(), index.column()).join(QStringLiteral(". "));
    case Qt::ToolTipRole:
        return plainToolTip(messages(index.row(), index.column()).join(QLatin1Char('\n')));
    case RowViolationsRole:
        return messages(index.row(), -1);
    case VerdictRole:
        return m_states[static_cast<std::size_t>(index.row())].verdict;
    case Qt::TextAlignmentRole:
        if (isNumeric(entity()->fields.at(index.column()).type))
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

bool TestDataModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_document.setCell(m_entity, index.row(), index.column(), value.toString());
    return true;
}

QVariant TestDataModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return section >= 0 && section < rowCount() ? rowHeader(section, role) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const Field &field = entity()->fields.at(section);
    if (role == Qt::DisplayRole)
        return printableText(field.label);
    if (role == Qt::ToolTipRole)
        return plainToolTip(field.key ? tr("%1: left blank, the database gives it").arg(field.label)
                                      : field.label);
    return {};
}

QVariant TestDataModel::rowHeader(int row, int role) const
{
    const int verdict = m_states[static_cast<std::size_t>(row)].verdict;
    switch (role) {
    case Qt::DisplayRole: {
        const QString number = QString::number(row + 1);
        return verdict < 0 ? number : number + QLatin1Char(' ') + verdictSign(static_cast<Verdict>(verdict));
    }
    case VerdictRole:
        return verdict;
    case Qt::ToolTipRole:
        return plainToolTip(verdictText(row));
    case Qt::AccessibleTextRole:
        return verdict < 0 ? tr("Row %1").arg(row + 1) : tr("Row %1: %2").arg(row + 1).arg(verdictText(row));
    default:
        return {};
    }
}

QString TestDataModel::verdictText(int row) const
{
    const RowState &state = m_states[static_cast<std::size_t>(row)];
    if (state.verdict < 0)
        return {};
    const QString name = verdictName(static_cast<Verdict>(state.verdict));
    return state.reason.isEmpty() ? name : name + QStringLiteral(": ") + state.reason;
}

Qt::ItemFlags TestDataModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsEditable | Qt::ItemNeverHasChildren : base;
}

void TestDataModel::rowChanged(int row)
{
    m_states[static_cast<std::size_t>(row)].violations.reset();
    forgetVerdict(row);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, row, row);
}

void TestDataModel::forgetVerdict(int row)
{
    RowState &state = m_states[static_cast<std::size_t>(row)];
    state.verdict = -1;
    state.reason.clear();
    state.numberInRun = 0;
}

void TestDataModel::allRowsChanged()
{
    if (m_states.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

void TestDataModel::beginRun()
{
    for (std::size_t i = 0; i < m_states.size(); ++i)
        m_states[i].numberInRun = static_cast<qint64>(i) + 1;
}

void TestDataModel::setVerdicts(const QList<Outcome> &outcomes)
{
    const int mine = m_document.project().entityIndex(m_entity);
    QHash<qint64, int> rowOfNumber;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        if (m_states[i].numberInRun > 0)
            rowOfNumber.insert(m_states[i].numberInRun, static_cast<int>(i));
    }
    for (const Outcome &outcome : outcomes) {
        const int row = outcome.entity == mine ? rowOfNumber.value(outcome.row, -1) : -1;
        if (row < 0)
            continue;
        RowState &state = m_states[static_cast<std::size_t>(row)];
        state.verdict = static_cast<int>(outcome.verdict);
        state.isDue = outcome.verdict != Verdict::Inserted && outcome.verdict != Verdict::Updated;
        state.reason = outcome.reason();
    }
    allRowsChanged();
}

void TestDataModel::clearVerdicts()
{
    for (int row = 0; row < rowCount(); ++row) {
        forgetVerdict(row);
        m_states[static_cast<std::size_t>(row)].isDue = false;
    }
    beginRun();
    allRowsChanged();
}

QList<int> TestDataModel::rejectedRows() const
{
    QList<int> result;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_states[static_cast<std::size_t>(row)].isDue || !violations(row).isEmpty())
            result.append(row);
    }
    return result;
}

} // namespace Weir
