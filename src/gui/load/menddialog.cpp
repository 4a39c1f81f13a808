// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/menddialog.h"

#include "engine/threads/executor.h"
#include "gui/widgets/gridsetup.h"
#include "gui/widgets/problemdelegate.h"
#include "models/load/loadwording.h"
#include "ui_menddialog.h"

#include <QEvent>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>

#include <functional>
#include <set>

namespace Weir {

MendDialog::MendDialog(const Theme &theme, const Entity &entity, const SourceFile &file,
                       const FileResult &result, Executor &executor, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::MendDialog>())
    , m_file(file)
    , m_rejectedFile(result.rejectedFile)
    , m_reasonsFile(result.reasonsFile)
    , m_executor(executor)
    , m_model(entity, file.mapping)
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(size().boundedTo(screen()->availableSize() - QSize(40, 60)));
    const auto check = [this](const QModelIndex &index, const QString &text) {
        return m_model.problemsFor(index, text);
    };
    auto *delegate = new ProblemDelegate(theme, MendModel::ProblemRole, this, check);
    ui->grid->setModel(&m_model);
    ui->grid->setItemDelegate(delegate);
    setUpGrid(ui->grid, true);
    connect(delegate, &ProblemDelegate::typed, ui->reasonLabel, &QLabel::setText);
    ui->reasonLabel->setProperty("role", QStringLiteral("problem"));
    connectParts();
    read();
}

MendDialog::~MendDialog()
{
    disconnect(ui->grid->selectionModel(), nullptr, this, nullptr);
    ui->grid->setModel(nullptr);
}

void MendDialog::connectParts()
{
    connect(ui->grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MendDialog::updateReason);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MendDialog::updateTexts);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &MendDialog::updateTexts);
    connect(ui->nextButton, &QPushButton::clicked, this, &MendDialog::goToNextProblem);
    connect(ui->removeButton, &QPushButton::clicked, this, &MendDialog::removeSelected);
    connect(ui->moreButton, &QPushButton::clicked, this, &MendDialog::read);
    connect(ui->loadButton, &QPushButton::clicked, this, &MendDialog::save);
    connect(ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
}

void MendDialog::read()
{
    m_reading = true;
    m_error.clear();
    updateTexts();
    const auto job = [path = m_rejectedFile, reasons = m_reasonsFile, format = m_file.format,
                      skipped = m_linesRead](const std::stop_token &) {
        return readMendLines(path, reasons, format, skipped);
    };
    m_executor.run(Executor::file(m_rejectedFile, this, Executor::Duty::Question), job,
                   [this](const Expected<MendLines> &lines) { take(lines); });
}

void MendDialog::take(const Expected<MendLines> &lines)
{
    m_reading = false;
    if (lines) {
        const bool isFirst = m_linesRead == 0;
        m_complete = lines->complete;
        m_linesRead += static_cast<qint64>(lines->rows.size());
        if (isFirst)
            m_model.setLines(*lines);
        else
            m_model.addLines(*lines);
        if (isFirst) {
            fitGrid(ui->grid);
            ui->grid->setCurrentIndex(m_model.nextProblem({}));
        }
    } else {
        m_error = lines.error().sentence;
    }
    updateTexts();
}

void MendDialog::save()
{
    m_saving = true;
    m_error.clear();
    updateTexts();
    const auto write = [rejected = m_rejectedFile, format = mendedFormat(m_file.format),
                        lines = m_model.lines()](const std::stop_token &) -> Expected<QString> {
        const QString path = mendedPath(rejected);
        return writeMended(path, format, lines).map([&] { return path; });
    };
    m_executor.run(Executor::file(m_rejectedFile, this, Executor::Duty::Deed), write,
                   [this](const Expected<QString> &written) { finish(written); });
}

void MendDialog::finish(const Expected<QString> &written)
{
    m_saving = false;
    if (!written) {
        m_error = written.error().sentence;
        updateTexts();
        return;
    }
    Q_EMIT saved(*written);
    if (!m_saveOnly)
        Q_EMIT loadRequested({*written, {}, m_file.entity, mendedFormat(m_file.format), m_file.mapping});
    accept();
}

void MendDialog::setSaveOnly()
{
    m_saveOnly = true;
    updateTexts();
}

void MendDialog::reject()
{
    if (m_saving) // in a moment
        return;
    if (hasEdits())
        askToDiscard();
    else
        QDialog::reject();
}

void MendDialog::askToDiscard()
{
    if (findChild<QMessageBox *>(QStringLiteral("discardBox")))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Lines were mended"),
                                tr("Discard what you mended?"), QMessageBox::NoButton, this);
    box->setObjectName(QStringLiteral("discardBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("The rejected lines stay in their file as they are."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *discard = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("&Keep Mending"), QMessageBox::RejectRole));
    connect(discard, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

void MendDialog::updateTexts()
{
    const QLocale locale;
    const int rows = m_model.rowCount();
    const int bad = m_model.badRows();
    QString title = tr("Lines of %1 that were not loaded").arg(fileNameText(m_file.path));
    if (!m_complete)
        title += u' ' + tr("(the first %1)").arg(locale.toString(m_linesRead));
    ui->titleLabel->setText(m_reading ? tr("Reading…") : title);
    ui->countLabel->setText(
        tr("%1 lines, %2 with a problem", nullptr, rows).arg(locale.toString(rows), locale.toString(bad)));
    ui->loadButton->setText(m_saveOnly ? tr("&Save") : tr("Save and &Load"));
    ui->loadButton->setToolTip(
        m_saveOnly ? tr("Save these lines beside the rejected ones; another project is open, so that they "
                        "cannot be loaded where they belong")
                   : tr("Save these lines beside the rejected ones and load only them"));
    ui->loadButton->setEnabled(rows > 0 && !m_saving && !m_reading);
    ui->nextButton->setEnabled(bad > 0);
    ui->removeButton->setEnabled(rows > 0 && !m_saving);
    ui->moreButton->setVisible(!m_complete);
    ui->moreButton->setEnabled(!m_reading && !m_saving);
    ui->grid->setEnabled(!m_saving);
    updateReason();
}

void MendDialog::updateReason()
{
    const QString problem = ui->grid->currentIndex().data(MendModel::ProblemRole).toString();
    ui->reasonLabel->setText(m_error.isEmpty() ? problem : m_error);
}

void MendDialog::removeSelected()
{
    std::set<int, std::greater<>> rows;
    const QModelIndexList cells = ui->grid->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : cells)
        rows.insert(index.row());
    for (const int row : rows)
        m_model.removeRows(row, 1);
}

void MendDialog::goToNextProblem()
{
    const QModelIndex next = m_model.nextProblem(ui->grid->currentIndex());
    if (!next.isValid())
        return;
    ui->grid->setCurrentIndex(next);
    ui->grid->scrollTo(next);
    ui->grid->setFocus(Qt::OtherFocusReason);
}

void MendDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        updateTexts();
    }
    QDialog::changeEvent(event);
}

} // namespace Weir
