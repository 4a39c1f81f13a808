// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include <functional>

namespace Weir {

/// One change of a document: how to make it and how to take it back. GUI thread.
class DocumentEdit : public QUndoCommand
{
public:
    DocumentEdit(quint64 revision, const QString &text, std::function<void()> apply,
                 std::function<void()> revert);

    quint64 revision() const { return m_revision; } // of the document after it

    void redo() override { m_apply(); }
    void undo() override { m_revert(); }

private:
    const quint64 m_revision;
    std::function<void()> m_apply;
    std::function<void()> m_revert;
};

} // namespace Weir
