// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace Weir {

/// A load's result for people and programs; UTF-8. HTML is one page without outside parts, all text escaped;
/// CSV has a line a group of rejections.
QByteArray loadReportHtml(const LoadResult &result);
/// `withTraces`: with the lives of the batches, in nanoseconds from the load's beginning.
QByteArray loadReportJson(const LoadResult &result, bool withTraces = false);
QByteArray loadReportCsv(const LoadResult &result);
/// Does a file that begins so hold one of these three?
bool isLoadReport(QByteArrayView beginning);
/// The summary as plain text, for terminals and logs.
QString loadReportText(const LoadResult &result);

} // namespace Weir
