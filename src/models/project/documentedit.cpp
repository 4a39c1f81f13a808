// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/documentedit.h"

#include <utility>

namespace Weir {

DocumentEdit::DocumentEdit(quint64 revision, const QString &text, std::function<void()> apply,
                           std::function<void()> revert)
    : QUndoCommand(text)
    , m_revision(revision)
    , m_apply(std::move(apply))
    , m_revert(std::move(revert))
{}

} // namespace Weir
