// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadplan.h"
#include "engine/load/values/loadresult.h"
#include "models/load/mendmodel.h"

#include <QDialog>

#include <memory>

namespace Weir {

namespace Ui {
class MendDialog;
}
class Executor;
class Theme;

/// The rejected lines of a file, to be mended, saved and loaded alone. Not modal; its files are read
/// and written by an Executor. GUI thread.
class MendDialog : public QDialog
{
    Q_OBJECT
public:
    /// `file`: as it was loaded; `result`: what that came to.
    MendDialog(const Theme &theme, const Entity &entity, const SourceFile &file, const FileResult &result,
               Executor &executor, QWidget *parent = nullptr);
    ~MendDialog() override;

    const QString &rejectedFile() const { return m_rejectedFile; }
    /// Closing would lose something.
    bool hasEdits() const { return m_model.isEdited(); }
    /// Where the lines were to go is no more: they can only be saved.
    void setSaveOnly();
    void reject() override; // asks first when edits would be lost

Q_SIGNALS:
    void loadRequested(const Weir::SourceFile &mended);
    void saved(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void read();
    void take(const Expected<MendLines> &lines);
    void save();
    void finish(const Expected<QString> &written);
    void askToDiscard();
    void updateTexts();
    void updateReason();
    void removeSelected();
    void goToNextProblem();

    std::unique_ptr<Ui::MendDialog> ui;
    const SourceFile m_file;
    const QString m_rejectedFile;
    const QString m_reasonsFile;
    Executor &m_executor;
    MendModel m_model;
    QString m_error;
    qint64 m_linesRead = 0;
    bool m_reading = false;
    bool m_complete = true;
    bool m_saving = false;
    bool m_saveOnly = false;
};

} // namespace Weir
