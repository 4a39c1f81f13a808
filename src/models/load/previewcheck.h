// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvdetector.h"

#include <QList>
#include <QString>

#include <vector>

namespace Weir {

/// What is wrong with a line of a file.
struct LineProblem
{
    int column = -1; // of the file; -1: the line as a whole, or a field that no column feeds
    QString message;

    bool operator==(const LineProblem &) const = default;
};

/// The problems of each line of a preview.
struct PreviewCheck
{
    std::vector<QList<LineProblem>> rows;
    int badRows = 0;
};

class RuleSet;

/// The problems of one line with these cells (UTF-8) in a file with `columns` columns.
QList<LineProblem> lineProblems(const RuleSet &rules, const std::vector<std::string> &cells,
                                const ColumnMapping &mapping, ColumnMapping::Ragged ragged);
/// What is wrong with one column, a message a line; what concerns the line as a whole is the first column's.
QString problemText(const QList<LineProblem> &problems, int column);
/// Checks the first lines of a file as a load would. Any thread.
PreviewCheck checkPreview(const CsvDetection &detection, const Entity &entity, const ColumnMapping &mapping,
                          ColumnMapping::Ragged ragged);

} // namespace Weir
