// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "gui/services/filedialogs.h"

namespace Weir {

class Executor;

/// What the window works on.
struct FilesInUse
{
    QStringList files;
    QString dataDirectory;
    QList<DatabaseProfile> databases;

    /// Looks where their links lead: off the GUI thread.
    QStringList all() const;
};

/// Asks through other dialogs, and takes no name to save under that the window itself works on, such as a
/// database's, nor a link that leads to nothing; an Executor looks. Whether any other file is replaced,
/// the dialog asks. GUI thread.
class GuardedFileDialogs : public FileDialogs
{
public:
    using Untouchable = std::function<FilesInUse(const Question &question)>;
    using Refuse = std::function<void(const QString &sentence)>;

    GuardedFileDialogs(FileDialogs &dialogs, Executor &executor, Untouchable untouchable, Refuse refuse);

    void openFile(QWidget *parent, const Question &question, const Answer &answer) override;
    void openFiles(QWidget *parent, const Question &question, const Answers &answer) override;
    void openDirectory(QWidget *parent, const Question &question, const Answer &answer) override;
    void saveFile(QWidget *parent, const Question &question, const Answer &answer) override;

private:
    void check(QWidget *parent, const Question &question, const QString &path, const Answer &answer);

    FileDialogs &m_dialogs;
    Executor &m_executor;
    const Untouchable m_untouchable;
    const Refuse m_refuse;
};

} // namespace Weir
