// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolBar>

class QComboBox;
class QLabel;
class QSpinBox;

namespace Weir {

class ProjectDocument;

/// Strategy and number of tasks in the tool bar, in step with the project. GUI thread.
class RunToolBar : public QToolBar
{
    Q_OBJECT
public:
    explicit RunToolBar(QWidget *parent = nullptr);

    void setDocument(ProjectDocument &document);
    /// Puts the fields before this action, and a stretch before `right`.
    void place(QAction *before, QAction *right);
    /// This action's button shows its text and has this name.
    void showText(QAction *action, const QString &name);
    void setEditable(bool editable);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showSettings();
    void applySettings();

    ProjectDocument *m_document = nullptr;
    QLabel *m_strategyLabel;
    QComboBox *m_strategy;
    QLabel *m_tasksLabel;
    QSpinBox *m_tasks;
};

} // namespace Weir
