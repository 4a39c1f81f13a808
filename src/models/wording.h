// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"

namespace Weir {

/// "Inserted", "Rejected" …, translated.
QString verdictName(Verdict verdict);
/// One character: a check mark, a cross …
QString verdictSign(Verdict verdict);
/// "Remove row", "Remove 3 rows": names of undo steps. Singular and plural are apart, since English itself
/// has no translation file that could choose between them.
QString removeRowsText(int count);
QString moveRowsText(int count);
/// A count as tr() takes it to choose a plural form.
int pluralOf(qint64 count);
/// 870 µs, 2.9 ms, 1.25 s: a duration of ns nanoseconds with three digits or so, in the locale's numbers.
QString durationText(qint64 ns);

} // namespace Weir
