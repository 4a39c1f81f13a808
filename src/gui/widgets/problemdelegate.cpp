// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/problemdelegate.h"

#include "gui/widgets/celllook.h"
#include "models/plaintext.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace Weir {

ProblemDelegate::ProblemDelegate(const Theme &theme, int role, QObject *parent, Checker checker)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_role(role)
    , m_checker(std::move(checker))
{}

void ProblemDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(m_role).toString().isEmpty())
        option->backgroundBrush = m_theme.colour(Theme::Colour::ViolationFill);
}

// A line under the cell: the mark must not hang on the colour alone, nor vanish under the selection.
void ProblemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.data(m_role).toString().isEmpty())
        return;
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                      m_theme.colour(Theme::Colour::Failed));
}

QWidget *ProblemDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                       const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setProperty("cellEditor", true);
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    const QPersistentModelIndex cell(index);
    connect(editor, &QLineEdit::textChanged, this, [this, editor, cell](const QString &text) {
        if (cell.isValid())
            mark(editor, cell, text);
    });
    return editor;
}

void ProblemDelegate::mark(QLineEdit *editor, const QModelIndex &index, const QString &text) const
{
    if (!m_checker)
        return;
    const QString problem = m_checker(index, text);
    const bool invalid = !problem.isEmpty();
    if (editor->property("invalid").toBool() != invalid) {
        editor->setProperty("invalid", invalid);
        editor->style()->unpolish(editor);
        editor->style()->polish(editor);
    }
    editor->setToolTip(plainToolTip(problem));
    editor->setAccessibleDescription(problem);
    Q_EMIT typed(problem);
}

void ProblemDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    fillCell(editor, option);
}

} // namespace Weir
