// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace Weir {

/// Asks for file names without blocking; tests answer without a dialog. GUI thread.
class FileDialogs
{
public:
    struct Question
    {
        QString title;
        QString filter;     // "Weir projects (*.weir)"
        QString suffix;     // added to a name without one
        QString suggestion; // directory or full name to begin with
    };
    using Answer = std::function<void(const QString &path)>;       // not called when the user gave up
    using Answers = std::function<void(const QStringList &paths)>; // the same

    virtual ~FileDialogs() = default;
    virtual void openFile(QWidget *parent, const Question &question, const Answer &answer) = 0;
    virtual void openFiles(QWidget *parent, const Question &question, const Answers &answer) = 0;
    virtual void openDirectory(QWidget *parent, const Question &question, const Answer &answer) = 0;
    virtual void saveFile(QWidget *parent, const Question &question, const Answer &answer) = 0;
};

} // namespace Weir
