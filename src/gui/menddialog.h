// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadplan.h"
#include "models/mendmodel.h"

#include <QDialog>
#include <QThreadPool>

#include <memory>

namespace Weir {

namespace Ui {
class MendDialog;
}
class Theme;

/// The rejected lines of a file, to be mended, saved and loaded alone. Not modal; reads and writes files on a
/// thread of its own. GUI thread.
class MendDialog : public QDialog
{
    Q_OBJECT
public:
    /// `file`: as it was loaded.
    MendDialog(const Theme &theme, const Entity &entity, const LoadFile &file, const QString &rejectedFile,
               QWidget *parent = nullptr);
    ~MendDialog() override;

Q_SIGNALS:
    void loadRequested(const Weir::LoadFile &mended);

protected:
    void changeEvent(QEvent *event) override;

private:
    void read();
    void save();
    void updateTexts();
    void updateReason();
    void removeSelected();
    void goToNextProblem();

    std::unique_ptr<Ui::MendDialog> ui;
    const LoadFile m_file;
    const QString m_rejectedFile;
    MendModel m_model;
    QThreadPool m_pool;
    QString m_error;
    bool m_reading = true;
    bool m_complete = true;
    bool m_saving = false;
};

} // namespace Weir
