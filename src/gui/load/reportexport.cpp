// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/reportexport.h"

#include "core/system/outputplace.h"
#include "engine/load/report/loadreport.h"
#include "engine/threads/executor.h"
#include "gui/services/filedialogs.h"

#include <QFileInfo>
#include <QWidget>

namespace Weir {

namespace {

/// Any thread.
Expected<void> writeReport(const QString &path, const LoadResult &result)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QByteArray text = suffix == QLatin1String("json") ? loadReportJson(result)
        : suffix == QLatin1String("csv")                    ? loadReportCsv(result)
                                                            : loadReportHtml(result);
    QStringList untouchable;
    for (const FileResult &file : result.files)
        untouchable += {file.path, file.rejectedFile, file.reasonsFile};
    untouchable.removeAll(QString());
    return OutputPlace(path, untouchable).write(text);
}

} // namespace

ReportExport::ReportExport(FileDialogs &dialogs, Executor &executor, QWidget *window)
    : QObject(window)
    , m_dialogs(dialogs)
    , m_executor(executor)
    , m_window(window)
{}

void ReportExport::ask(const LoadResult &result)
{
    const QString folder = QFileInfo(result.files.first().path).absolutePath();
    m_dialogs.saveFile(m_window,
                       {tr("Export report"), tr("Web pages (*.html);;JSON (*.json);;CSV (*.csv)"),
                        QStringLiteral("html"), folder + QStringLiteral("/load-report.html")},
                       [this, result](const QString &path) { write(path, result); });
}

void ReportExport::write(const QString &path, const LoadResult &result)
{
    m_executor.run(
        Executor::file(path, this, Executor::Duty::Deed),
        [path, result](const std::stop_token &) { return writeReport(path, result); },
        [this, path](const Expected<void> &written) {
            if (written)
                Q_EMIT saved(path);
            else
                Q_EMIT failed(written.error().sentence);
        });
}

} // namespace Weir
