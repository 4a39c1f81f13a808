// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace Weir {

/// Takes files that are dropped anywhere on a window: files to load, and a project where one can be opened.
/// GUI thread.
class DropTarget : public QObject
{
    Q_OBJECT
public:
    enum class Takes { Files, FilesAndProjects };

    DropTarget(QWidget *window, Takes takes);

Q_SIGNALS:
    void projectDropped(const QString &path);
    void filesDropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Takes m_takes;
};

} // namespace Weir
