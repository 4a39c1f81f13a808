// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadprogressmodel.h"

#include "core/text/printabletext.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"
#include "models/wording.h"

#include <QDir>
#include <QLocale>

#include <algorithm>

namespace Weir {

namespace {

constexpr int Whole = 100;

bool isOver(FileState state)
{
    return state != FileState::Waiting && state != FileState::Loading;
}

double perSecond(qint64 count, qint64 ns)
{
    constexpr double Second = 1e9;
    return ns > 0 ? static_cast<double>(count) * Second / static_cast<double>(ns) : 0;
}

} // namespace

LoadProgressModel::LoadProgressModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void LoadProgressModel::begin(const LoadPlan &plan)
{
    beginResetModel();
    m_result.reset();
    m_lines.clear();
    for (const SourceFile &file : plan.files) {
        Line line;
        line.path = file.path;
        const Entity entity = plan.project.entities.value(file.entity);
        line.entity = entity.title;
        line.database = entity.database;
        m_lines.push_back(line);
    }
    endResetModel();
}

void LoadProgressModel::update(const std::vector<FileProgress> &progress, qint64 ms)
{
    const std::size_t count = std::min(progress.size(), m_lines.size());
    if (count == 0)
        return;
    for (std::size_t i = 0; i < count; ++i) {
        Line &line = m_lines[i];
        line.progress = progress[i];
        if (line.progress.state == FileState::Waiting)
            continue;
        if (!isOver(line.progress.state)) {
            line.rows.add(ms, line.progress.counts.read());
            line.bytes.add(ms, line.progress.bytes);
        }
        line.rowsPerSecond = line.rows.perSecond();
        line.bytesPerSecond = line.bytes.perSecond();
    }
    Q_EMIT dataChanged(index(0, State), index(static_cast<int>(count) - 1, ColumnCount - 1));
}

void LoadProgressModel::finish(const LoadResult &result)
{
    m_result = result;
    for (std::size_t i = 0; i < m_lines.size() && static_cast<qsizetype>(i) < result.files.size(); ++i) {
        const FileResult &file = result.files.at(static_cast<qsizetype>(i));
        Line &line = m_lines[i];
        line.progress = {file.state, file.counts, file.earlier, file.bytes, file.size};
        line.rowsPerSecond = perSecond(file.counts.read(), file.elapsedNs);
        line.bytesPerSecond = perSecond(file.bytes, file.elapsedNs);
        line.error = file.error;
    }
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LoadProgressModel::setNotResumable(const QByteArray &loadId)
{
    if (!m_result)
        return;
    for (FileResult &file : m_result->files) {
        if (file.loadId == loadId)
            file.resumable = false;
    }
}

LoadProgressModel::Total LoadProgressModel::total() const
{
    Total total;
    qint64 size = 0;
    for (const Line &line : m_lines) {
        total.counts += line.progress.counts;
        total.bytes += line.progress.bytes;
        size = size < 0 || line.progress.size < 0 ? -1 : size + line.progress.size;
        if (line.progress.state != FileState::Loading)
            continue;
        total.rowsPerSecond += line.rowsPerSecond;
        total.bytesPerSecond += line.bytesPerSecond;
    }
    total.size = m_lines.empty() ? -1 : size;
    if (total.size >= 0 && total.bytesPerSecond > 0)
        total.secondsLeft =
            static_cast<double>(std::max<qint64>(size - total.bytes, 0)) / total.bytesPerSecond;
    if (m_result) {
        total.rowsPerSecond = perSecond(total.counts.read(), m_result->elapsedNs);
        total.bytesPerSecond = perSecond(total.bytes, m_result->elapsedNs);
    }
    return total;
}

qint64 LoadProgressModel::written(const QString &database) const
{
    qint64 rows = 0;
    for (const Line &line : m_lines) {
        if (line.database == database)
            rows += line.progress.counts.written();
    }
    return rows;
}

double LoadProgressModel::Line::secondsLeft() const
{
    if (isOver(progress.state))
        return 0;
    if (progress.size < 0 || bytesPerSecond <= 0)
        return -1;
    return static_cast<double>(std::max<qint64>(progress.size - progress.bytes, 0)) / bytesPerSecond;
}

int LoadProgressModel::Line::percent() const
{
    if (progress.state == FileState::Finished)
        return Whole;
    if (progress.size < 0)
        return -1;
    if (progress.size == 0)
        return 0;
    return static_cast<int>(
        std::clamp<double>(static_cast<double>(progress.bytes) / static_cast<double>(progress.size), 0, 1)
        * Whole);
}

int LoadProgressModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LoadProgressModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadProgressModel::cell(const Line &line, int column) const
{
    const QLocale locale;
    const Counts &counts = line.progress.counts;
    switch (column) {
    case File:
        return fileNameText(line.path);
    case EntityColumn:
        return printableText(line.entity);
    case State:
        return fileStateText(line.progress.state);
    case Progress:
        return line.percent() < 0 ? QString() : tr("%1 %").arg(line.percent());
    case Rows:
        return locale.toString(counts.read());
    case RowsPerSecond:
        return countText(line.rowsPerSecond);
    case BytesPerSecond:
        return throughputText(line.bytesPerSecond);
    case Remaining:
        return isOver(line.progress.state) ? QString() : remainingText(line.secondsLeft());
    case Inserted:
        return locale.toString(counts.inserted);
    case Rejected:
        return locale.toString(counts.rejected);
    case Failed:
        return locale.toString(counts.failed);
    case Cancelled:
        return locale.toString(counts.cancelled);
    case Updated:
        return locale.toString(counts.updated);
    default:
        return {};
    }
}

QString LoadProgressModel::toolTip(const Line &line) const
{
    QStringList lines{QDir::toNativeSeparators(line.path)};
    if (line.progress.earlier.read() > 0)
        lines.append(tr("Loaded before: %1 rows", nullptr, pluralOf(line.progress.earlier.read()))
                         .arg(QLocale().toString(line.progress.earlier.read())));
    if (!line.error.isEmpty())
        lines.append(line.error);
    return lines.join(u'\n');
}

QVariant LoadProgressModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(line));
    case Qt::AccessibleDescriptionRole:
        return line.error;
    case Qt::TextAlignmentRole:
        if (index.column() >= Rows)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case PercentRole:
        return line.percent();
    case StateRole:
        return static_cast<int>(line.progress.state);
    default:
        return {};
    }
}

QVariant LoadProgressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("File"),   tr("Entity"),    tr("State"),     tr("Progress"), tr("Rows"),
                              tr("Rows/s"), tr("Bytes/s"),   tr("Time left"), tr("Inserted"), tr("Rejected"),
                              tr("Failed"), tr("Cancelled"), tr("Updated")};
    return titles[section];
}

} // namespace Weir
