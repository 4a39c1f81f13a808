// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadplan.h"

#include <QWidget>

#include <memory>

namespace Weir {

namespace Ui {
class LoadOptionsEditor;
}
class FileDialogs;

/// The settings of a load. GUI thread.
class LoadOptionsEditor : public QWidget
{
    Q_OBJECT
public:
    explicit LoadOptionsEditor(FileDialogs &dialogs, QWidget *parent = nullptr);
    ~LoadOptionsEditor() override;

    void setSettings(const LoadSettings &settings);
    LoadSettings settings() const;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateEnabled();

    std::unique_ptr<Ui::LoadOptionsEditor> ui;
    FileDialogs &m_dialogs;
};

} // namespace Weir
