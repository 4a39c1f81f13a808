// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "models/run/logfiltermodel.h"
#include "models/run/logmodel.h"

#include <QWidget>

#include <memory>

namespace Weir {

namespace Ui {
class LogPanel;
}
class Executor;
class FileDialogs;
class Theme;

/// What became of each row, line by line, as it happens. Follows the newest line until the user scrolls up.
/// GUI thread.
class LogPanel : public QWidget
{
    Q_OBJECT
public:
    LogPanel(const Theme &theme, LogModel &log, FileDialogs &dialogs, Executor &executor,
             QWidget *parent = nullptr);
    ~LogPanel() override;

    void setProject(const Project &project); // for the choice of entities
    void setRunShortcut(const QString &shortcut);
    bool isFollowing() const { return m_following; }
    void focusFilter();
    void focusLines();

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();
    void connectFilter();
    void connectActions();
    void connectFollowing();
    void setFollowing(bool following);
    void fillVerdicts();
    void updateCount();
    QString shownText(bool selectedOnly) const;
    void copy();
    void save();
    void write(const QString &path);
    void showContextMenu(const QPoint &position);

    std::unique_ptr<Ui::LogPanel> ui;
    LogModel &m_log;
    FileDialogs &m_dialogs;
    Executor &m_executor;
    LogFilterModel m_filter;
    QString m_runShortcut;
    bool m_following = true;
    bool m_adjusting = false; // the scroll bar moves by our hand
};

} // namespace Weir
