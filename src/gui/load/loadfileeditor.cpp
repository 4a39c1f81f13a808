// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadfileeditor.h"

#include "gui/widgets/gridsetup.h"
#include "gui/widgets/mappingdelegate.h"
#include "gui/widgets/problemdelegate.h"
#include "models/load/loaddraft.h"
#include "models/plaintext.h"
#include "ui_loadfileeditor.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace Weir {

LoadFileEditor::LoadFileEditor(const Theme &theme, LoadDraft &draft, QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::LoadFileEditor>())
    , m_draft(draft)
    , m_mapping(draft)
    , m_preview(draft)
{
    ui->setupUi(this);
    ui->mappingView->setModel(&m_mapping);
    ui->mappingView->setItemDelegate(new MappingDelegate(theme, m_mapping, this));
    ui->previewView->setModel(&m_preview);
    ui->previewView->setItemDelegate(new ProblemDelegate(theme, PreviewModel::ProblemRole, this));
    layout()->setContentsMargins(8, 0, 0, 0);
    setUpGrid(ui->mappingView);
    setUpGrid(ui->previewView, true);
    ui->splitter->setStretchFactor(1, 2);
    ui->formatLayout->setColumnStretch(1, 2);
    ui->formatLayout->setColumnStretch(3, 2);
    ui->formatLayout->setColumnStretch(5, 1);
    fillChoices();
    connectEditors();
    setFile(-1);
}

LoadFileEditor::~LoadFileEditor() = default;

void LoadFileEditor::connectEditors()
{
    for (const QComboBox *combo :
         {ui->encodingCombo, ui->compressionCombo, ui->delimiterCombo, ui->quoteCombo, ui->lineEndCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &LoadFileEditor::applyFormat);
    connect(ui->headerCheck, &QCheckBox::toggled, this, &LoadFileEditor::applyFormat);
    connect(ui->entityCombo, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_showing && m_file >= 0)
            m_draft.setEntity(m_file, ui->entityCombo->currentData().toInt());
    });
    connect(ui->mappingView, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            ui->mappingView->edit(index);
        if (auto *combo = qobject_cast<QComboBox *>(ui->mappingView->indexWidget(index)))
            combo->showPopup();
    });
    connect(ui->detectButton, &QPushButton::clicked, this, [this] { m_draft.detectAgain(m_file); });
    connect(&m_draft, &LoadDraft::fileChanged, this, [this](int row) {
        if (row == m_file)
            update();
    });
}

void LoadFileEditor::fillChoices()
{
    m_showing = true;
    const std::pair<QString, char> delimiters[] = {{tr("Comma"), ','}, {tr("Semicolon"), ';'},
                                                   {tr("Tab"), '\t'},  {tr("Vertical bar"), '|'},
                                                   {tr("Colon"), ':'}, {tr("Space"), ' '}};
    const std::pair<QString, char> quotes[] = {
        {tr("Double (\")"), '"'}, {tr("Single (')"), '\''}, {tr("None"), '\0'}};
    ui->delimiterCombo->clear();
    for (const auto &[text, character] : delimiters)
        ui->delimiterCombo->addItem(text, int(character));
    ui->quoteCombo->clear();
    for (const auto &[text, character] : quotes)
        ui->quoteCombo->addItem(text, int(character));
    m_showing = false;
}

void LoadFileEditor::fillEntities()
{
    ui->entityCombo->clear();
    if (m_draft.file(m_file).entity < 0)
        ui->entityCombo->addItem(tr("(choose)"), -1);
    const QList<Entity> &entities = m_draft.project().entities;
    for (int i = 0; i < entities.size(); ++i)
        ui->entityCombo->addItem(shortText(entities.at(i).title, 40), i);
}

void LoadFileEditor::choose(QComboBox *combo, char character)
{
    int index = combo->findData(int(character));
    if (index < 0) { // found in a project of the user's own making
        combo->addItem(shortText(QString(QLatin1Char(character)), 1), int(character));
        index = combo->count() - 1;
    }
    combo->setCurrentIndex(index);
}

void LoadFileEditor::setFile(int row)
{
    m_file = row;
    m_mapping.setFile(row);
    m_preview.setFile(row);
    setEnabled(row >= 0);
    update();
}

void LoadFileEditor::update()
{
    m_showing = true;
    if (m_file < 0) {
        ui->evidenceLabel->clear();
        ui->databaseLabel->clear();
    } else {
        const SheetFile &file = m_draft.file(m_file);
        fillEntities();
        ui->entityCombo->setCurrentIndex(ui->entityCombo->findData(file.entity));
        const Entity entity = m_draft.project().entities.value(file.entity);
        const int database = m_draft.project().databaseIndex(entity.database);
        ui->databaseLabel->setText(
            database < 0 ? QString()
                         : tr("table %1 in %2")
                               .arg(shortText(entity.table, 40),
                                    shortText(m_draft.project().databases.at(database).label(), 60)));
        showFormat(file);
        ui->evidenceLabel->setText(file.error.isEmpty() ? file.detection.evidence.join(u' ') : file.error);
    }
    m_showing = false;
    updatePreviewLabel();
    if (m_file >= 0 && !m_draft.file(m_file).inspecting) {
        fitGrid(ui->mappingView);
        fitGrid(ui->previewView);
    }
}

void LoadFileEditor::showFormat(const SheetFile &file)
{
    const CsvFormat format = file.format();
    ui->encodingCombo->setCurrentIndex(static_cast<int>(format.encoding));
    ui->compressionCombo->setCurrentIndex(static_cast<int>(format.compression));
    ui->lineEndCombo->setCurrentIndex(format.lineEnd == '\r' ? 1 : 0);
    ui->headerCheck->setChecked(format.header);
    choose(ui->delimiterCombo, format.delimiter);
    choose(ui->quoteCombo, format.quote);
    // Before the first reading they show nothing that a choice could begin with.
    const bool editable = file.ready || file.chosenFormat || !file.error.isEmpty();
    for (QWidget *editor :
         std::initializer_list<QWidget *>{ui->encodingCombo, ui->compressionCombo, ui->delimiterCombo,
                                          ui->quoteCombo, ui->lineEndCombo, ui->headerCheck})
        editor->setEnabled(editable);
}

void LoadFileEditor::updatePreviewLabel()
{
    if (m_file < 0 || !m_draft.file(m_file).ready) {
        ui->previewLabel->setText(tr("First lines"));
        return;
    }
    const SheetFile &file = m_draft.file(m_file);
    const auto lines = static_cast<int>(file.detection.rows.size());
    const int bad = file.check.badRows;
    const QLocale locale;
    const QString count = locale.toString(lines);
    ui->previewLabel->setText(
        bad == 0
            ? tr("First %1 lines: all are valid", nullptr, lines).arg(count)
            : tr("First %1 lines: %2 would be rejected", nullptr, lines).arg(count, locale.toString(bad)));
}

void LoadFileEditor::applyFormat()
{
    if (m_showing || m_file < 0)
        return;
    CsvFormat format = m_draft.file(m_file).format();
    format.encoding = static_cast<TextEncoding>(ui->encodingCombo->currentIndex());
    format.compression = static_cast<Compression>(ui->compressionCombo->currentIndex());
    format.delimiter = static_cast<char>(ui->delimiterCombo->currentData().toInt());
    format.quote = static_cast<char>(ui->quoteCombo->currentData().toInt());
    format.lineEnd = ui->lineEndCombo->currentIndex() == 1 ? '\r' : '\n';
    format.header = ui->headerCheck->isChecked();
    m_draft.setFormat(m_file, format);
}

void LoadFileEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_showing = true;
        ui->retranslateUi(this);
        fillChoices();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
