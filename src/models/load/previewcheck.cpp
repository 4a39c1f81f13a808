// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/previewcheck.h"

#include "core/csv/csvparser.h"
#include "core/rules/ruleset.h"

#include <QStringList>

#include <algorithm>

namespace Weir {

QList<LineProblem> lineProblems(const RuleSet &rules, const std::vector<std::string> &cells,
                                const ColumnMapping &mapping, ColumnMapping::Ragged ragged)
{
    const int count = static_cast<int>(cells.size());
    const bool tooFew = count < mapping.columns && ragged == ColumnMapping::Ragged::Reject;
    if (tooFew || count > mapping.columns) {
        MalformedRecord record;
        record.fault = tooFew ? CsvFault::TooFewCells : CsvFault::TooManyCells;
        record.cells = count;
        return {{-1, record.message(mapping.columns)}};
    }
    RowBatch batch(static_cast<int>(mapping.columnOfField.size()));
    batch.beginRow(1);
    for (const int column : mapping.columnOfField)
        batch.appendCell(column >= 0 && column < count
                             ? std::string_view(cells[static_cast<std::size_t>(column)])
                             : std::string_view());
    QList<LineProblem> problems;
    for (const Violation &violation : rules.check(batch.row(0)))
        problems.append({mapping.columnOfField.value(violation.column, -1), violation.message});
    return problems;
}

QString problemText(const QList<LineProblem> &problems, int column)
{
    QStringList messages;
    for (const LineProblem &problem : problems) {
        if (std::max(problem.column, 0) == column)
            messages.append(problem.message);
    }
    return messages.join(u'\n');
}

PreviewCheck checkPreview(const CsvDetection &detection, const Entity &entity, const ColumnMapping &mapping,
                          ColumnMapping::Ragged ragged)
{
    const RuleSet rules(entity);
    PreviewCheck check;
    check.rows.reserve(detection.rows.size());
    for (const std::vector<std::string> &cells : detection.rows) {
        check.rows.push_back(lineProblems(rules, cells, mapping, ragged));
        if (!check.rows.back().isEmpty())
            ++check.badRows;
    }
    return check;
}

} // namespace Weir
