// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/mappingdelegate.h"

#include "gui/widgets/celllook.h"
#include "models/load/mappingmodel.h"

#include <QComboBox>

namespace Weir {

MappingDelegate::MappingDelegate(const Theme &theme, const MappingModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{}

void MappingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != MappingModel::FieldColumn)
        return;
    const bool loaded = index.data(Qt::EditRole).toInt() > 0;
    if (!loaded)
        mute(option, m_theme);
    // It is a list to choose from, and looks so.
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationPosition = QStyleOptionViewItem::Right;
    option->decorationSize = QSize(12, 12);
    option->icon = QIcon(m_theme.isDark() ? QStringLiteral(":/weir/icons/chevron-down-dark.svg")
                                          : QStringLiteral(":/weir/icons/chevron-down.svg"));
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &) const
{
    auto *combo = new QComboBox(parent);
    combo->setAccessibleName(
        m_model.headerData(MappingModel::FieldColumn, Qt::Horizontal, Qt::DisplayRole).toString());
    combo->addItems(m_model.choices());
    // A choice counts at once, not only when the focus leaves.
    connect(combo, &QComboBox::activated, this,
            [this, combo] { Q_EMIT const_cast<MappingDelegate *>(this)->commitData(combo); });
    return combo;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *combo = qobject_cast<QComboBox *>(editor))
        combo->setCurrentIndex(index.data(Qt::EditRole).toInt());
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *combo = qobject_cast<QComboBox *>(editor))
        model->setData(index, combo->currentIndex(), Qt::EditRole);
}

void MappingDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    fillCell(editor, option);
}

} // namespace Weir
