// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadhistorymodel.h"

#include "core/text/printabletext.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"

#include <QDir>
#include <QLocale>

namespace Weir {

LoadHistoryModel::LoadHistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void LoadHistoryModel::setLoads(const QList<RecordedLoad> &loads)
{
    beginResetModel();
    m_loads = loads;
    endResetModel();
}

int LoadHistoryModel::rowOf(const QByteArray &loadId) const
{
    for (int row = 0; row < m_loads.size(); ++row) {
        if (m_loads.at(row).load.id == loadId)
            return row;
    }
    return -1;
}

int LoadHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_loads.size());
}

int LoadHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadHistoryModel::cell(const RecordedLoad &known, int column) const
{
    const LedgerEntry &load = known.load;
    const QLocale locale;
    switch (column) {
    case Started:
        return locale.toString(load.started.toLocalTime(), QLocale::ShortFormat);
    case File:
        return load.file == QLatin1String("-") ? tr("standard input") : fileNameText(load.file);
    case EntityColumn:
        return printableText(load.entity);
    case Database:
        return printableText(known.database);
    case State:
        return loadStateText(load.state);
    case Written:
        return locale.toString(load.counts.written());
    case Rejected:
        return locale.toString(load.counts.rejected);
    case Failed:
        return locale.toString(load.counts.failed);
    default:
        return {};
    }
}

QVariant LoadHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordedLoad &known = m_loads.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(known, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(index.column() == File ? QDir::toNativeSeparators(known.load.file)
                                                   : cell(known, index.column()));
    case Qt::TextAlignmentRole:
        if (index.column() >= Written)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant LoadHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Started"), tr("File"),    tr("Entity"),   tr("Database"),
                              tr("State"),   tr("Written"), tr("Rejected"), tr("Failed")};
    return titles[section];
}

} // namespace Weir
