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

// A database that does not exist yet has no rows; asking it would make the file.
QList<TableCount> countTables(const Databases &databases, const Project &project)
{
    QList<TableCount> result(project.entities.size());
    for (const DatabaseProfile &profile : project.databases) {
        const std::shared_ptr<Backend> backend = databases.backend(profile.name);
        if (!backend || backend->presence() == Presence::Absent)
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
    QList<Target> plan;
    for (const DatabaseProfile &profile : project.databases) {
        Target target{profile.name, {}};
        for (const int entity : entities) {
            if (project.entities.at(entity).database == profile.name)
                target.entities.append(project.entities.at(entity));
        }
        if (!target.entities.isEmpty())
            plan.append(target);
    }
    const auto outcome = std::make_shared<Outcome>();
    outcome->done.reserve(plan.size()); // a ticket that finds no memory would take the rows with it
    const auto work = [plan, outcome, stop = m_stop](Databases &databases) {
        for (const Target &target : plan) {
            const std::shared_ptr<Backend> backend = databases.backend(target.database);
            if (!backend)
                continue;
            const auto ticket = backend->empty(target.entities, *stop);
            if (!ticket)
                outcome->errors.append(ticket.error().sentence);
            else if (ticket->rows > 0)
                outcome->done.append({target.database, backend->location(), *ticket});
        }
        return QString();
    };
    m_queue.addWork(project, work, [this, outcome](const QString &error) {
        if (!error.isEmpty())
            outcome->errors.append(error);
        std::reverse(outcome->done.begin(), outcome->done.end());
        handleEmptied(*outcome);
    });
}

// Rows taken away before can be put back for as long as the new emptying is not wholly done.
void TableEmptier::handleEmptied(const Outcome &outcome)
{
    const QList<Emptied> older = m_undo;
    qint64 rows = 0;
    QStringList sentences = outcome.errors;
    for (const Emptied &emptied : outcome.done) {
        rows += emptied.ticket.rows;
        sentences.append(tr("The rows of %1 were deleted; Undo Emptying puts them back.")
                             .arg(QDir::toNativeSeparators(emptied.location)));
    }
    if (!outcome.errors.isEmpty()) {
        setUndo(outcome.done + older);
    } else if (!outcome.done.isEmpty()) {
        setUndo(outcome.done);
        drop(older);
    }
    if (!outcome.done.isEmpty()) {
        Q_EMIT tablesChanged();
        Q_EMIT emptied(rows);
    }
    if (!outcome.errors.isEmpty())
        Q_EMIT failed(sentences.join(u'\n'));
}

// Takes no memory: what is back must not be told as left because there is no more of it.
void TableEmptier::Outcome::settle(qsizetype index)
{
    done.append(std::move(left[index]));
    left.removeAt(index);
}

SqlError TableEmptier::restore(Databases &databases, const Emptied &emptied)
{
    const CancelToken never; // the rows are nowhere else
    if (const std::shared_ptr<Backend> backend = databases.backend(emptied.database))
        return backend->restore(emptied.ticket, never);
    return {ErrorClass::Other, 0,
            tr("The project has no database %1 any more, so its rows were not put back.")
                .arg(QDir::toNativeSeparators(emptied.location))};
}

// What is under way is not offered again; what fails is.
void TableEmptier::undo()
{
    if (m_undo.isEmpty())
        return;
    const auto outcome = std::make_shared<Outcome>();
    outcome->left = m_undo;
    outcome->left.detach();
    outcome->done.reserve(m_undo.size());
    ++m_undoing;
    setUndo({});
    const auto work = [outcome](Databases &databases) {
        for (qsizetype index = 0; index < outcome->left.size();) {
            if (const SqlError error = restore(databases, outcome->left.at(index))) {
                outcome->errors.append(error.sentence);
                ++index;
            } else {
                outcome->settle(index);
                discard(databases, outcome->done.constLast());
            }
        }
        return QString();
    };
    m_queue.addWork(m_document.project(), work, [this, outcome](const QString &error) {
        if (!error.isEmpty())
            outcome->errors.append(error);
        handleRestored(*outcome);
    });
}

void TableEmptier::discard(Databases &databases, const Emptied &emptied)
{
    if (const std::shared_ptr<Backend> backend = databases.backend(emptied.database))
        backend->discard(emptied.ticket);
}

void TableEmptier::handleRestored(const Outcome &outcome)
{
    --m_undoing;
    setUndo(m_undo + outcome.left);
    if (!outcome.done.isEmpty())
        Q_EMIT tablesChanged();
    QStringList sentences = outcome.errors;
    for (const Emptied &emptied : outcome.done)
        sentences.append(tr("The rows of %1 are back.").arg(QDir::toNativeSeparators(emptied.location)));
    if (outcome.errors.isEmpty())
        Q_EMIT restored();
    else
        Q_EMIT failed(sentences.join(u'\n'));
    Q_EMIT undoEnded(outcome.errors.isEmpty());
}

void TableEmptier::forget()
{
    const QList<Emptied> tickets = m_undo;
    setUndo({});
    drop(tickets);
}

// Off the GUI thread: removing a big file takes its time.
void TableEmptier::drop(const QList<Emptied> &tickets)
{
    if (tickets.isEmpty())
        return;
    const auto last = std::make_shared<QList<Emptied>>(tickets);
    const auto work = [last](Databases &databases) {
        for (const Emptied &emptied : std::as_const(*last))
            discard(databases, emptied);
        last->clear();
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
