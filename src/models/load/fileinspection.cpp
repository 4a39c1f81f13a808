// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/fileinspection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace Weir {

namespace {

Expected<CsvDetection> read(const FileQuestion &question)
{
    // Anything else could keep the reader waiting for ever.
    if (!QFileInfo(question.path).isFile()) {
        return failure(QCoreApplication::translate("Weir::Load", "%1 is not a file that can be read.")
                           .arg(QDir::toNativeSeparators(question.path)));
    }
    return question.format ? CsvDetector::preview(question.path, *question.format)
                           : CsvDetector::detect(question.path, question.entities);
}

ColumnMapping mappingOf(const FileQuestion &question, const Entity &entity, const CsvDetection &detection)
{
    const bool fits = question.mapping && question.mapping->columns == detection.header.size()
        && question.mapping->columnOfField.size() == entity.fields.size()
        && (question.mappedHeader.isEmpty() || question.mappedHeader == detection.header);
    return fits ? *question.mapping : usualMapping(entity, detection);
}

} // namespace

ColumnMapping usualMapping(const Entity &entity, const CsvDetection &detection)
{
    return detection.format.header
        ? ColumnMapping::byName(entity, detection.header)
        : ColumnMapping::byOrder(entity, static_cast<int>(detection.header.size()));
}

FileFindings inspectFile(const FileQuestion &question)
{
    FileFindings findings;
    auto detection = question.detection ? Expected<CsvDetection>(*question.detection) : read(question);
    if (!detection) {
        findings.error = detection.error().sentence;
        return findings;
    }
    findings.detection = std::move(*detection);
    findings.entity = question.entity >= 0
        ? question.entity
        : CsvDetector::entityFor(question.path, findings.detection.header, question.entities);
    if (findings.entity < 0)
        return findings;
    const Entity &entity = question.entities.at(findings.entity);
    findings.mapping = mappingOf(question, entity, findings.detection);
    findings.check = checkPreview(findings.detection, entity, findings.mapping, question.ragged);
    return findings;
}

} // namespace Weir
