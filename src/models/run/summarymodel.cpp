// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/summarymodel.h"

#include "core/text/printabletext.h"
#include "models/plaintext.h"
#include "models/wording.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Weir {

SummaryModel::SummaryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void SummaryModel::beginRun(quint64 runId, const Project &project)
{
    m_runId = runId;
    m_hasResult = false;
    m_result = RunResult();
    m_lineOfEntity.clear();
    std::vector<Line> lines;
    for (const Entity &entity : project.entities) {
        const bool takesPart = !project.rowsOf(entity.name).isEmpty();
        m_lineOfEntity.append(takesPart ? static_cast<int>(lines.size()) : -1);
        if (takesPart)
            lines.push_back({entity.name, entity.title, Counts(), QString()});
    }
    showLines(std::move(lines));
    Q_EMIT figuresChanged();
}

void SummaryModel::append(const std::vector<TaskReport> &reports)
{
    bool changed = false;
    for (const TaskReport &report : reports) {
        if (report.runId != m_runId || m_hasResult)
            continue;
        for (const Outcome &outcome : report.outcomes) {
            const int line = m_lineOfEntity.value(outcome.entity, -1);
            if (line < 0)
                continue;
            m_lines[static_cast<std::size_t>(line)].counts.add(outcome.verdict);
            changed = true;
        }
    }
    if (!changed)
        return;
    updateTotal();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void SummaryModel::finish(const RunResult &result)
{
    m_result = result;
    m_runId = result.runId;
    m_hasResult = true;
    std::vector<Line> lines;
    for (const EntityResult &entity : result.entities)
        lines.push_back({entity.name, entity.title, entity.counts, entity.error});
    showLines(std::move(lines));
    Q_EMIT figuresChanged();
}

void SummaryModel::showLines(std::vector<Line> lines)
{
    lines.push_back({QString(), tr("Total"), Counts(), QString()});
    const auto sameLine = [](const Line &a, const Line &b) {
        return a.name == b.name && a.title == b.title;
    };
    if (std::equal(lines.cbegin(), lines.cend(), m_lines.cbegin(), m_lines.cend(), sameLine)) {
        m_lines = std::move(lines);
        updateTotal();
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_lines = std::move(lines);
    updateTotal();
    endResetModel();
}

void SummaryModel::updateTotal()
{
    Counts total;
    for (std::size_t i = 0; i + 1 < m_lines.size(); ++i)
        total += m_lines[i].counts;
    m_lines.back().counts = total;
}

QString SummaryModel::figureLabel(Figure figure)
{
    switch (figure) {
    case Elapsed:
        return tr("Elapsed");
    case RowsPerSecond:
        return tr("Rows per second");
    case P50:
        return tr("Latency p50");
    case P95:
        return tr("Latency p95");
    case P99:
        return tr("Latency p99");
    case Maximum:
        return tr("Latency maximum");
    case Retries:
        return tr("Retries");
    case Transactions:
        return tr("Transactions");
    case Threads:
        return tr("Threads");
    case Tasks:
        return tr("Tasks");
    case FigureCount:
        break;
    }
    return {};
}

QString SummaryModel::figureText(Figure figure) const
{
    const QString unknown = QStringLiteral("\u2013");
    const auto latency = [&](qint64 nanoseconds) {
        return m_result.latencies.areKnown() ? durationText(nanoseconds) : unknown;
    };
    if (!m_hasResult)
        return unknown;
    switch (figure) {
    case Elapsed:
        return durationText(m_result.elapsedNs);
    case RowsPerSecond: {
        const std::optional<double> rate = m_result.rowsPerSecond();
        return rate ? QLocale().toString(*rate, 'f', 0) : unknown;
    }
    case P50:
        return latency(m_result.latencies.p50);
    case P95:
        return latency(m_result.latencies.p95);
    case P99:
        return latency(m_result.latencies.p99);
    case Maximum:
        return latency(m_result.latencies.maximum);
    case Retries:
        return QLocale().toString(m_result.retries);
    case Transactions:
        return QLocale().toString(m_result.transactions);
    case Threads:
        return QLocale().toString(m_result.threads);
    case Tasks:
        return QLocale().toString(m_result.tasks);
    case FigureCount:
        break;
    }
    return {};
}

QString SummaryModel::entityError(int row) const
{
    return row >= 0 && row < rowCount() ? m_lines[static_cast<std::size_t>(row)].error : QString();
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int SummaryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

qint64 SummaryModel::count(const Line &line, int column) const
{
    switch (column) {
    case Inserted:
        return line.counts.inserted;
    case Rejected:
        return line.counts.rejected;
    case Failed:
        return line.counts.failed;
    case Cancelled:
        return line.counts.cancelled;
    case Updated:
        return line.counts.updated;
    default:
        return line.counts.read();
    }
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == EntityColumn ? printableText(line.title)
                                              : QLocale().toString(count(line, index.column()));
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return role == Qt::ToolTipRole ? plainToolTip(line.error) : line.error;
    case Qt::TextAlignmentRole:
        if (index.column() != EntityColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return line.name.isEmpty() ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case EntityColumn:
        return tr("Entity");
    case Inserted:
        return verdictName(Verdict::Inserted);
    case Rejected:
        return verdictName(Verdict::Rejected);
    case Failed:
        return verdictName(Verdict::Failed);
    case Cancelled:
        return verdictName(Verdict::Cancelled);
    case Updated:
        return verdictName(Verdict::Updated);
    case Total:
        return tr("Total");
    default:
        return {};
    }
}

} // namespace Weir
