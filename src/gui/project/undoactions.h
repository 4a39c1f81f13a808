// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QUndoStack;

namespace Weir {

/// Keeps the window's Undo and Redo in step with a stack, with texts that follow the language. GUI thread.
class UndoActions : public QObject
{
    Q_OBJECT
public:
    UndoActions(QUndoStack &stack, QAction *undo, QAction *redo);

    void updateTexts(); // also after a change of the language

private:
    QUndoStack &m_stack;
    QAction *m_undo;
    QAction *m_redo;
};

} // namespace Weir
