// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Weir {

class MappingModel;
class Theme;

/// Fields of the column mapping: chosen from a list; columns that are not loaded stand back.
class MappingDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    MappingDelegate(const Theme &theme, const MappingModel &model, QObject *parent);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const MappingModel &m_model;
};

} // namespace Weir
