// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services/appsettings.h"

#include <QDialog>

#include <memory>

namespace Weir {

namespace Ui {
class SettingsDialog;
}
class Translator;

/// Language, theme and habits of the window; each takes effect at OK, without a restart. Open it with open().
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(AppSettings &settings, Theme &theme, Translator &translator, QWidget *parent = nullptr);
    ~SettingsDialog() override;

    void accept() override;

private:
    std::unique_ptr<Ui::SettingsDialog> ui;
    AppSettings &m_settings;
    Theme &m_theme;
    Translator &m_translator;
};

} // namespace Weir
