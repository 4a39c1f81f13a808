// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadhistorydialog.h"

#include "gui/widgets/gridsetup.h"
#include "gui/widgets/infobar.h"
#include "models/load/loadwording.h"
#include "models/wording.h"
#include "ui_loadhistorydialog.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>

namespace Weir {

LoadHistoryDialog::LoadHistoryDialog(const Theme &theme, LoadPresenter &presenter, const Project &project,
                                     QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::LoadHistoryDialog>())
    , m_presenter(presenter)
    , m_project(project)
    , m_message(new InfoBar(theme, this))
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    ui->layout->insertWidget(1, m_message);
    ui->emptyState->setTheme(theme);
    ui->details->hide();
    ui->view->setModel(&m_model);
    setUpGrid(ui->view);
    ui->view->horizontalHeader()->setStretchLastSection(false);
    ui->view->horizontalHeader()->setSectionResizeMode(LoadHistoryModel::File, QHeaderView::Stretch);
    connect(ui->view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &LoadHistoryDialog::updateButtons);
    connect(&presenter, &LoadPresenter::stateChanged, this, &LoadHistoryDialog::updateButtons);
    connect(&presenter, &LoadPresenter::completed, this, &LoadHistoryDialog::read);
    connect(&presenter, &LoadPresenter::undone, this, &LoadHistoryDialog::showUndone);
    connect(&presenter, &LoadPresenter::forgotten, this, [this](const RecordedLoad &, const QString &error) {
        if (!error.isEmpty())
            m_message->showMessage(InfoBar::Severity::Error, error);
        read();
    });
    connect(ui->undoButton, &QPushButton::clicked, this, &LoadHistoryDialog::askToUndo);
    connect(ui->forgetButton, &QPushButton::clicked, this, &LoadHistoryDialog::askToForget);
    connect(ui->resumeButton, &QPushButton::clicked, this, [this] {
        const RecordedLoad load = *current();
        accept();
        Q_EMIT resumeRequested(load);
    });
    connect(ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    read();
}

LoadHistoryDialog::~LoadHistoryDialog()
{
    disconnect(ui->view->selectionModel(), nullptr, this, nullptr);
    ui->view->setModel(nullptr);
}

void LoadHistoryDialog::setProject(const Project &project)
{
    m_project = project;
    read();
}

const RecordedLoad *LoadHistoryDialog::current() const
{
    const int row = ui->view->currentIndex().row();
    return row < 0 ? nullptr : &m_model.load(row);
}

void LoadHistoryDialog::read()
{
    m_reading = true;
    updateEmptyState();
    m_presenter.askHistory(
        m_project, this, [this, number = ++m_readings](const Expected<LoadHistory> &history) {
            if (number != m_readings) // the newer question counts
                return;
            m_reading = false;
            const QString trouble = history ? history->unreadable.join(u' ') : history.error().sentence;
            if (!trouble.isEmpty())
                m_message->showMessage(InfoBar::Severity::Error, trouble);
            showLoads(history ? history->loads : QList<RecordedLoad>());
        });
}

void LoadHistoryDialog::showLoads(const QList<RecordedLoad> &loads)
{
    const RecordedLoad *before = current();
    const QByteArray chosen = before ? before->load.id : QByteArray();
    m_model.setLoads(loads);
    fitGrid(ui->view);
    const int row = std::max(m_model.rowOf(chosen), 0);
    if (m_model.rowCount() > 0)
        ui->view->setCurrentIndex(m_model.index(row, 0));
    updateEmptyState();
    updateButtons();
}

void LoadHistoryDialog::updateEmptyState()
{
    if (m_reading && m_presenter.isActive())
        ui->emptyState->setContent(QStringLiteral("history"), tr("The databases are in use"),
                                   tr("Their loads stand here when what is under way has ended."));
    else if (m_reading)
        ui->emptyState->setContent(QStringLiteral("history"), tr("Asking the databases…"), {});
    else
        ui->emptyState->setContent(QStringLiteral("history"), tr("No loads yet"),
                                   tr("Loads of files into this project's databases stand here."));
    ui->stack->setCurrentWidget(m_model.rowCount() > 0 ? static_cast<QWidget *>(ui->view) : ui->emptyState);
}

void LoadHistoryDialog::updateButtons()
{
    const RecordedLoad *load = current();
    const bool free = load && !m_presenter.isActive();
    ui->undoButton->setEnabled(free
                               && (load->load.state != LoadState::Undone || load->load.batchesToUndo > 0));
    ui->resumeButton->setEnabled(free && load->load.state == LoadState::Running
                                 && load->load.file != QLatin1String("-"));
    ui->forgetButton->setEnabled(free);
    if (m_asking)
        m_message->setActionEnabled(!m_presenter.isActive());
    updateEmptyState();
}

void LoadHistoryDialog::askToUndo()
{
    const RecordedLoad known = *current();
    const LedgerEntry &load = known.load;
    ui->details->hide();
    m_message->showMessage(
        InfoBar::Severity::Warning,
        tr("Remove the %1 rows that %2 put into the table %3? Rows that were changed since stay.", nullptr,
           pluralOf(load.counts.written()))
            .arg(QLocale().toString(load.counts.written()), fileNameText(load.file), load.table),
        tr("Remove Ro&ws"), [this, known] { undo(known); });
    m_asking = true;
}

void LoadHistoryDialog::undo(const RecordedLoad &load)
{
    m_asking = false;
    if (m_presenter.undo(m_project, load))
        m_message->showMessage(InfoBar::Severity::Information, tr("Removing rows…"));
}

void LoadHistoryDialog::askToForget()
{
    const RecordedLoad known = *current();
    ui->details->hide();
    m_message->showMessage(InfoBar::Severity::Warning,
                           tr("Forget the load of %1? Its rows stay, but it can no longer be resumed, "
                              "recognised or undone.")
                               .arg(fileNameText(known.load.file)),
                           tr("For&get Load"), [this, known] {
                               m_asking = false;
                               m_presenter.forget(m_project, known);
                           });
    m_asking = true;
}

void LoadHistoryDialog::showUndone(const RecordedLoad &, const UndoResult &result, const QString &error)
{
    m_asking = false;
    if (!error.isEmpty()) {
        m_message->showMessage(InfoBar::Severity::Error, error);
    } else {
        m_message->showMessage(isWhole(result) ? InfoBar::Severity::Success : InfoBar::Severity::Warning,
                               undoText(result));
        ui->details->setPlainText(result.examples.join(u'\n'));
        ui->details->setVisible(!result.examples.isEmpty());
    }
    read();
}

void LoadHistoryDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        updateEmptyState();
    }
    QDialog::changeEvent(event);
}

} // namespace Weir
