// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace Weir {

/// The look that all grids share: row height, left-aligned titles, a last column that takes the rest.
/// `rowNumbers`: with the model's vertical header.
void setUpGrid(QTableView *view, bool rowNumbers = false);
/// Columns as wide as their titles and the first lines, none wider than a third of the view.
void fitGrid(QTableView *view);

} // namespace Weir
