// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/projectfile.h"
#include "engine/load/loader.h"
#include "support/rawdatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace WeirTest {

/// The sample project in a directory of its own, with files to load into it.
struct LoadFixture
{
    LoadFixture() { reopen(); }

    /// As a program that starts anew finds things.
    void reopen()
    {
        databases.reset();
        databases = std::make_unique<Weir::Databases>(directory.path());
        updated = databases->update(project.databases).has_value();
    }

    QString path(const QString &name) const { return QDir(directory.path()).filePath(name); }
    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }

    /// A file for an entity by name; the mapping is made from its header.
    void add(const QString &entity, const QString &file)
    {
        Weir::SourceFile loaded;
        loaded.path = file;
        loaded.entity = project.entityIndex(entity);
        plan.files += loaded;
    }
    Weir::Expected<Weir::LoadResult> load()
    {
        plan.project = project;
        monitor = std::make_unique<Weir::LoadMonitor>(static_cast<int>(plan.files.size()));
        return Weir::Loader(*databases).load(plan, *monitor);
    }
    /// The same, and what went wrong as a warning, which fails the test.
    Weir::LoadResult loaded()
    {
        const auto result = load();
        if (!result)
            qWarning("%s", qUtf8Printable(result.error().sentence));
        else if (!result->accounted())
            qWarning("rows are not accounted for");
        return result.value_or(Weir::LoadResult());
    }

    std::string value(const QString &database, const char *sql) const
    {
        return RawDatabase(path(database)).value(sql);
    }
    std::vector<std::string> column(const QString &database, const char *sql) const
    {
        return RawDatabase(path(database)).column(sql);
    }

    QTemporaryDir directory;
    Weir::Project project = Weir::ProjectFile::sample();
    Weir::LoadPlan plan;
    std::unique_ptr<Weir::Databases> databases;
    std::unique_ptr<Weir::LoadMonitor> monitor;
    bool updated = false;
};

/// "id,name,email" and so many lines; every `everyBad`th has no valid address (0: none).
inline QByteArray usersCsv(int rows, int everyBad = 0, int firstId = 1)
{
    QByteArray text = "id,name,email\n";
    for (int i = 0; i < rows; ++i) {
        const QByteArray number = QByteArray::number(firstId + i);
        const bool bad = everyBad > 0 && (i + 1) % everyBad == 0;
        text += number + ",User " + number + ',' + (bad ? "nobody" : "user" + number + "@example.com") + '\n';
    }
    return text;
}

} // namespace WeirTest
