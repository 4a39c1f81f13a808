// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/reportfile.h"

#include "engine/load/report/loadreport.h"

#include <QFileInfo>

namespace Weir::ReportFile {

namespace {
using Writer = QByteArray (*)(const LoadResult &);

Writer writerFor(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("html"))
        return loadReportHtml;
    if (suffix == QStringLiteral("json"))
        return [](const LoadResult &result) {
            return loadReportJson(result);
        };
    return suffix == QStringLiteral("csv") ? loadReportCsv : nullptr;
}
} // namespace

Expected<void> check(const QString &path)
{
    if (path.isEmpty() || writerFor(path) != nullptr)
        return {};
    return failure(QStringLiteral("The report %1 has no format: its name must end with .html, .json or .csv.")
                       .arg(path));
}

Expected<void> check(const OutputPlace &place, bool force)
{
    if (const auto good = place.check(); !good || force)
        return good;
    if (!place.isTaken(isLoadReport))
        return {};
    return failure(QStringLiteral("%1 exists already and is not a report of a load: choose another name, or "
                                  "replace it with --force.")
                       .arg(place.path()));
}

Expected<void> write(const OutputPlace &place, bool force, const LoadResult &result)
{
    if (const auto good = check(place, force); !good)
        return good;
    return place.write(writerFor(place.path())(result));
}

} // namespace Weir::ReportFile
