// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace Weir {

class ProjectDocument;
class RunController;

/// "Migrate databases": makes missing tables and columns in the background. GUI thread.
class Migrator : public QObject
{
    Q_OBJECT
public:
    Migrator(RunController &runs, const ProjectDocument &document, QObject *parent);

    void migrate();

Q_SIGNALS:
    void migrated(const QStringList &changes); // a sentence each; empty: nothing was to be done
    void failed(const QString &sentence);

private:
    RunController &m_runs;
    const ProjectDocument &m_document;
};

} // namespace Weir
