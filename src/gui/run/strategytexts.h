// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runsettings.h"

class QComboBox;

namespace Weir {

QString strategyTitle(Strategy strategy);
QString strategyExplanation(Strategy strategy); // one sentence
/// Fills the box with the strategies, or renames them; the choice stays.
void fillStrategies(QComboBox *box);

} // namespace Weir
