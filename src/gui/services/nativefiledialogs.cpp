// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/nativefiledialogs.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>

namespace Weir {

void NativeFileDialogs::openFile(QWidget *parent, const Question &question, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    show(dialog, question);
}

void NativeFileDialogs::openFiles(QWidget *parent, const Question &question, const Answers &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, answer);
    show(dialog, question);
}

void NativeFileDialogs::openDirectory(QWidget *parent, const Question &question, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    show(dialog, question);
}

void NativeFileDialogs::saveFile(QWidget *parent, const Question &question, const Answer &answer)
{
    auto *dialog = new QFileDialog(parent, question.title);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, answer);
    // The name follows the kind that is chosen, for it is by the name that the kind is told.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        const QString suffix = suffixOf(filter);
        const QFileInfo named(dialog->selectedFiles().value(0));
        if (suffix.isEmpty())
            return;
        dialog->setDefaultSuffix(suffix);
        if (!named.suffix().isEmpty() && !named.isDir())
            dialog->selectFile(named.completeBaseName() + u'.' + suffix);
    });
    show(dialog, question);
}

QString NativeFileDialogs::suffixOf(const QString &filter)
{
    static const QRegularExpression pattern(QStringLiteral("\\(\\*\\.(\\w+)"));
    return pattern.match(filter).captured(1);
}

void NativeFileDialogs::show(QFileDialog *dialog, const Question &question)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!question.filter.isEmpty())
        dialog->setNameFilter(question.filter);
    dialog->setDefaultSuffix(question.suffix);
    const QFileInfo suggestion(question.suggestion);
    if (suggestion.isDir()) {
        dialog->setDirectory(suggestion.absoluteFilePath());
    } else if (!question.suggestion.isEmpty()) {
        if (suggestion.dir().exists())
            dialog->setDirectory(suggestion.absolutePath());
        dialog->selectFile(suggestion.fileName());
    }
    dialog->open();
}

} // namespace Weir
