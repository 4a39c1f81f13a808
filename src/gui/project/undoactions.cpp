// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/undoactions.h"

#include <QAction>
#include <QUndoStack>

namespace Weir {

UndoActions::UndoActions(QUndoStack &stack, QAction *undo, QAction *redo)
    : QObject(undo)
    , m_stack(stack)
    , m_undo(undo)
    , m_redo(redo)
{
    undo->setEnabled(stack.canUndo());
    redo->setEnabled(stack.canRedo());
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, this, &UndoActions::updateTexts);
    connect(&stack, &QUndoStack::redoTextChanged, this, &UndoActions::updateTexts);
    updateTexts();
}

void UndoActions::updateTexts()
{
    const QString undo = m_stack.undoText().replace(u'&', QLatin1String("&&"));
    const QString redo = m_stack.redoText().replace(u'&', QLatin1String("&&"));
    m_undo->setText(undo.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undo));
    m_redo->setText(redo.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redo));
}

} // namespace Weir
