// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/widgets/problemdelegate.h"

namespace Weir {

/// Cells of the test data: those that break a rule are marked, and blank ones say what stands for them.
class TestDataDelegate : public ProblemDelegate
{
    Q_OBJECT
public:
    explicit TestDataDelegate(const Theme &theme, QObject *parent = nullptr);

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace Weir
