// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loader.h"
#include "models/load/loaddraft.h"

#include <QDialog>

#include <memory>
#include <optional>

namespace Weir {

namespace Ui {
class LoadSheet;
}
class FileDialogs;
class LoadFileEditor;
class LoadOptionsEditor;
class Theme;

/// What Weir understood of the files that are to be loaded, to be looked at and changed before anything is
/// written. Not modal. GUI thread.
class LoadSheet : public QDialog
{
    Q_OBJECT
public:
    LoadSheet(const Theme &theme, FileDialogs &dialogs, const Project &project, Executor &executor,
              QWidget *parent = nullptr);
    ~LoadSheet() override;

    LoadDraft &draft() { return m_draft; }
    void addFiles(const QStringList &paths);
    void addFile(const SourceFile &file, bool resumes = false); // see LoadDraft
    void chooseFiles();
    void setSettings(const LoadSettings &settings);
    /// Nothing can be loaded for now: why; empty: it can.
    void setBusy(const QString &why);
    /// Answers knownRequested(); asks what to do when there is something.
    void showKnown(const std::vector<std::optional<RecordedLoad>> &known);
    void showError(const QString &sentence);

Q_SIGNALS:
    /// Are these files known already? showKnown() or showError() answers.
    void knownRequested(const Weir::LoadPlan &plan);
    /// The answer is not wanted any more.
    void knownDropped();
    /// The sheet is closed by who can load it.
    void loadRequested(const Weir::LoadPlan &plan);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectButtons();
    void draftChanged();
    void updateStatus();
    void start();
    void load(LoadSettings::Known known);
    void showFile(int row);
    void selectAdded(int before);

    std::unique_ptr<Ui::LoadSheet> ui;
    FileDialogs &m_dialogs;
    LoadDraft m_draft;
    LoadFileEditor *m_editor;
    LoadOptionsEditor *m_options;
    QString m_busy;
    QString m_error;
    bool m_asking = false; // knownRequested() was sent
};

} // namespace Weir
