// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reportexport.h"

#include "core/outputplace.h"
#include "engine/load/loadreport.h"
#include "engine/threads/runinpool.h"
#include "gui/filedialogs.h"

#include <QFileInfo>
#include <QFutureWatcher>
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

ReportExport::ReportExport(FileDialogs &dialogs, QThreadPool &pool, QWidget *window)
    : QObject(window)
    , m_dialogs(dialogs)
    , m_pool(pool)
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
    auto *watcher = new QFutureWatcher<Expected<void>>(this);
    connect(watcher, &QFutureWatcher<Expected<void>>::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        const Expected<void> written = watcher->result();
        if (written)
            Q_EMIT saved(path);
        else
            Q_EMIT failed(written.error().sentence);
    });
    watcher->setFuture(runInPool(m_pool, [path, result] { return writeReport(path, result); }));
}

} // namespace Weir
