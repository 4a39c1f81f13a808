// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guardedfiledialogs.h"

#include "core/outputplace.h"

namespace Weir {

GuardedFileDialogs::GuardedFileDialogs(FileDialogs &dialogs, Untouchable untouchable, Refuse refuse)
    : m_dialogs(dialogs)
    , m_untouchable(std::move(untouchable))
    , m_refuse(std::move(refuse))
{}

void GuardedFileDialogs::openFile(QWidget *parent, const Question &question, const Answer &answer)
{
    m_dialogs.openFile(parent, question, answer);
}

void GuardedFileDialogs::openFiles(QWidget *parent, const Question &question, const Answers &answer)
{
    m_dialogs.openFiles(parent, question, answer);
}

void GuardedFileDialogs::openDirectory(QWidget *parent, const Question &question, const Answer &answer)
{
    m_dialogs.openDirectory(parent, question, answer);
}

void GuardedFileDialogs::saveFile(QWidget *parent, const Question &question, const Answer &answer)
{
    m_dialogs.saveFile(parent, question, [this, question, answer](const QString &path) {
        if (const auto good = OutputPlace(path, m_untouchable(question)).check())
            answer(path);
        else
            m_refuse(good.error().sentence);
    });
}

} // namespace Weir
