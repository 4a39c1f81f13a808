// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/testdatadelegate.h"

#include "gui/widgets/celllook.h"
#include "models/project/testdatamodel.h"

#include <QLineEdit>

namespace Weir {

namespace {

QString problemsFor(const QModelIndex &index, const QString &text)
{
    const auto *model = qobject_cast<const TestDataModel *>(index.model());
    return model ? model->violationsFor(index.row(), index.column(), text).join(u'\n') : QString();
}

} // namespace

TestDataDelegate::TestDataDelegate(const Theme &theme, QObject *parent)
    : ProblemDelegate(theme, TestDataModel::ViolationRole, parent, problemsFor)
{}

void TestDataDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    ProblemDelegate::initStyleOption(option, index);
    const QString placeholder = index.data(TestDataModel::PlaceholderRole).toString();
    if (!placeholder.isEmpty())
        showInstead(option, placeholder, theme());
}

QWidget *TestDataDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    QWidget *editor = ProblemDelegate::createEditor(parent, option, index);
    static_cast<QLineEdit *>(editor)->setPlaceholderText(
        index.data(TestDataModel::PlaceholderRole).toString());
    return editor;
}

} // namespace Weir
