// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Weir {

class Theme;

/// Counts of the summary: each outcome in its colour, zeros grey.
class CountDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit CountDelegate(const Theme &theme, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace Weir
