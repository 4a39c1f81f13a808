// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/previewmodel.h"

#include "core/text/printabletext.h"
#include "models/load/loaddraft.h"
#include "models/plaintext.h"

#include <QLocale>

#include <algorithm>

namespace Weir {

PreviewModel::PreviewModel(LoadDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(&draft)
{
    connect(&draft, &LoadDraft::fileChanged, this, [this](int row) {
        if (row == m_file)
            setFile(row);
    });
}

void PreviewModel::setFile(int row)
{
    beginResetModel();
    m_file = row;
    m_rows = 0;
    m_columns = 0;
    if (row >= 0) {
        const CsvDetection &detection = m_draft->file(row).detection;
        m_rows = static_cast<int>(detection.rows.size());
        m_columns = static_cast<int>(detection.header.size());
        for (const std::vector<std::string> &cells : detection.rows)
            m_columns = std::max(m_columns, static_cast<int>(cells.size()));
    }
    endResetModel();
}

int PreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int PreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QString PreviewModel::problems(int row, int column) const
{
    const PreviewCheck &check = m_draft->file(m_file).check;
    if (static_cast<std::size_t>(row) >= check.rows.size())
        return {};
    return problemText(check.rows[static_cast<std::size_t>(row)], column);
}

QString PreviewModel::text(const QModelIndex &index) const
{
    constexpr int Longest = 200;
    const auto &cells = m_draft->file(m_file).detection.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    return column < cells.size() ? shortText(QString::fromStdString(cells[column]), Longest) : QString();
}

QVariant PreviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case ProblemRole:
    case Qt::AccessibleDescriptionRole:
        return problems(index.row(), index.column());
    case Qt::ToolTipRole: {
        const QString why = problems(index.row(), index.column());
        return plainToolTip(why.isEmpty() ? text(index) : why);
    }
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0 || m_file < 0)
        return {};
    const CsvDetection &detection = m_draft->file(m_file).detection;
    if (orientation == Qt::Horizontal)
        return section < detection.header.size() ? printableText(detection.header.at(section)) : QString();
    const auto row = static_cast<std::size_t>(section);
    return row < detection.lines.size() ? QLocale().toString(detection.lines[row]) : QString();
}

} // namespace Weir
