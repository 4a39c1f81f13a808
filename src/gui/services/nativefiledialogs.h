// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services/filedialogs.h"

class QFileDialog;

namespace Weir {

/// The desktop's own file dialogs, window-modal.
class NativeFileDialogs : public FileDialogs
{
public:
    void openFile(QWidget *parent, const Question &question, const Answer &answer) override;
    void openFiles(QWidget *parent, const Question &question, const Answers &answer) override;
    void openDirectory(QWidget *parent, const Question &question, const Answer &answer) override;
    void saveFile(QWidget *parent, const Question &question, const Answer &answer) override;

    /// The suffix of a filter's first pattern: "json" of "JSON (*.json)"; empty: any.
    static QString suffixOf(const QString &filter);

private:
    static void show(QFileDialog *dialog, const Question &question);
};

} // namespace Weir
