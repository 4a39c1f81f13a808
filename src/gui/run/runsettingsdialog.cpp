// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runsettingsdialog.h"

#include "gui/run/strategytexts.h"
#include "models/plaintext.h"
#include "ui_runsettingsdialog.h"

#include <QPushButton>

#include <algorithm>

namespace Weir {

namespace {

constexpr int LongestBusyTimeoutMs = 600000;

void choose(QComboBox *box, int data)
{
    box->setCurrentIndex(box->findData(data));
}

} // namespace

RunSettingsDialog::RunSettingsDialog(ProjectDocument &document, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::RunSettingsDialog>())
    , m_document(document)
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    fillStrategies(ui->strategyCombo);
    ui->tasksSpin->setRange(1, RunSettings::MaximumTasks);
    ui->threadsSpin->setRange(0, RunSettings::MaximumThreads);
    showRun(document.project().run);
    for (const DatabaseProfile &profile : document.project().databases)
        addDatabase(profile);
    connect(&document, &ProjectDocument::reset, this, &QDialog::reject); // these are another project's
    connect(ui->strategyCombo, &QComboBox::currentIndexChanged, this, &RunSettingsDialog::updateHints);
    connect(ui->buttonBox->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &RunSettingsDialog::restoreDefaults);
    updateHints();
}

RunSettingsDialog::~RunSettingsDialog() = default;

void RunSettingsDialog::showRun(const RunSettings &run)
{
    choose(ui->strategyCombo, static_cast<int>(run.strategy));
    ui->tasksSpin->setValue(run.tasks);
    ui->threadsSpin->setValue(run.threads);
    ui->attemptsSpin->setValue(run.maxAttempts);
}

void RunSettingsDialog::addDatabase(const DatabaseProfile &profile)
{
    const int row = ui->databasesLayout->rowCount();
    auto *name = new QLabel(shortText(profile.label(), 60), ui->databasesBox);
    name->setTextFormat(Qt::PlainText);
    const DatabaseFields fields{new QComboBox(ui->databasesBox), new QComboBox(ui->databasesBox),
                                new QSpinBox(ui->databasesBox)};
    for (const JournalMode mode :
         {JournalMode::Wal, JournalMode::Delete, JournalMode::Truncate, JournalMode::Persist})
        fields.journalMode->addItem(journalModeName(mode).toUpper(), static_cast<int>(mode));
    for (const Synchronous level :
         {Synchronous::Extra, Synchronous::Full, Synchronous::Normal, Synchronous::Off})
        fields.synchronous->addItem(synchronousName(level).toUpper(), static_cast<int>(level));
    fields.busyTimeout->setRange(0, LongestBusyTimeoutMs);
    fields.busyTimeout->setSingleStep(500);
    fields.busyTimeout->setSuffix(tr(" ms"));
    choose(fields.journalMode, static_cast<int>(profile.sqlite().journalMode));
    choose(fields.synchronous, static_cast<int>(profile.sqlite().synchronous));
    fields.busyTimeout->setValue(static_cast<int>(profile.patience.count()));
    fields.journalMode->setObjectName(QStringLiteral("journalMode_") + profile.name);
    fields.synchronous->setObjectName(QStringLiteral("synchronous_") + profile.name);
    fields.busyTimeout->setObjectName(QStringLiteral("busyTimeout_") + profile.name);
    fields.journalMode->setAccessibleName(tr("Journal mode of %1").arg(profile.label()));
    fields.synchronous->setAccessibleName(tr("Synchronous level of %1").arg(profile.label()));
    fields.busyTimeout->setAccessibleName(tr("Busy timeout of %1").arg(profile.label()));
    int column = 0;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{name, fields.journalMode, fields.synchronous, fields.busyTimeout})
        ui->databasesLayout->addWidget(widget, row, column++);
    connect(fields.journalMode, &QComboBox::currentIndexChanged, this, &RunSettingsDialog::updateHints);
    connect(fields.synchronous, &QComboBox::currentIndexChanged, this, &RunSettingsDialog::updateHints);
    m_databases.append(fields);
}

RunSettings RunSettingsDialog::chosenRun() const
{
    RunSettings run = m_document.project().run;
    run.strategy = static_cast<Strategy>(ui->strategyCombo->currentData().toInt());
    run.tasks = ui->tasksSpin->value();
    run.threads = ui->threadsSpin->value();
    run.maxAttempts = ui->attemptsSpin->value();
    return run;
}

DatabaseProfile RunSettingsDialog::chosenDatabase(int index) const
{
    DatabaseProfile profile = m_document.project().databases.at(index);
    const DatabaseFields &fields = m_databases.at(index);
    profile.sqlite().journalMode = static_cast<JournalMode>(fields.journalMode->currentData().toInt());
    profile.sqlite().synchronous = static_cast<Synchronous>(fields.synchronous->currentData().toInt());
    profile.patience = std::chrono::milliseconds(fields.busyTimeout->value());
    return profile;
}

void RunSettingsDialog::updateHints()
{
    ui->strategyHint->setText(
        strategyExplanation(static_cast<Strategy>(ui->strategyCombo->currentData().toInt())));
    bool durable = true;
    for (int i = 0; i < m_databases.size(); ++i) {
        const DatabaseProfile profile = chosenDatabase(i);
        const bool full = profile.sqlite().synchronous == Synchronous::Full
            || profile.sqlite().synchronous == Synchronous::Extra;
        durable = durable
            && (profile.sqlite().synchronous == Synchronous::Extra
                || (full && profile.sqlite().journalMode == JournalMode::Wal));
    }
    ui->durabilityHint->setText(
        durable ? tr("Every acknowledged row survives a power cut.")
                : tr("Acknowledged rows can be lost in a power cut. WAL with FULL, or EXTRA, keeps them."));
}

void RunSettingsDialog::restoreDefaults()
{
    showRun(RunSettings());
    const DatabaseProfile standard;
    for (const DatabaseFields &fields : std::as_const(m_databases)) {
        choose(fields.journalMode, static_cast<int>(standard.sqlite().journalMode));
        choose(fields.synchronous, static_cast<int>(standard.sqlite().synchronous));
        fields.busyTimeout->setValue(static_cast<int>(standard.patience.count()));
    }
}

void RunSettingsDialog::accept()
{
    QUndoStack *stack = m_document.undoStack();
    const RunSettings run = chosenRun();
    const QList<DatabaseProfile> before = m_document.project().databases;
    QList<DatabaseProfile> databases;
    for (int i = 0; i < m_databases.size(); ++i)
        databases.append(chosenDatabase(i));
    if (!(run == m_document.project().run) || databases != before) {
        stack->beginMacro(tr("Change run settings"));
        m_document.setRunSettings(run);
        for (int i = 0; i < databases.size(); ++i) {
            if (!(databases.at(i) == before.at(i)))
                m_document.setDatabase(i, databases.at(i));
        }
        stack->endMacro();
    }
    QDialog::accept();
}

} // namespace Weir
