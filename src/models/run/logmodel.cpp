// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/logmodel.h"

#include "core/text/delimitedtext.h"
#include "core/text/printabletext.h"
#include "models/plaintext.h"
#include "models/wording.h"

#include <QFont>
#include <QLocale>
#include <QTime>

#include <algorithm>
#include <iterator>
#include <set>

namespace Weir {

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void LogModel::beginRun(quint64 runId, const Project &project)
{
    m_runId = runId;
    m_entities = project.entities;
    addLine(HeadingKind, tr("Run %1 of '%2'").arg(QString::number(runId), printableText(project.name)));
}

void LogModel::append(const std::vector<TaskReport> &reports)
{
    std::vector<Line> lines;
    for (const TaskReport &report : reports) {
        if (report.runId != m_runId)
            continue;
        for (const Outcome &outcome : report.outcomes)
            lines.push_back(lineOf(report, outcome));
    }
    addLines(std::move(lines));
}

LogModel::Line LogModel::lineOf(const TaskReport &report, const Outcome &outcome) const
{
    Line line;
    line.verdict = outcome.verdict;
    line.task = report.trace.task + 1;
    line.row = outcome.row;
    line.timeNs = report.trace.endNs();
    if (outcome.entity >= 0 && outcome.entity < m_entities.size()) {
        line.entity = m_entities.at(outcome.entity).name;
        line.title = m_entities.at(outcome.entity).title;
    }
    switch (outcome.verdict) {
    case Verdict::Inserted:
        line.message = tr("%1 inserted with key %2").arg(outcome.display, outcome.key.text());
        break;
    case Verdict::Updated:
        line.message = tr("%1 replaced a row, with key %2").arg(outcome.display, outcome.key.text());
        break;
    case Verdict::Rejected: {
        QStringList messages;
        for (const Violation &violation : outcome.violations)
            messages.append(violation.message);
        line.message = messages.join(QStringLiteral("; "));
        break;
    }
    case Verdict::Failed:
        line.message = outcome.error;
        break;
    case Verdict::Cancelled:
        line.message = tr("%1 not written: the run was stopped").arg(outcome.display);
        break;
    }
    return line;
}

void LogModel::note(const QString &text)
{
    addLine(NoteKind, text);
}

void LogModel::addLine(Kind kind, const QString &text)
{
    Line line;
    line.kind = kind;
    line.clock = QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm:ss"));
    line.message = text;
    addLines({std::move(line)});
}

void LogModel::addLines(std::vector<Line> lines)
{
    if (lines.empty())
        return;
    if (lines.size() > Capacity)
        lines.erase(lines.begin(), lines.end() - Capacity);
    const int added = static_cast<int>(lines.size());
    const int excess = rowCount() + added - Capacity;
    if (excess > 0) {
        beginRemoveRows({}, 0, excess - 1);
        m_lines.erase(m_lines.begin(), m_lines.begin() + excess);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + added - 1);
    m_lines.insert(m_lines.end(), std::make_move_iterator(lines.begin()),
                   std::make_move_iterator(lines.end()));
    endInsertRows();
}

void LogModel::clear()
{
    if (m_lines.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_lines.clear();
    endRemoveRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::cell(const Line &line, int column) const
{
    if (column == Message)
        return printableText(line.message);
    if (line.kind != RowKind)
        return column == Time ? line.clock : QString();
    switch (column) {
    case Time:
        return tr("%1 ms").arg(QLocale().toString(static_cast<double>(line.timeNs) / 1e6, 'f', 3));
    case Task:
        return QString::number(line.task);
    case EntityColumn:
        return printableText(line.title);
    case Row:
        return QString::number(line.row);
    case VerdictColumn:
        return verdictName(line.verdict);
    default:
        return {};
    }
}

QVariant LogModel::sortValue(const Line &line, int column) const
{
    switch (column) {
    case Time:
        return line.timeNs;
    case Task:
        return line.task;
    case Row:
        return line.row;
    default:
        return cell(line, column);
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = this->line(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, column);
    case Qt::ToolTipRole:
        return plainToolTip(cell(line, column));
    case Qt::TextAlignmentRole:
        if (column == Time || column == Task || column == Row)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return line.kind == HeadingKind ? QVariant(font) : QVariant();
    }
    case VerdictRole:
        return line.kind == RowKind ? static_cast<int>(line.verdict) : -1;
    case EntityRole:
        return line.entity;
    case KindRole:
        return line.kind;
    case SortRole:
        return sortValue(line, column);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Task:
        return tr("Task");
    case EntityColumn:
        return tr("Entity");
    case Row:
        return tr("Row");
    case VerdictColumn:
        return tr("Outcome");
    case Message:
        return tr("Message");
    default:
        return {};
    }
}

QString LogModel::text(const QModelIndexList &rows) const
{
    std::set<int> numbers;
    for (const QModelIndex &index : rows) {
        if (checkIndex(index, CheckIndexOption::IndexIsValid))
            numbers.insert(index.row());
    }
    QList<QStringList> lines;
    for (const int number : numbers) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(cell(line(number), column));
        lines.append(cells);
    }
    return tabSeparated(lines);
}

} // namespace Weir
