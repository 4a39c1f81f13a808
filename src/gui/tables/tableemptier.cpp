// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tableemptier.h"

#include "engine/run/runcontroller.h"
#include "models/plaintext.h"
#include "models/project/projectdocument.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <iterator>
#include <new>
#include <utility>

namespace Weir {

namespace {

struct Target // in one database
{
    QString database;
    QList<Entity> entities;
};

/// What became of an emptying. The tickets are the only way to the rows: they outlive memory that runs out.
struct Emptying
{
    QList<Emptied> done;
    QStringList errors;
    QString error; // why it went no further
};

/// What became of an undo.
struct Restoring
{
    QList<qsizetype> done; // of the tickets
    QStringList errors;
    QString error; // why it went no further
};

QStringList sentencesOf(QStringList errors, const QString &error)
{
    return error.isEmpty() ? errors : errors += error;
}

QList<TableCount> countTables(Backend &backend, const QStringList &tables, const std::stop_token &stop)
{
    QList<TableCount> counts;
    for (const QString &table : tables) {
        const auto rows = backend.countRows(table, stop);
        counts += rows ? TableCount{*rows, {}} : TableCount{0, rows.error().sentence};
    }
    return counts;
}

void emptyInto(Emptying *emptying, const Databases &databases, const QList<Target> &plan,
               const std::stop_token &stop)
{
    emptying->done.reserve(plan.size()); // a ticket that finds no memory would take the rows with it
    for (const Target &target : plan) {
        const std::shared_ptr<Backend> backend = databases.backend(target.database);
        if (!backend)
            continue;
        const auto ticket = backend->empty(target.entities, stop);
        if (!ticket)
            emptying->errors.append(ticket.error().sentence);
        else if (ticket->rows > 0)
            emptying->done.append({target.database, backend->location(), *ticket});
    }
}

void restoreInto(Restoring *restoring, const Databases &databases, const QList<Emptied> &tickets)
{
    const std::stop_token never; // the rows are nowhere else
    restoring->done.reserve(tickets.size());
    for (qsizetype i = 0; i < tickets.size(); ++i) {
        const Emptied &emptied = tickets.at(i);
        const std::shared_ptr<Backend> backend = databases.backend(emptied.database);
        if (!backend) {
            restoring->errors.append(
                TableEmptier::tr("The project has no database %1 any more, so its rows were not put back.")
                    .arg(QDir::toNativeSeparators(emptied.location)));
        } else if (const auto restored = backend->restore(emptied.ticket, never); !restored) {
            restoring->errors.append(restored.error().sentence);
        } else {
            restoring->done.append(i);
            backend->discard(emptied.ticket);
        }
    }
}

enum class Kept { ForUndo, Left };

QList<Emptied> those(const QList<Emptied> &all, Kept kept)
{
    QList<Emptied> some;
    std::copy_if(all.cbegin(), all.cend(), std::back_inserter(some),
                 [kept](const Emptied &emptied) { return emptied.isLeft == (kept == Kept::Left); });
    return some;
}

/// What `work` made of a result, also when it found no memory on the way.
template<typename Result, typename Work>
Result asFarAsItGoes(const Work &work)
{
    const QString noMemory = noMemoryText(); // there before it is needed
    Result result;
    try {
        work(&result);
    } catch (const std::bad_alloc &) {
        result.error = noMemory;
    }
    return result;
}

} // namespace

TableEmptier::TableEmptier(RunController &runs, ProjectDocument &document, QWidget *window)
    : QObject(window)
    , m_runs(runs)
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
    EmptyTablesDialog *dialog = m_dialog;
    m_runs.useProject(project, {dialog}, [this, project, dialog](const Expected<void> &used) {
        if (used) {
            for (const DatabaseProfile &database : project.databases)
                countIn(project, database);
        } else {
            dialog->reject();
            Q_EMIT failed(used.error().sentence);
        }
    });
}

// Each database by itself: one that takes long, or never ends, keeps nobody from emptying the others.
void TableEmptier::countIn(const Project &project, const DatabaseProfile &database)
{
    QList<int> entities;
    QStringList tables;
    for (int entity = 0; entity < project.entities.size(); ++entity) {
        if (project.entities.at(entity).database != database.name)
            continue;
        entities.append(entity);
        tables.append(project.entities.at(entity).table);
    }
    const auto work = [tables](Backend &backend, const std::stop_token &stop) -> Expected<QList<TableCount>> {
        return countTables(backend, tables, stop);
    };
    const auto show = [dialog = m_dialog.data(), entities](const Expected<QList<TableCount>> &counts) {
        for (qsizetype i = 0; i < entities.size(); ++i)
            dialog->setCount(entities.at(i), counts ? counts->at(i) : TableCount{0, counts.error().sentence});
    };
    m_runs.read(database, {m_dialog}, work, show);
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
    const auto work = [plan](Databases &databases, const std::stop_token &stop) {
        return asFarAsItGoes<Emptying>(
            [&](Emptying *emptying) { emptyInto(emptying, databases, plan, stop); });
    };
    tally(&m_emptying, 1);
    m_runs.write(project, {}, {this}, work, [this](Emptying emptying) {
        tally(&m_emptying, -1);
        std::reverse(emptying.done.begin(), emptying.done.end());
        handleEmptied(emptying.done, sentencesOf(emptying.errors, emptying.error));
    });
}

// Rows taken away before can be put back for as long as the new emptying is not wholly done; those that an
// undo did not put back are nowhere else, and stay.
void TableEmptier::handleEmptied(const QList<Emptied> &done, const QStringList &errors)
{
    qint64 rows = 0;
    QStringList sentences = errors;
    for (const Emptied &emptied : done) {
        rows += emptied.ticket.rows;
        sentences.append(tr("The rows of %1 were deleted; Undo Emptying puts them back.")
                             .arg(QDir::toNativeSeparators(emptied.location)));
    }
    if (!errors.isEmpty()) {
        setUndo(done + m_undo);
    } else if (!done.isEmpty()) {
        QList<Emptied> older = those(m_undo, Kept::ForUndo);
        setUndo(done + those(m_undo, Kept::Left));
        drop(std::move(older));
    }
    if (!done.isEmpty()) {
        Q_EMIT tablesChanged();
        Q_EMIT emptied(rows);
    }
    if (!errors.isEmpty())
        Q_EMIT failed(sentences.join(u'\n'));
}

// What is under way is not offered again; what fails is. The tickets stay here: work that does not come to
// begin must not take them with it.
void TableEmptier::undo()
{
    if (m_undo.isEmpty())
        return;
    const QList<Emptied> tickets = m_undo;
    tally(&m_undoing, 1);
    setUndo({});
    const auto work = [tickets](Databases &databases, const std::stop_token &) {
        return asFarAsItGoes<Restoring>(
            [&](Restoring *restoring) { restoreInto(restoring, databases, tickets); });
    };
    const auto answer = [this, tickets](const Restoring &restoring) {
        QList<Emptied> done;
        QList<Emptied> left;
        for (qsizetype i = 0; i < tickets.size(); ++i)
            (restoring.done.contains(i) ? done : left).append(tickets.at(i));
        for (Emptied &emptied : left)
            emptied.isLeft = true;
        handleRestored(done, left, sentencesOf(restoring.errors, restoring.error));
    };
    m_runs.write(m_document.project(), {}, {this, Executor::Duty::Deed}, work, answer);
}

void TableEmptier::handleRestored(const QList<Emptied> &done, const QList<Emptied> &left,
                                  const QStringList &errors)
{
    setUndo(m_undo + left);
    tally(&m_undoing, -1);
    if (!done.isEmpty())
        Q_EMIT tablesChanged();
    QStringList sentences = errors;
    for (const Emptied &emptied : done)
        sentences.append(tr("The rows of %1 are back.").arg(QDir::toNativeSeparators(emptied.location)));
    if (errors.isEmpty())
        Q_EMIT restored();
    else
        Q_EMIT failed(sentences.join(u'\n'));
    Q_EMIT undoEnded(errors.isEmpty());
}

bool TableEmptier::hasLeftovers() const
{
    return !those(m_undo, Kept::Left).isEmpty();
}

void TableEmptier::endUndo()
{
    QList<Emptied> tickets = those(m_undo, Kept::ForUndo);
    setUndo(those(m_undo, Kept::Left));
    drop(std::move(tickets));
}

void TableEmptier::leaveProject()
{
    delete m_dialog; // it asks about this project's tables
    forget();
}

void TableEmptier::forget()
{
    QList<Emptied> tickets = m_undo;
    setUndo({});
    drop(std::move(tickets));
}

void TableEmptier::guard(const std::function<void()> &proceed)
{
    if (!hasLeftovers()) {
        proceed();
        return;
    }
    QStringList places;
    for (const Emptied &emptied : those(m_undo, Kept::Left))
        places.append(shortText(QDir::toNativeSeparators(emptied.location), 80));
    places.removeDuplicates();
    delete m_window->findChild<QMessageBox *>(QStringLiteral("leftRowsBox")); // the newer question counts
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Rows that are not back"),
                                tr("Let go of the deleted rows that could not be put back?"),
                                QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("leftRowsBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(places.join(u'\n') + QStringLiteral("\n\n")
                            + tr("Their copies are the only ones, and are removed for good."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *remove = box->addButton(tr("&Let Them Go"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, proceed] {
        forget();
        proceed();
    });
    box->open();
}

// A copy goes with its last ticket. Off the GUI thread: removing a big file takes its time.
void TableEmptier::drop(QList<Emptied> tickets)
{
    if (tickets.isEmpty())
        return;
    auto release = [tickets = std::move(tickets)](const std::stop_token &) mutable -> Expected<void> {
        tickets.clear();
        return {};
    };
    m_runs.executor().run({{QStringLiteral("kept rows")}, nullptr, Executor::Duty::Deed, {}, true},
                          std::move(release), [](const Expected<void> &) {});
}

void TableEmptier::setUndo(const QList<Emptied> &undo)
{
    const bool before = canUndo();
    m_undo = undo;
    if (before != canUndo())
        Q_EMIT undoAvailableChanged(canUndo());
}

void TableEmptier::tally(int *works, int change)
{
    const bool before = isBusy();
    *works += change;
    if (before != isBusy())
        Q_EMIT busyChanged(isBusy());
}

} // namespace Weir
