// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;

namespace Weir {

/// Takes files that are dropped anywhere on a window: a project, or files to load. GUI thread.
class DropTarget : public QObject
{
    Q_OBJECT
public:
    explicit DropTarget(QWidget *window);

    /// Local files that could be loaded: CSV, TSV and the like, also compressed.
    static QStringList dataFiles(const QMimeData *data);

Q_SIGNALS:
    void projectDropped(const QString &path);
    void filesDropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Weir
