// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tableemptier.h"

#include "gui/workqueue.h"
#include "models/projectdocument.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

QList<Entity> entitiesOf(const Project &project, const QString &database)
{
    QList<Entity> entities;
    std::copy_if(project.entities.cbegin(), project.entities.cend(), std::back_inserter(entities),
                 [&database](const Entity &entity) { return entity.database == database; });
    return entities;
}

// With what SQLite leaves beside a database that was read.
void removeBackup(const QString &file)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(file + QLatin1String(suffix));
}

// A database that does not exist yet has no rows; asking it would make the file.
QList<TableCount> countTables(const Databases &databases, const Project &project)
{
    QList<TableCount> result(project.entities.size());
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = databases.backend(profile.name);
        if (!backend || !QFileInfo::exists(backend->location()))
            continue;
        const auto counts = backend->countRows(entitiesOf(project, profile.name));
        int index = 0;
        for (int i = 0; i < project.entities.size(); ++i) {
            if (project.entities.at(i).database == profile.name)
                result[i] =
                    counts ? TableCount{counts->value(index++), {}} : TableCount{0, counts.error().sentence};
        }
    }
    return result;
}

} // namespace

TableEmptier::TableEmptier(WorkQueue &queue, ProjectDocument &document, QWidget *window)
    : QObject(window)
    , m_queue(queue)
    , m_document(document)
    , m_window(window)
{}

TableEmptier::~TableEmptier()
{
    for (const Emptied &emptied : std::as_const(m_undo))
        removeBackup(emptied.backupFile);
}

void TableEmptier::ask()
{
    delete m_dialog;
    const Project project = m_document.project();
    auto *dialog = new EmptyTablesDialog(project.entities, m_window);
    m_dialog = dialog;
    connect(dialog, &QDialog::accepted, this,
            [this, project, dialog] { empty(project, dialog->chosenEntities()); });
    dialog->open();
    count(project);
}

void TableEmptier::count(const Project &project)
{
    auto counts = std::make_shared<QList<TableCount>>();
    const auto work = [project, counts](Databases &databases) {
        *counts = countTables(databases, project);
        return QString();
    };
    m_queue.addWork(project, work, [this, counts, asked = m_dialog](const QString &error) {
        EmptyTablesDialog *dialog = asked;
        if (!dialog)
            return;
        if (error.isEmpty()) {
            dialog->setCounts(*counts);
        } else {
            dialog->reject();
            Q_EMIT failed(error);
        }
    });
}

void TableEmptier::empty(const Project &project, const QList<int> &entities)
{
    forget();
    QList<Emptied> plan;
    for (const DatabaseProfile &profile : project.databases) {
        Emptied emptied{profile.name, {}, {}, 0};
        for (const int entity : entities) {
            if (project.entities.at(entity).database == profile.name)
                emptied.entities.append(project.entities.at(entity));
        }
        if (!emptied.entities.isEmpty())
            plan.append(emptied);
    }
    auto result = std::make_shared<Result>();
    const auto work = [plan, result](Databases &databases) -> QString {
        const QDir backups(databases.dataDirectory() + QStringLiteral("/backups"));
        if (!backups.mkpath(QStringLiteral(".")))
            return tr("No backup can be made in %1, so nothing was deleted. Check that the folder can be "
                      "written.")
                .arg(QDir::toNativeSeparators(backups.path()));
        for (Emptied emptied : plan) {
            const std::shared_ptr<Backend> backend = databases.backend(emptied.database);
            if (!backend)
                continue;
            emptied.backupFile = backups.filePath(emptied.database + QStringLiteral(".before-emptying.db"));
            if (const auto rows = backend->empty(emptied.entities, emptied.backupFile)) {
                emptied.rows = *rows;
                result->emptied.append(emptied);
            } else {
                result->errors.append(rows.error().sentence);
            }
        }
        return {};
    };
    m_queue.addWork(project, work, [this, result](const QString &error) { handleEmptied(*result, error); });
}

void TableEmptier::handleEmptied(const Result &result, const QString &error)
{
    setUndo(result.emptied);
    qint64 rows = 0;
    for (const Emptied &emptied : result.emptied)
        rows += emptied.rows;
    if (!result.emptied.isEmpty())
        Q_EMIT emptied(rows);
    if (!error.isEmpty())
        Q_EMIT failed(error);
    for (const QString &sentence : result.errors)
        Q_EMIT failed(sentence);
}

// Rows that somebody wrote in the meantime would be lost: then nothing is put back.
void TableEmptier::undo()
{
    if (m_undo.isEmpty())
        return;
    auto left = std::make_shared<QList<Emptied>>(m_undo);
    const auto work = [left](Databases &databases) {
        QStringList errors;
        const QList<Emptied> all = *left;
        for (const Emptied &emptied : all) {
            const std::shared_ptr<Backend> backend = databases.backend(emptied.database);
            if (!backend)
                continue;
            const auto counts = backend->countRows(emptied.entities);
            if (!counts) {
                errors.append(counts.error().sentence);
            } else if (std::any_of(counts->cbegin(), counts->cend(), [](qint64 rows) { return rows > 0; })) {
                errors.append(tr("%1 has new rows since it was emptied, so its old rows were not put back. "
                                 "They are in %2.")
                                  .arg(QDir::toNativeSeparators(backend->location()),
                                       QDir::toNativeSeparators(emptied.backupFile)));
            } else if (const SqlError error = backend->restore(emptied.backupFile)) {
                errors.append(error.sentence);
            } else {
                removeBackup(emptied.backupFile);
                left->removeIf(
                    [&emptied](const Emptied &other) { return other.database == emptied.database; });
            }
        }
        return errors.join(u'\n');
    };
    m_queue.addWork(m_document.project(), work, [this, left](const QString &error) {
        setUndo(*left);
        if (error.isEmpty())
            Q_EMIT restored();
        else
            Q_EMIT failed(error);
    });
}

// Files are removed off the GUI thread: deleting a big one takes its time.
void TableEmptier::forget()
{
    if (m_undo.isEmpty())
        return;
    QStringList files;
    for (const Emptied &emptied : std::as_const(m_undo))
        files.append(emptied.backupFile);
    setUndo({});
    const auto work = [files](Databases &) {
        for (const QString &file : files)
            removeBackup(file);
        return QString();
    };
    m_queue.addWork(m_document.project(), work, [](const QString &) {});
}

void TableEmptier::setUndo(const QList<Emptied> &undo)
{
    const bool before = canUndo();
    m_undo = undo;
    if (before != canUndo())
        Q_EMIT undoAvailableChanged(canUndo());
}

} // namespace Weir
