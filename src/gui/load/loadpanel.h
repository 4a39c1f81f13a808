// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadpaneltexts.h"
#include "gui/load/loadpresenter.h"
#include "models/load/reasonsfiltermodel.h"

#include <QWidget>

#include <memory>

namespace Weir {

namespace Ui {
class LoadPanel;
}
class Theme;

/// The load under way or the last one: how far each file is, what it came to, and why lines were turned away.
/// GUI thread.
class LoadPanel : public QWidget
{
    Q_OBJECT
public:
    LoadPanel(const Theme &theme, LoadPresenter &presenter, QWidget *parent = nullptr);
    ~LoadPanel() override;

    void setLoadShortcut(const QString &shortcut);
    /// The file that is selected, or the first with rejected lines; -1: none.
    int currentFile() const;
    void focusFiles();
    /// Where the reasons are shown: true.
    bool focusFilter();

Q_SIGNALS:
    void loadRequested();
    void mendRequested(int file);
    void folderRequested(int file);
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpViews(const Theme &theme);
    void connectActions();
    void connectFilter();
    void begin();
    void updateState();
    void updateFigures();
    void updateBar();
    void updateResult();
    void updateActions();
    void updateTexts();
    void updateReasonCount();
    void fitFiles();
    void fillFilters();
    void showGroup(const QModelIndex &index);
    void retranslate();

    std::unique_ptr<Ui::LoadPanel> ui;
    LoadPresenter &m_presenter;
    const LoadPanelTexts m_texts;
    ReasonsFilterModel m_filter;
    QString m_shortcut;
    qint64 m_memory = 0;
    qint64 m_memoryReadMs = 0;
};

} // namespace Weir
