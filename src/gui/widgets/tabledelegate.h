// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Weir {

class Theme;

/// Cells of a database table: rows inserted a moment ago are tinted, NULL is grey.
class TableDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit TableDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Weir
