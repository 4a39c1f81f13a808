// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadwording.h"

#include "core/text/printabletext.h"
#include "engine/load/report/loadreporttexts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <cmath>

namespace Weir {

QString fileStateText(FileState state)
{
    const QString text = LoadReportTexts::state(state);
    return text.left(1).toUpper() + text.mid(1);
}

QString loadStateText(LoadState state)
{
    switch (state) {
    case LoadState::Running:
        return QCoreApplication::translate("Weir::LoadState", "Unfinished");
    case LoadState::Finished:
        return QCoreApplication::translate("Weir::LoadState", "Finished");
    case LoadState::Undone:
        return QCoreApplication::translate("Weir::LoadState", "Undone");
    }
    return {};
}

QString stageText(RejectStage stage)
{
    switch (stage) {
    case RejectStage::Parse:
        return QCoreApplication::translate("Weir::RejectStage", "Reading");
    case RejectStage::Validate:
        return QCoreApplication::translate("Weir::RejectStage", "Checking");
    case RejectStage::Database:
        return QCoreApplication::translate("Weir::RejectStage", "Writing");
    }
    return {};
}

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return QStringLiteral("?");
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString throughputText(double bytesPerSecond)
{
    return QCoreApplication::translate("Weir::Load", "%1/s", "megabytes a second")
        .arg(sizeText(std::llround(bytesPerSecond)));
}

QString countText(double count)
{
    return QLocale().toString(std::llround(count));
}

QString remainingText(double seconds)
{
    if (seconds < 0)
        return QStringLiteral("–");
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 3600;
    const auto whole = static_cast<qint64>(std::ceil(seconds));
    const auto two = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (whole < Minute)
        return QCoreApplication::translate("Weir::Load", "%1 s").arg(whole);
    if (whole < Hour)
        return QCoreApplication::translate("Weir::Load", "%1 min %2 s")
            .arg(QString::number(whole / Minute), two(whole % Minute));
    return QCoreApplication::translate("Weir::Load", "%1 h %2 min")
        .arg(QString::number(whole / Hour), two(whole % Hour / Minute));
}

QString undoText(const UndoResult &result)
{
    const QLocale locale;
    QStringList sentences{
        QCoreApplication::translate("Weir::Load", "Rows removed: %1.").arg(locale.toString(result.removed))};
    if (result.changed > 0)
        sentences.append(QCoreApplication::translate("Weir::Load", "Changed since, so they stay: %1.")
                             .arg(locale.toString(result.changed)));
    if (result.gone > 0)
        sentences.append(QCoreApplication::translate("Weir::Load", "Deleted already: %1.")
                             .arg(locale.toString(result.gone)));
    if (result.refused > 0)
        sentences.append(QCoreApplication::translate("Weir::Load", "The database refuses to remove: %1.")
                             .arg(locale.toString(result.refused)));
    if (result.stopped)
        sentences.append(
            QCoreApplication::translate("Weir::Load", "Stopped before the end: undo it again to go on."));
    return sentences.join(u' ');
}

bool isWhole(const UndoResult &result)
{
    return result.changed == 0 && result.refused == 0 && !result.stopped;
}

QString fileNameText(const QString &path)
{
    return printableText(QFileInfo(path).fileName());
}

} // namespace Weir
