// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loaddraft.h"

#include "engine/load/values/storedplan.h"
#include "engine/threads/executor.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"
#include "models/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Weir {

namespace {
constexpr double UsualBytesPerSecond = 40e6;

} // namespace

LoadDraft::LoadDraft(const Project &project, Executor &executor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_project(project)
    , m_executor(executor)
    , m_bytesPerSecond(UsualBytesPerSecond)
{}

void LoadDraft::setProject(const Project &project)
{
    const Project before = std::exchange(m_project, project);
    for (SheetFile &file : m_files) {
        const Entity old = before.entities.value(file.entity);
        file.entity = project.entityIndex(old.name);
        const Entity entity = project.entities.value(file.entity);
        if (StoredPlan::fieldNames(old) == StoredPlan::fieldNames(entity))
            continue;
        file.chosenMapping.reset();
        file.mapping = defaultMapping(file);
    }
    for (int row = 0; row < rowCount(); ++row)
        inspect(row);
}

int LoadDraft::rowOf(const QString &path) const
{
    const auto found = std::find_if(m_files.cbegin(), m_files.cend(),
                                    [&](const SheetFile &file) { return file.path == path; });
    return found == m_files.cend() ? -1 : static_cast<int>(found - m_files.cbegin());
}

void LoadDraft::append(const SheetFile &file)
{
    beginInsertRows({}, rowCount(), rowCount());
    m_files.push_back(file);
    endInsertRows();
    inspect(rowCount() - 1);
}

void LoadDraft::addFiles(const QStringList &paths, int entity)
{
    for (const QString &path : paths) {
        SheetFile file;
        file.path = QFileInfo(path).absoluteFilePath();
        file.entity = entity;
        if (rowOf(file.path) < 0)
            append(file);
    }
}

void LoadDraft::addFile(const SourceFile &file, bool resumes)
{
    SheetFile draft;
    draft.path = QFileInfo(file.path).absoluteFilePath();
    draft.resumes = resumes;
    draft.entity = file.entity;
    draft.chosenFormat = file.format;
    draft.chosenMapping = file.mapping;
    const int row = rowOf(draft.path);
    if (row < 0) {
        append(draft);
    } else {
        m_files[static_cast<std::size_t>(row)] = draft;
        inspect(row);
    }
}

void LoadDraft::removeFile(int row)
{
    if (!hasIndex(row, 0))
        return;
    beginRemoveRows({}, row, row);
    m_files.erase(m_files.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void LoadDraft::detectAgain(int row)
{
    SheetFile &draft = m_files[static_cast<std::size_t>(row)];
    draft.chosenFormat.reset();
    draft.chosenMapping.reset();
    draft.entity = -1;
    draft.reading = true;
    inspect(row);
}

void LoadDraft::setFormat(int row, const CsvFormat &format)
{
    SheetFile &draft = m_files[static_cast<std::size_t>(row)];
    if ((draft.ready || draft.chosenFormat) && draft.format() == format)
        return;
    draft.chosenFormat = format;
    draft.reading = true;
    inspect(row);
}

void LoadDraft::setEntity(int row, int entity)
{
    SheetFile &draft = m_files[static_cast<std::size_t>(row)];
    if (draft.entity == entity)
        return;
    draft.entity = entity;
    draft.chosenMapping.reset();
    draft.mapping = defaultMapping(draft);
    inspect(row);
}

ColumnMapping LoadDraft::defaultMapping(const SheetFile &file) const
{
    if (file.entity < 0 || !file.ready)
        return {};
    return usualMapping(m_project.entities.at(file.entity), file.detection);
}

int LoadDraft::fieldOf(int row, int column) const
{
    return static_cast<int>(file(row).mapping.columnOfField.indexOf(column));
}

void LoadDraft::setField(int row, int column, int field)
{
    SheetFile &draft = m_files[static_cast<std::size_t>(row)];
    if (draft.entity < 0 || field >= draft.mapping.columnOfField.size() || fieldOf(row, column) == field)
        return;
    for (int &other : draft.mapping.columnOfField) {
        if (other == column)
            other = -1;
    }
    if (field >= 0)
        draft.mapping.columnOfField[field] = column;
    draft.chosenMapping = draft.mapping;
    draft.mappedHeader = draft.detection.header;
    inspect(row);
}

void LoadDraft::setSettings(const LoadSettings &settings)
{
    const bool raggedChanged = settings.ragged != m_settings.ragged;
    m_settings = settings;
    for (int row = 0; row < rowCount() && raggedChanged; ++row)
        inspect(row);
    Q_EMIT changed();
}

void LoadDraft::inspect(int row)
{
    SheetFile &draft = m_files[static_cast<std::size_t>(row)];
    const quint64 number = ++m_lastInspection;
    draft.inspection = number;
    draft.inspecting = true;
    draft.reading = draft.reading || !draft.ready;
    FileQuestion question{draft.path,   m_project.entities,  m_settings.ragged,  draft.chosenFormat,
                          draft.entity, draft.chosenMapping, draft.mappedHeader, {}};
    if (!draft.reading)
        question.detection = draft.detection;
    m_executor.run(
        Executor::file(draft.path, this, Executor::Duty::Question),
        [question](const std::stop_token &) { return inspectFile(question); },
        [this, number](const FileFindings &findings) { take(number, findings); });
    announce(row);
    Q_EMIT changed();
}

void LoadDraft::take(quint64 inspection, const FileFindings &findings)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [inspection](const SheetFile &file) {
        return file.inspection == inspection;
    });
    if (found == m_files.end()) // removed, or asked anew meanwhile
        return;
    const bool wasReading = std::exchange(found->reading, false);
    found->inspecting = false;
    found->error = findings.error;
    found->ready = findings.error.isEmpty();
    if (found->ready) {
        found->detection = findings.detection;
        found->entity = findings.entity;
        found->mapping = findings.mapping;
        if (found->chosenMapping != findings.mapping) // it does not fit any more
            found->chosenMapping.reset();
        found->check = findings.check;
    }
    announce(static_cast<int>(found - m_files.begin()));
    if (wasReading)
        Q_EMIT changed();
}

void LoadDraft::announce(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT fileChanged(row);
}

LoadPlan LoadDraft::plan() const
{
    LoadPlan plan;
    plan.project = m_project;
    plan.settings = m_settings;
    for (const SheetFile &file : m_files)
        plan.files.append({file.path, {}, file.entity, file.format(), file.mapping});
    return plan;
}

bool LoadDraft::resumes() const
{
    return !m_files.empty()
        && std::all_of(m_files.cbegin(), m_files.cend(), [](const SheetFile &file) { return file.resumes; });
}

QString LoadDraft::fileProblem(int row) const
{
    const SheetFile &draft = file(row);
    const QString name = fileNameText(draft.path);
    if (draft.reading)
        return tr("Reading %1…").arg(name);
    if (!draft.ready)
        return draft.error;
    if (draft.entity < 0)
        return tr("Choose what %1 holds.").arg(name);
    const auto checked = draft.mapping.check(m_project.entities.at(draft.entity), draft.detection.header,
                                             m_settings.extra, m_settings.missing);
    return checked ? QString() : checked.error().sentence;
}

QString LoadDraft::problem() const
{
    if (m_files.empty())
        return tr("Add the files to load.");
    for (int row = 0; row < rowCount(); ++row) {
        const QString problem = fileProblem(row);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString LoadDraft::estimate() const
{
    qint64 rows = 0;
    qint64 bytes = 0;
    for (const SheetFile &file : m_files) {
        if (!file.ready)
            return {};
        rows = rows < 0 || file.detection.estimatedRows < 0 ? -1 : rows + file.detection.estimatedRows;
        bytes += std::max<qint64>(file.detection.fileSize, 0);
    }
    if (m_files.empty())
        return {};
    const QString time = remainingText(static_cast<double>(bytes) / m_bytesPerSecond);
    if (rows < 0)
        return tr("%1, about %2").arg(sizeText(bytes), time);
    return tr("About %1 rows, %2, %3", nullptr, pluralOf(rows))
        .arg(QLocale().toString(rows), sizeText(bytes), time);
}

int LoadDraft::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int LoadDraft::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadDraft::cell(const SheetFile &file, int column) const
{
    switch (column) {
    case File:
        return fileNameText(file.path);
    case EntityColumn:
        return shortText(m_project.entities.value(file.entity).title, 40);
    case Rows:
        return file.ready && file.detection.estimatedRows >= 0
            ? QLocale().toString(file.detection.estimatedRows)
            : QString();
    case Size:
        return file.ready ? sizeText(file.detection.fileSize) : QString();
    default:
        return {};
    }
}

QVariant LoadDraft::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString problem = role == Qt::DisplayRole ? QString() : fileProblem(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(file(index.row()), index.column());
    case ProblemRole:
        return file(index.row()).reading ? QString() : problem;
    case Qt::AccessibleDescriptionRole:
        return problem;
    case Qt::ToolTipRole:
        return plainToolTip(
            QStringList{QDir::toNativeSeparators(file(index.row()).path), problem}.join(u'\n').trimmed());
    case Qt::TextAlignmentRole:
        if (index.column() >= Rows)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant LoadDraft::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("File"), tr("Entity"), tr("Rows ≈"), tr("Size")};
    return titles[section];
}

} // namespace Weir
