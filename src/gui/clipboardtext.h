// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QItemSelectionModel;

namespace Weir {

/// The selected cells as tab-separated text, their values as they are (Qt::EditRole); rows and columns
/// without a selected cell are left out. `withHeaders`: the column titles come first.
QString selectedCellsText(const QItemSelectionModel &selection, bool withHeaders);

} // namespace Weir
