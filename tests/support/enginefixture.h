// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/projectfile.h"
#include "engine/run/runner.h"
#include "support/rawdatabase.h"

#include <QDir>
#include <QTemporaryDir>

#include <optional>
#include <stop_token>

namespace WeirTest {

/// The sample project in a directory of its own, with everything a run needs.
struct EngineFixture
{
    EngineFixture()
        : databases(directory.path())
        , runner(std::make_unique<Weir::Runner>(databases))
    {}

    QString file(const QString &name) const { return QDir(directory.path()).filePath(name); }

    Weir::Expected<Weir::FinishedRun> run(const Weir::RunPlan &plan)
    {
        recorder.emplace(++lastRunId);
        return runner->execute(plan, *recorder, cancel.emplace().get_token());
    }
    Weir::Expected<Weir::FinishedRun> run() { return run(Weir::RunPlan::make(project)); }

    std::string query(const QString &databaseFile, const char *sql) const
    {
        return RawDatabase(file(databaseFile)).value(sql);
    }
    std::string rows(const char *entity) const
    {
        const QString name = QString::fromLatin1(entity);
        return query(name + QStringLiteral(".db"), ("SELECT count(*) FROM " + std::string(entity)).c_str());
    }

    QTemporaryDir directory;
    Weir::Project project = Weir::ProjectFile::sample();
    Weir::Databases databases;
    std::unique_ptr<Weir::Runner> runner;
    std::optional<Weir::RunRecorder> recorder;
    std::optional<std::stop_source> cancel;
    quint64 lastRunId = 0;
};

} // namespace WeirTest
