// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nativefiledialogs.h"

#include <QFileDialog>
#include <QFileInfo>

namespace Weir {

void NativeFileDialogs::openFile(QWidget *parent, const Question &question, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    show(dialog, question, answer);
}

void NativeFileDialogs::saveFile(QWidget *parent, const Question &question, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    show(dialog, question, answer);
}

void NativeFileDialogs::show(QFileDialog *dialog, const Question &question, const Answer &answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(question.filter);
    dialog->setDefaultSuffix(question.suffix);
    const QFileInfo suggestion(question.suggestion);
    if (suggestion.isDir()) {
        dialog->setDirectory(suggestion.absoluteFilePath());
    } else if (!question.suggestion.isEmpty()) {
        dialog->setDirectory(suggestion.absolutePath());
        dialog->selectFile(suggestion.fileName());
    }
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    dialog->open();
}

} // namespace Weir
