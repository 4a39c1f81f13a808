// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/summarymodel.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;

namespace Weir {

namespace Ui {
class SummaryPanel;
}
class Theme;

/// Counts and figures of the run under way or the last one. GUI thread.
class SummaryPanel : public QWidget
{
    Q_OBJECT
public:
    SummaryPanel(const Theme &theme, SummaryModel &summary, QWidget *parent = nullptr);
    ~SummaryPanel() override;

    void setRunShortcut(const QString &shortcut);
    void focusCounts();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFigures();
    void updateFigures();
    void updateCounts();
    void updateHeadline();
    void updateErrors();
    void fitView();
    void retranslate();
    void copyReport();

    std::unique_ptr<Ui::SummaryPanel> ui;
    SummaryModel &m_summary;
    std::array<QLabel *, SummaryModel::FigureCount> m_labels{};
    std::array<QLabel *, SummaryModel::FigureCount> m_values{};
    QString m_runShortcut;
};

} // namespace Weir
