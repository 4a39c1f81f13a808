// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/guardedfiledialogs.h"

#include "core/system/outputplace.h"
#include "db/databases/databases.h"
#include "engine/threads/executor.h"

#include <QWidget>

namespace Weir {

QStringList FilesInUse::all() const
{
    QStringList all = files;
    for (const DatabaseProfile &database : databases)
        all += Databases::filesOf(dataDirectory, database);
    return all;
}

GuardedFileDialogs::GuardedFileDialogs(FileDialogs &dialogs, Executor &executor, Untouchable untouchable,
                                       Refuse refuse)
    : m_dialogs(dialogs)
    , m_executor(executor)
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
    m_dialogs.saveFile(parent, question, [this, parent, question, answer](const QString &path) {
        check(parent, question, path, answer);
    });
}

void GuardedFileDialogs::check(QWidget *parent, const Question &question, const QString &path,
                               const Answer &answer)
{
    const auto look = [path, inUse = m_untouchable(question)](const std::stop_token &) {
        return OutputPlace(path, inUse.all()).check();
    };
    m_executor.run(Executor::file(path, parent, Executor::Duty::Question), look,
                   [this, path, answer](const Expected<void> &good) {
                       if (good)
                           answer(path);
                       else
                           m_refuse(good.error().sentence);
                   });
}

} // namespace Weir
