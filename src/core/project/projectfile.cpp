// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"

#include "core/project/jsonlayout.h"
#include "core/project/jsonparser.h"
#include "core/project/projectchecks.h"
#include "core/project/projectformat.h"
#include "core/project/projectreader.h"
#include "core/project/projectwriter.h"
#include "core/project/testrowreader.h"
#include "core/system/shortages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <new>

// Must stand outside of namespaces. Named here, the resource survives in a static library.
static void initSampleResource()
{
    Q_INIT_RESOURCE(weir_core);
}

namespace Weir::ProjectFile {

namespace {

QString shownPath(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

Unexpected unreadable(const QString &path, const QString &reason)
{
    return failure(QCoreApplication::translate("Weir::ProjectFile", "The project \"%1\" cannot be read: %2")
                       .arg(shownPath(path), reason));
}

Unexpected notSaved(const QString &path, const QString &reason)
{
    return failure(QCoreApplication::translate("Weir::ProjectFile", "The project was not saved to \"%1\": %2")
                       .arg(shownPath(path), reason));
}
} // namespace

Expected<Project> parse(const QByteArray &text, const QString &source)
{
    const auto inSource = [&](const Error &error) {
        return Error{QStringLiteral("%1: %2").arg(source, error.sentence)};
    };
    auto project = parseJson(text).and_then(readProject).and_then([&](Project read) {
        return readTestRows(text, std::move(read));
    });
    if (project) {
        if (const auto valid = validate(*project); !valid)
            return Unexpected(inSource(valid.error()));
    }
    return std::move(project).map_error(inSource);
}

QByteArray serialize(const Project &project)
{
    return layOutJson(writeProject(project));
}

Expected<Project> load(const QString &path)
{
    const QFileInfo info(path);
    // A pipe would let the reader wait for ever.
    if (info.exists() && !info.isFile())
        return unreadable(path, QCoreApplication::translate("Weir::ProjectFile", "it is not a file."));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(path, file.errorString());
    try {
        const QByteArray text = file.read(std::min<qint64>(MaximumProjectSize, file.size()) + 1);
        if (file.error() != QFileDevice::NoError)
            return unreadable(path, file.errorString());
        return parse(text, info.fileName());
    } catch (const std::bad_alloc &) {
        return failure(noMemoryText());
    }
}

Expected<void> save(const Project &project, const QString &path)
{
    if (const auto valid = validate(project); !valid)
        return notSaved(path, valid.error().sentence);
    try {
        const QByteArray text = serialize(project);
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
            return notSaved(path, file.errorString());
    } catch (const std::bad_alloc &) {
        return failure(noMemoryText());
    }
    return {};
}

Project sample()
{
    initSampleResource();
    QFile file(QStringLiteral(":/weir/sample.weir"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample project is not part of the program.");
    auto project = parse(file.readAll(), QStringLiteral("sample.weir"));
    if (!project)
        qFatal("%s", qUtf8Printable(project.error().sentence));
    return *std::move(project);
}

Expected<void> validate(const Project &project)
{
    return ProjectChecks(project).run();
}

} // namespace Weir::ProjectFile
