// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/settingsdialog.h"

#include "gui/services/translator.h"
#include "ui_settingsdialog.h"

#include <algorithm>

namespace Weir {

SettingsDialog::SettingsDialog(AppSettings &settings, Theme &theme, Translator &translator, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::SettingsDialog>())
    , m_settings(settings)
    , m_theme(theme)
    , m_translator(translator)
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    // A language's name is written in that language, whatever the window speaks.
    ui->languageCombo->addItem(tr("System language"), QString());
    ui->languageCombo->addItem(QStringLiteral("English"), QStringLiteral("en"));
    ui->languageCombo->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    ui->languageCombo->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    ui->languageCombo->setCurrentIndex(std::max(0, ui->languageCombo->findData(settings.language())));
    ui->themeCombo->addItem(tr("System theme"), static_cast<int>(Theme::Mode::System));
    ui->themeCombo->addItem(tr("Light"), static_cast<int>(Theme::Mode::Light));
    ui->themeCombo->addItem(tr("Dark"), static_cast<int>(Theme::Mode::Dark));
    ui->themeCombo->setCurrentIndex(ui->themeCombo->findData(static_cast<int>(theme.mode())));
    ui->replayCheck->setChecked(settings.replaysSlowly());
    ui->confirmQuitCheck->setChecked(settings.confirmsQuitDuringRun());
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::accept()
{
    const QString language = ui->languageCombo->currentData().toString();
    const auto mode = static_cast<Theme::Mode>(ui->themeCombo->currentData().toInt());
    m_settings.setReplaysSlowly(ui->replayCheck->isChecked());
    m_settings.setConfirmsQuitDuringRun(ui->confirmQuitCheck->isChecked());
    if (mode != m_theme.mode()) {
        m_settings.setThemeMode(mode);
        m_theme.setMode(mode);
    }
    QDialog::accept();
    if (language != m_settings.language()) {
        m_settings.setLanguage(language);
        m_translator.setLanguage(language);
    }
}

} // namespace Weir
