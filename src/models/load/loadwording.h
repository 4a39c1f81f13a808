// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "engine/load/values/loadresult.h"

namespace Weir {

/// "Loading", "Stopped" …, translated.
QString fileStateText(FileState state);
QString loadStateText(LoadState state);
/// "Read", "Check", "Write": where a line was turned away.
QString stageText(RejectStage stage);
/// 3.2 MB; "?" when not known (negative).
QString sizeText(qint64 bytes);
/// 12.5 MB/s
QString throughputText(double bytesPerSecond);
/// Rows, or rows a second: 1,234,567.
QString countText(double count);
/// 4 s, 2 min 05 s, 1 h 07 min; "–" when not known (negative).
QString remainingText(double seconds);
/// "Rows removed: 2. Changed since, so they stay: 1."
QString undoText(const UndoResult &result);
/// Nothing of the load is left.
bool isWhole(const UndoResult &result);
/// The file's name without its directory, printable.
QString fileNameText(const QString &path);

} // namespace Weir
