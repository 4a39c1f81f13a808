// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/testdatadelegate.h"

#include "gui/theme.h"
#include "models/testdatamodel.h"

#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace Weir {

void TestDataDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(TestDataModel::ViolationRole).toString().isEmpty())
        option->backgroundBrush = m_theme.colour(Theme::Colour::ViolationFill);
    const QString placeholder = index.data(TestDataModel::PlaceholderRole).toString();
    if (!placeholder.isEmpty()) {
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->text = placeholder;
        option->font.setItalic(true);
        for (const auto role : {QPalette::Text, QPalette::HighlightedText})
            option->palette.setColor(role, m_theme.colour(Theme::Colour::Muted));
    }
}

// A line under the cell: the mark must not hang on the colour alone, nor vanish under the selection.
void TestDataDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.data(TestDataModel::ViolationRole).toString().isEmpty())
        return;
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                      m_theme.colour(Theme::Colour::Failed));
}

QWidget *TestDataDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                        const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setProperty("cellEditor", true);
    editor->setAccessibleName(
        index.model()->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
    editor->setPlaceholderText(index.data(TestDataModel::PlaceholderRole).toString());
    const QPersistentModelIndex cell(index);
    connect(editor, &QLineEdit::textChanged, this, [this, editor, cell](const QString &text) {
        if (cell.isValid())
            mark(editor, cell, text);
    });
    return editor;
}

void TestDataDelegate::mark(QLineEdit *editor, const QModelIndex &index, const QString &text) const
{
    const auto *model = qobject_cast<const TestDataModel *>(index.model());
    if (!model)
        return;
    const QStringList messages = model->violationsFor(index.row(), index.column(), text);
    const bool invalid = !messages.isEmpty();
    if (editor->property("invalid").toBool() != invalid) {
        editor->setProperty("invalid", invalid);
        editor->style()->unpolish(editor);
        editor->style()->polish(editor);
    }
    editor->setToolTip(messages.join(u'\n').toHtmlEscaped());
    editor->setAccessibleDescription(messages.value(0));
    Q_EMIT typed(messages.value(0));
}

void TestDataDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                            const QModelIndex &) const
{
    editor->setMinimumHeight(0);
    editor->setGeometry(option.rect);
}

} // namespace Weir
