// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/project/projectdocument.h"

#include <QDialog>

#include <memory>

class QComboBox;
class QSpinBox;

namespace Weir {

namespace Ui {
class RunSettingsDialog;
}

/// How runs go and how each database is opened; one undo step in the project. Open it with open().
class RunSettingsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RunSettingsDialog(ProjectDocument &document, QWidget *parent = nullptr);
    ~RunSettingsDialog() override;

    void accept() override;

private:
    struct DatabaseFields
    {
        QComboBox *journalMode;
        QComboBox *synchronous;
        QSpinBox *busyTimeout;
    };

    void showRun(const RunSettings &run);
    void addDatabase(const DatabaseProfile &profile);
    RunSettings chosenRun() const;
    DatabaseProfile chosenDatabase(int index) const;
    void updateHints();
    void restoreDefaults();

    std::unique_ptr<Ui::RunSettingsDialog> ui;
    ProjectDocument &m_document;
    QList<DatabaseFields> m_databases;
};

} // namespace Weir
