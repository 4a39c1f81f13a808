// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/droptarget.h"

#include "gui/project/projectfiles.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace Weir {

namespace {

bool isDataFile(const QString &path)
{
    static const QStringList suffixes{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"),
                                      QStringLiteral("txt"), QStringLiteral("psv"), QStringLiteral("dat"),
                                      QStringLiteral("gz"),  QStringLiteral("zst")};
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

QString projectFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return ProjectFiles::isProjectFile(path) ? path : QString();
}

/// Local files that could be loaded: CSV, TSV and the like, also compressed.
QStringList dataFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls()) {
        const QString path = url.toLocalFile();
        if (isDataFile(path))
            paths.append(path);
    }
    return paths;
}

} // namespace

DropTarget::DropTarget(QWidget *window, Takes takes)
    : QObject(window)
    , m_takes(takes)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool DropTarget::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const QString project = m_takes == Takes::FilesAndProjects ? projectFile(drop->mimeData()) : QString();
    const QStringList files = dataFiles(drop->mimeData());
    if (project.isEmpty() && files.isEmpty())
        return QObject::eventFilter(watched, event);
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop) {
        if (project.isEmpty())
            Q_EMIT filesDropped(files);
        else
            Q_EMIT projectDropped(project);
    }
    return true;
}

} // namespace Weir
