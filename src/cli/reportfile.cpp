// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/reportfile.h"

#include "engine/load/loadreport.h"

#include <QFileInfo>
#include <QSaveFile>

namespace Weir::ReportFile {

namespace {
using Writer = QByteArray (*)(const LoadResult &);

Writer writerFor(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QStringLiteral("html"))
        return loadReportHtml;
    if (suffix == QStringLiteral("json"))
        return loadReportJson;
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

Expected<void> write(const QString &path, const LoadResult &result)
{
    const QByteArray text = writerFor(path)(result);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return {};
    return failure(QStringLiteral("The report %1 could not be written: %2.").arg(path, file.errorString()));
}

} // namespace Weir::ReportFile
