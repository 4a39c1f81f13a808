// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/runrecorder.h"
#include "models/project/testdatamodel.h"

#include <QMap>
#include <QWidget>

#include <memory>

namespace Weir {

namespace Ui {
class TestDataPanel;
}
class TestDataDelegate;
class Theme;

/// Edits the rows that a run inserts, entity by entity, with what is wrong with them. GUI thread.
class TestDataPanel : public QWidget
{
    Q_OBJECT
public:
    TestDataPanel(const Theme &theme, ProjectDocument &document, QWidget *parent = nullptr);
    ~TestDataPanel() override;

    /// Rows that break a rule or that the last run did not insert, by entity name.
    QMap<QString, QList<int>> rejectedRows() const;
    void beginRun();
    void showReports(const std::vector<TaskReport> &reports);
    void setRunEnabled(bool enabled);
    void focusGrid();

Q_SIGNALS:
    void runRejectedRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectActions();
    void useProject();
    void showEntity(int index);
    TestDataModel *model() const;
    QList<int> selectedRows() const;
    void selectRows(int first, int count);
    void select(const QModelIndex &index);
    void addRow();
    void duplicateRows();
    void moveRows(int delta);
    void cut();
    void copy();
    void paste();
    void showContextMenu(const QPoint &position);
    void updateActions();
    void updateRows();
    void updateRejected();
    void updateMessage();
    void showMessage(const QString &message);

    std::unique_ptr<Ui::TestDataPanel> ui;
    const Theme &m_theme;
    ProjectDocument &m_document;
    TestDataDelegate *m_delegate;
    std::vector<std::unique_ptr<TestDataModel>> m_models; // as project.entities
    bool m_runEnabled = true;
};

} // namespace Weir
