// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/load/previewcheck.h"

#include <optional>

namespace Weir {

/// What to find out about a file that is to be loaded; what is settled already is given. A value.
struct FileQuestion
{
    QString path;
    QList<Entity> entities;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    std::optional<CsvFormat> format;
    int entity = -1; // index in entities; -1: what the file looks like
    std::optional<ColumnMapping> mapping;
    QStringList mappedHeader;              // columns that mapping is about; empty: any, if their number fits
    std::optional<CsvDetection> detection; // given: the file is not read again
};

struct FileFindings
{
    QString error; // why it cannot be read
    CsvDetection detection;
    int entity = -1;
    ColumnMapping mapping; // the one given, when it fits
    PreviewCheck check;
};

/// By name, or by order where there is no header.
ColumnMapping usualMapping(const Entity &entity, const CsvDetection &detection);
/// Reads the beginning of a file and checks it as a load would. Not on the GUI thread.
FileFindings inspectFile(const FileQuestion &question);

} // namespace Weir
