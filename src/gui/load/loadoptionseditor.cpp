// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadoptionseditor.h"

#include "gui/services/filedialogs.h"
#include "ui_loadoptionseditor.h"

#include <QDir>
#include <QEvent>

namespace Weir {

LoadOptionsEditor::LoadOptionsEditor(FileDialogs &dialogs, QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::LoadOptionsEditor>())
    , m_dialogs(dialogs)
{
    ui->setupUi(this);
    setSettings({});
    for (const QComboBox *combo : {ui->policyCombo, ui->extraCombo, ui->missingCombo, ui->raggedCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &LoadOptionsEditor::changed);
    for (const QSpinBox *spin : {ui->maximumSpin, ui->batchSpin, ui->workersSpin})
        connect(spin, &QSpinBox::valueChanged, this, &LoadOptionsEditor::changed);
    connect(ui->percentSpin, &QDoubleSpinBox::valueChanged, this, &LoadOptionsEditor::changed);
    for (const QCheckBox *check : {ui->rejectsCheck, ui->undoCheck, ui->dropLedgerCheck})
        connect(check, &QCheckBox::toggled, this, &LoadOptionsEditor::changed);
    connect(ui->directoryEdit, &QLineEdit::textChanged, this, &LoadOptionsEditor::changed);
    connect(this, &LoadOptionsEditor::changed, this, &LoadOptionsEditor::updateEnabled);
    connect(ui->directoryButton, &QPushButton::clicked, this, [this] {
        m_dialogs.openDirectory(
            window(), {tr("Folder for rejected lines"), {}, {}, ui->directoryEdit->text()},
            [this](const QString &path) { ui->directoryEdit->setText(QDir::toNativeSeparators(path)); });
    });
}

LoadOptionsEditor::~LoadOptionsEditor() = default;

void LoadOptionsEditor::setSettings(const LoadSettings &settings)
{
    const QSignalBlocker block(this);
    ui->policyCombo->setCurrentIndex(static_cast<int>(settings.policy));
    ui->maximumSpin->setValue(static_cast<int>(settings.maximumRejected));
    ui->percentSpin->setValue(settings.maximumPercent);
    ui->extraCombo->setCurrentIndex(static_cast<int>(settings.extra));
    ui->missingCombo->setCurrentIndex(static_cast<int>(settings.missing));
    ui->raggedCombo->setCurrentIndex(static_cast<int>(settings.ragged));
    ui->rejectsCheck->setChecked(settings.writeRejects);
    ui->directoryEdit->setText(QDir::toNativeSeparators(settings.rejectDirectory));
    ui->undoCheck->setChecked(settings.keepUndo);
    ui->dropLedgerCheck->setChecked(settings.dropLedger);
    ui->batchSpin->setValue(settings.batchRows);
    ui->workersSpin->setValue(settings.workers);
    updateEnabled();
}

LoadSettings LoadOptionsEditor::settings() const
{
    LoadSettings settings;
    settings.policy = static_cast<LoadSettings::Policy>(ui->policyCombo->currentIndex());
    settings.maximumRejected = ui->maximumSpin->value();
    settings.maximumPercent = ui->percentSpin->value() < 0 ? -1 : ui->percentSpin->value();
    settings.extra = static_cast<ColumnMapping::Extra>(ui->extraCombo->currentIndex());
    settings.missing = static_cast<ColumnMapping::Missing>(ui->missingCombo->currentIndex());
    settings.ragged = static_cast<ColumnMapping::Ragged>(ui->raggedCombo->currentIndex());
    settings.writeRejects = ui->rejectsCheck->isChecked();
    settings.rejectDirectory = QDir::fromNativeSeparators(ui->directoryEdit->text().trimmed());
    settings.keepUndo = ui->undoCheck->isChecked();
    settings.dropLedger = ui->dropLedgerCheck->isChecked();
    settings.batchRows = ui->batchSpin->value();
    settings.workers = ui->workersSpin->value();
    return settings;
}

void LoadOptionsEditor::updateEnabled()
{
    const bool stops = ui->policyCombo->currentIndex() == static_cast<int>(LoadSettings::Policy::StopAfter);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{ui->maximumLabel, ui->maximumSpin, ui->linesLabel, ui->percentSpin})
        widget->setEnabled(stops);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{ui->directoryLabel, ui->directoryEdit, ui->directoryButton})
        widget->setEnabled(ui->rejectsCheck->isChecked());
    ui->undoCheck->setEnabled(!ui->dropLedgerCheck->isChecked());
}

void LoadOptionsEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

} // namespace Weir
