// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/loadpresenter.h"
#include "models/loadhistorymodel.h"

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

Q_SIGNALS:
    void resumeRequested(const Weir::KnownLoad &load);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void showLoads(const QList<KnownLoad> &loads);
    void updateButtons();
    void updateEmptyState();
    void askToUndo();
    void askToForget();
    void showUndone(const UndoResult &result, const QString &error);
    const KnownLoad *current() const; // nullptr: none

    std::unique_ptr<Ui::LoadHistoryDialog> ui;
    LoadPresenter &m_presenter;
    const Project m_project;
    LoadHistoryModel m_model;
    InfoBar *m_message;
    bool m_reading = false;
};

} // namespace Weir
