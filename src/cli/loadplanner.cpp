// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loadplanner.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

Expected<std::vector<DetectedFile>> LoadPlanner::plan(const std::vector<std::string> &arguments) const
{
    std::vector<DetectedFile> files;
    for (const std::string &text : arguments) {
        auto file = parse(text).and_then([this](const Argument &argument) { return look(argument); });
        if (!file)
            return tl::make_unexpected(file.error());
        files.push_back(std::move(*file));
    }
    if (const auto good = check(files); !good)
        return tl::make_unexpected(good.error());
    return files;
}

QString LoadPlanner::entityNames() const
{
    QStringList names;
    for (const Entity &entity : m_project.entities)
        names += entity.name;
    return names.join(QStringLiteral(", "));
}

Expected<LoadPlanner::Argument> LoadPlanner::parse(const std::string &text) const
{
    const QString argument = QFile::decodeName(text.c_str());
    const qsizetype equals = argument.indexOf(u'=');
    if (equals < 0)
        return Argument{-1, argument};
    const int entity = m_project.entityIndex(argument.left(equals));
    if (entity >= 0)
        return Argument{entity, argument.mid(equals + 1)};
    if (QFileInfo::exists(argument))
        return Argument{-1, argument};
    return failure(QStringLiteral("The project has no entity \"%1\"; it has %2.")
                       .arg(argument.left(equals), entityNames()));
}

Expected<CsvDetection> LoadPlanner::detect(const Argument &argument) const
{
    const QList<Entity> candidates =
        argument.entity < 0 ? m_project.entities : QList<Entity>{m_project.entities[argument.entity]};
    auto detected = CsvDetector::detect(argument.path, candidates);
    if (!detected)
        return detected;
    const auto format = m_format.applyTo(detected->format);
    if (!format)
        return tl::make_unexpected(format.error());
    if (*format == detected->format)
        return detected;
    auto settled = CsvDetector::preview(argument.path, *format, detected->head);
    if (settled) {
        settled->head = detected->head;
        settled->pipe = detected->pipe;
    }
    return settled;
}

Expected<DetectedFile> LoadPlanner::look(const Argument &argument) const
{
    auto detection = detect(argument);
    if (!detection)
        return tl::make_unexpected(detection.error());
    int entity = argument.entity;
    if (entity < 0)
        entity = CsvDetector::entityFor(argument.path, detection->header, m_project.entities);
    if (entity < 0) {
        return failure(
            QStringLiteral("It is not clear which entity %1 is for: name it, as in %2=%1. The project "
                           "has %3.")
                .arg(argument.path, m_project.entities.value(0).name, entityNames()));
    }
    auto mapping = m_mapping.make(m_project.entities[entity], detection->header, detection->format.header);
    if (!mapping)
        return failure(argument.path + QStringLiteral(": ") + mapping.error().sentence);
    DetectedFile file;
    file.file.path = argument.path;
    file.file.head = detection->head;
    file.file.pipe = detection->pipe;
    file.file.entity = entity;
    file.file.format = detection->format;
    file.file.mapping = std::move(*mapping);
    file.detection = std::move(*detection);
    return file;
}

Expected<void> LoadPlanner::check(const std::vector<DetectedFile> &files) const
{
    QList<Entity> entities;
    for (const DetectedFile &planned : files) {
        entities += m_project.entities[planned.file.entity];
        const auto isSame = [&planned](const DetectedFile &other) {
            return other.file.path == planned.file.path
                && (other.file.path == QStringLiteral("-") || other.file.entity == planned.file.entity);
        };
        if (std::count_if(files.begin(), files.end(), isSame) > 1)
            return failure(QStringLiteral("%1 is named twice.").arg(planned.file.path));
    }
    return m_mapping.check(entities);
}

} // namespace Weir
