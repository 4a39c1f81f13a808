// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/loaddraft.h"

#include "models/loadwording.h"
#include "models/plaintext.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace Weir {

namespace {
constexpr double UsualBytesPerSecond = 40e6;
constexpr int Readers = 2;

ColumnMapping mappingFor(const Entity &entity, const CsvDetection &detection)
{
    return detection.format.header
        ? ColumnMapping::byName(entity, detection.header)
        : ColumnMapping::byOrder(entity, static_cast<int>(detection.header.size()));
}
} // namespace

/// What to find out about a file; what is settled already is given.
struct LoadDraft::Order
{
    QString path;
    QList<Entity> entities;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    std::optional<CsvFormat> format;
    std::optional<int> entity;
    std::optional<ColumnMapping> mapping;
    std::optional<CsvDetection> detection;
};

struct LoadDraft::Findings
{
    QString error;
    CsvDetection detection;
    int entity = -1;
    ColumnMapping mapping;
    PreviewCheck check;
};

LoadDraft::LoadDraft(const Project &project, QObject *parent)
    : QAbstractTableModel(parent)
    , m_project(project)
    , m_bytesPerSecond(UsualBytesPerSecond)
{
    m_pool.setMaxThreadCount(Readers);
}

LoadDraft::~LoadDraft()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void LoadDraft::setProject(const Project &project)
{
    for (DraftFile &file : m_files)
        file.entity = project.entityIndex(m_project.entities.value(file.entity).name);
    m_project = project;
    for (int row = 0; row < rowCount(); ++row) {
        DraftFile &file = m_files[static_cast<std::size_t>(row)];
        if (file.mapping.columnOfField.size() != m_project.entities.value(file.entity).fields.size())
            file.mapping = defaultMapping(file);
        recheck(row);
    }
}

void LoadDraft::addFiles(const QStringList &paths, int entity)
{
    for (const QString &path : paths) {
        const QString absolute = QFileInfo(path).absoluteFilePath();
        const bool known = std::any_of(m_files.cbegin(), m_files.cend(),
                                       [&](const DraftFile &file) { return file.path == absolute; });
        if (known)
            continue;
        beginInsertRows({}, rowCount(), rowCount());
        DraftFile file;
        file.path = absolute;
        file.entity = entity;
        m_files.push_back(file);
        endInsertRows();
        Order order{absolute, m_project.entities, m_settings.ragged, {}, {}, {}, {}};
        if (entity >= 0)
            order.entity = entity;
        inspect(rowCount() - 1, order);
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
    inspect(row, {file(row).path, m_project.entities, m_settings.ragged, {}, {}, {}, {}});
}

void LoadDraft::setFormat(int row, const CsvFormat &format)
{
    const DraftFile &draft = file(row);
    if (draft.ready && draft.detection.format == format)
        return;
    Order order{draft.path, m_project.entities, m_settings.ragged, format, {}, {}, {}};
    if (draft.entity >= 0)
        order.entity = draft.entity;
    inspect(row, order);
}

void LoadDraft::setEntity(int row, int entity)
{
    DraftFile &draft = m_files[static_cast<std::size_t>(row)];
    if (draft.entity == entity)
        return;
    draft.entity = entity;
    draft.mapping = defaultMapping(draft);
    recheck(row);
}

ColumnMapping LoadDraft::defaultMapping(const DraftFile &file) const
{
    if (file.entity < 0 || !file.ready)
        return {};
    return mappingFor(m_project.entities.at(file.entity), file.detection);
}

int LoadDraft::fieldOf(int row, int column) const
{
    return static_cast<int>(file(row).mapping.columnOfField.indexOf(column));
}

void LoadDraft::setField(int row, int column, int field)
{
    DraftFile &draft = m_files[static_cast<std::size_t>(row)];
    if (draft.entity < 0 || field >= draft.mapping.columnOfField.size() || fieldOf(row, column) == field)
        return;
    for (int &other : draft.mapping.columnOfField) {
        if (other == column)
            other = -1;
    }
    if (field >= 0)
        draft.mapping.columnOfField[field] = column;
    recheck(row);
}

void LoadDraft::setSettings(const LoadSettings &settings)
{
    const bool raggedChanged = settings.ragged != m_settings.ragged;
    m_settings = settings;
    for (int row = 0; row < rowCount() && raggedChanged; ++row)
        recheck(row);
    Q_EMIT changed();
}

void LoadDraft::recheck(int row)
{
    const DraftFile &draft = file(row);
    if (!draft.ready)
        return;
    inspect(row,
            {draft.path, m_project.entities, m_settings.ragged, draft.detection.format, draft.entity,
             draft.mapping, draft.detection});
}

void LoadDraft::inspect(int row, const Order &order)
{
    DraftFile &draft = m_files[static_cast<std::size_t>(row)];
    const quint64 number = ++m_lastInspection;
    draft.inspection = number;
    draft.inspecting = true;
    draft.reading = !order.detection;
    auto *watcher = new QFutureWatcher<Findings>(this);
    connect(watcher, &QFutureWatcher<Findings>::finished, this, [this, watcher, number] {
        watcher->deleteLater();
        take(number, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(&m_pool, &LoadDraft::find, order));
    announce(row);
    Q_EMIT changed();
}

LoadDraft::Findings LoadDraft::find(const Order &order)
{
    Findings findings;
    if (order.detection) {
        findings.detection = *order.detection;
    } else {
        // Anything else could keep the reader waiting for ever.
        if (!QFileInfo(order.path).isFile()) {
            findings.error =
                tr("%1 is not a file that can be read.").arg(QDir::toNativeSeparators(order.path));
            return findings;
        }
        auto detection = order.format ? CsvDetector::preview(order.path, *order.format)
                                      : CsvDetector::detect(order.path, order.entities);
        if (!detection) {
            findings.error = detection.error().sentence;
            return findings;
        }
        findings.detection = std::move(*detection);
    }
    findings.entity =
        order.entity.value_or(CsvDetector::entityFor(order.path, findings.detection.header, order.entities));
    if (findings.entity < 0)
        return findings;
    const Entity &entity = order.entities.at(findings.entity);
    findings.mapping = order.mapping.value_or(mappingFor(entity, findings.detection));
    findings.check = checkPreview(findings.detection, entity, findings.mapping, order.ragged);
    return findings;
}

void LoadDraft::take(quint64 inspection, const Findings &findings)
{
    const auto found = std::find_if(m_files.begin(), m_files.end(), [inspection](const DraftFile &file) {
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
    for (const DraftFile &file : m_files)
        plan.files.append({file.path, {}, file.entity, file.detection.format, file.mapping});
    return plan;
}

QString LoadDraft::fileProblem(int row) const
{
    const DraftFile &draft = file(row);
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
    for (const DraftFile &file : m_files) {
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
    return tr("About %1 rows, %2, %3").arg(QLocale().toString(rows), sizeText(bytes), time);
}

int LoadDraft::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int LoadDraft::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadDraft::cell(const DraftFile &file, int column) const
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
