// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// printableText() of the text's first `limit` UTF-16 units, with "…" when that is not all of it.
QString shortText(const QString &text, qsizetype limit);

/// A tool tip that shows the text as it is, whatever it contains: line feeds become line breaks.
QString plainToolTip(const QString &text);

} // namespace Weir
