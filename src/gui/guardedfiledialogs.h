// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filedialogs.h"

namespace Weir {

/// Asks through other dialogs, and takes no name to save under that the window itself works on, such as a
/// database's, nor a link that leads to nothing. Whether any other file is replaced, the dialog asks. GUI
/// thread.
class GuardedFileDialogs : public FileDialogs
{
public:
    using Untouchable = std::function<QStringList(const Question &question)>;
    using Refuse = std::function<void(const QString &sentence)>;

    GuardedFileDialogs(FileDialogs &dialogs, Untouchable untouchable, Refuse refuse);

    void openFile(QWidget *parent, const Question &question, const Answer &answer) override;
    void openFiles(QWidget *parent, const Question &question, const Answers &answer) override;
    void openDirectory(QWidget *parent, const Question &question, const Answer &answer) override;
    void saveFile(QWidget *parent, const Question &question, const Answer &answer) override;

private:
    FileDialogs &m_dialogs;
    const Untouchable m_untouchable;
    const Refuse m_refuse;
};

} // namespace Weir
