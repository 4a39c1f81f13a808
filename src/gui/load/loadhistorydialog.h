// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadpresenter.h"
#include "models/load/loadhistorymodel.h"

#include <QDialog>

#include <memory>

namespace Weir {

namespace Ui {
class LoadHistoryDialog;
}
class InfoBar;
class Theme;

/// The loads that the databases know: to be undone, gone on with or forgotten. Not modal. GUI thread.
class LoadHistoryDialog : public QDialog
{
    Q_OBJECT
public:
    LoadHistoryDialog(const Theme &theme, LoadPresenter &presenter, const Project &project,
                      QWidget *parent = nullptr);
    ~LoadHistoryDialog() override;

    void setProject(const Project &project); // the same one, with other databases

Q_SIGNALS:
    void resumeRequested(const Weir::RecordedLoad &load);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void showLoads(const QList<RecordedLoad> &loads);
    void updateButtons();
    void updateEmptyState();
    void askToUndo();
    void undo(const RecordedLoad &load);
    void askToForget();
    void showUndone(const RecordedLoad &load, const UndoResult &result, const QString &error);
    const RecordedLoad *current() const; // nullptr: none

    std::unique_ptr<Ui::LoadHistoryDialog> ui;
    LoadPresenter &m_presenter;
    Project m_project;
    LoadHistoryModel m_model;
    InfoBar *m_message;
    quint64 m_readings = 0;
    bool m_reading = false;
    bool m_asking = false; // the message has an action that needs the databases
};

} // namespace Weir
