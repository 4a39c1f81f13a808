// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reporttext.h"

#include "core/text/printabletext.h"

#include <algorithm>

namespace Weir {

namespace {
constexpr int Width = 100;

QString line(QChar c)
{
    return QString(Width, c) + u'\n';
}

QString header()
{
    return line(u'=')
        + QStringLiteral("CONCURRENT DATABASE INSERTION RESULTS\n"
                         "Simulating Distributed System with Multiple SQLite Databases\n")
        + line(u'=') + u'\n';
}

QString reasonText(const Outcome &outcome, const EntityResult &entity)
{
    if (outcome.verdict == Verdict::Cancelled)
        return QStringLiteral("Cancelled before it was written");
    // The whole database's error stands above the rows already.
    if (outcome.verdict == Verdict::Failed && !entity.error.isEmpty() && outcome.error == entity.error)
        return QStringLiteral("%1 could not be used").arg(entity.database);
    return outcome.reason();
}

QString rowText(const Outcome &outcome, const EntityResult &entity)
{
    if (outcome.verdict == Verdict::Updated) {
        return QStringLiteral("✓ Row %1: %2 replaced a row successfully\n")
            .arg(QString::number(outcome.row), printableText(outcome.display));
    }
    if (outcome.verdict == Verdict::Inserted) {
        return QStringLiteral("✓ Row %1: %2 inserted successfully\n")
            .arg(QString::number(outcome.row), printableText(outcome.display));
    }
    return QStringLiteral("✗ Row %1: Row %1: %2\n")
        .arg(QString::number(outcome.row), printableText(reasonText(outcome, entity)));
}

QString entityText(const EntityResult &entity)
{
    QString text = QStringLiteral("📊 %1 TABLE (%2):\n")
                       .arg(printableText(entity.table.toUpper()), printableText(entity.database))
        + line(u'-');
    if (!entity.error.isEmpty())
        text += QStringLiteral("✗ %1\n").arg(printableText(entity.error));
    for (const Outcome &outcome : entity.outcomes)
        text += rowText(outcome, entity);
    return text + u'\n';
}

QString summaryText(const RunResult &result)
{
    qsizetype width = 0;
    for (const EntityResult &entity : result.entities)
        width = std::max(width, printableText(entity.title).size());
    QString text;
    for (const EntityResult &entity : result.entities) {
        const QString title = printableText(entity.title) + u':';
        text += QStringLiteral("%1 %2 successful | %3 failed")
                    .arg(title.leftJustified(width + 1), QString::number(entity.counts.written()),
                         QString::number(entity.counts.rejected + entity.counts.failed));
        if (result.cancelled)
            text += QStringLiteral(" | %1 cancelled").arg(entity.counts.cancelled);
        text += u'\n';
    }
    return text;
}

/// "(10 per model)", or "(4, 4, 3 per model)" where they differ.
QString perModel(const QList<EntityResult> &entities)
{
    if (entities.isEmpty())
        return {};
    QStringList tasks;
    for (const EntityResult &entity : entities)
        tasks += QString::number(entity.tasks);
    if (tasks.count(tasks.first()) == tasks.size())
        tasks = {tasks.first()};
    return QStringLiteral(" (%1 per model)").arg(tasks.join(QStringLiteral(", ")));
}
} // namespace

QString reportText(const RunResult &result)
{
    QString text = header();
    for (const EntityResult &entity : result.entities)
        text += entityText(entity);
    text += line(u'=') + QStringLiteral("📈 SUMMARY:\n") + line(u'-') + summaryText(result) + line(u'-');
    text +=
        QStringLiteral("Total threads executed: %1").arg(result.tasks) + perModel(result.entities) + u'\n';
    text += QStringLiteral("Total execution time: %1 seconds\n")
                .arg(static_cast<double>(result.elapsedNs) / 1e9, 0, 'f', 4);
    return text + line(u'=');
}

} // namespace Weir
