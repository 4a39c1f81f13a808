// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/menddialog.h"

#include "gui/gridsetup.h"
#include "gui/problemdelegate.h"
#include "models/loadwording.h"
#include "ui_menddialog.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QLocale>
#include <QStyle>
#include <QtConcurrentRun>

#include <functional>
#include <set>

namespace Weir {

MendDialog::MendDialog(const Theme &theme, const Entity &entity, const LoadFile &file,
                       const QString &rejectedFile, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::MendDialog>())
    , m_file(file)
    , m_rejectedFile(rejectedFile)
    , m_model(entity, file.mapping)
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_pool.setMaxThreadCount(1);
    const auto check = [this](const QModelIndex &index, const QString &text) {
        return m_model.problemsFor(index, text);
    };
    auto *delegate = new ProblemDelegate(theme, MendModel::ProblemRole, this, check);
    ui->grid->setModel(&m_model);
    ui->grid->setItemDelegate(delegate);
    setUpGrid(ui->grid, true);
    connect(delegate, &ProblemDelegate::typed, ui->reasonLabel, &QLabel::setText);
    connect(ui->grid->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MendDialog::updateReason);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &MendDialog::updateTexts);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &MendDialog::updateTexts);
    connect(ui->nextButton, &QPushButton::clicked, this, &MendDialog::goToNextProblem);
    connect(ui->removeButton, &QPushButton::clicked, this, &MendDialog::removeSelected);
    connect(ui->loadButton, &QPushButton::clicked, this, &MendDialog::save);
    connect(ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    ui->reasonLabel->setProperty("role", QStringLiteral("problem"));
    updateTexts();
    read();
}

MendDialog::~MendDialog()
{
    disconnect(ui->grid->selectionModel(), nullptr, this, nullptr);
    ui->grid->setModel(nullptr);
    m_pool.waitForDone();
}

void MendDialog::read()
{
    using Lines = Expected<MendLines>;
    auto *watcher = new QFutureWatcher<Lines>(this);
    connect(watcher, &QFutureWatcher<Lines>::finished, this, [this, watcher] {
        const Lines lines = watcher->result();
        watcher->deleteLater();
        m_reading = false;
        if (lines) {
            m_complete = lines->complete;
            m_model.setLines(*lines);
            fitGrid(ui->grid);
            ui->grid->setCurrentIndex(m_model.nextProblem({}));
        } else {
            m_error = lines.error().sentence;
        }
        updateTexts();
    });
    watcher->setFuture(QtConcurrent::run(
        &m_pool, [path = m_rejectedFile, format = m_file.format] { return readMendLines(path, format); }));
}

void MendDialog::save()
{
    using Saved = Expected<QString>;
    m_saving = true;
    m_error.clear();
    updateTexts();
    auto *watcher = new QFutureWatcher<Saved>(this);
    connect(watcher, &QFutureWatcher<Saved>::finished, this, [this, watcher] {
        const Saved saved = watcher->result();
        watcher->deleteLater();
        m_saving = false;
        if (!saved) {
            m_error = saved.error().sentence;
            updateTexts();
            return;
        }
        Q_EMIT loadRequested({*saved, {}, m_file.entity, mendedFormat(m_file.format), m_file.mapping});
        accept();
    });
    const auto write = [rejected = m_rejectedFile, format = mendedFormat(m_file.format),
                        lines = m_model.lines()]() -> Saved {
        const QString path = mendedPath(rejected);
        if (const auto written = writeMended(path, format, lines); !written)
            return Unexpected(written.error());
        return path;
    };
    watcher->setFuture(QtConcurrent::run(&m_pool, write));
}

void MendDialog::updateTexts()
{
    const QLocale locale;
    const int rows = m_model.rowCount();
    const int bad = m_model.badRows();
    QString title = tr("Lines of %1 that were not loaded").arg(fileNameText(m_file.path));
    if (!m_complete)
        title += u' ' + tr("(the first %1)").arg(locale.toString(MendLines::Maximum));
    ui->titleLabel->setText(m_reading ? tr("Reading…") : title);
    ui->countLabel->setText(
        tr("%1 lines, %2 still break a rule").arg(locale.toString(rows), locale.toString(bad)));
    ui->loadButton->setEnabled(rows > 0 && !m_saving);
    ui->nextButton->setEnabled(bad > 0);
    ui->removeButton->setEnabled(rows > 0);
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
