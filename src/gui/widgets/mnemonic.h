// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QObject;

namespace Weir {

/// "Run &Insertion" and "运行插入(&I)" as they are shown where no mnemonic works: "Run Insertion",
/// "运行插入".
QString withoutMnemonic(const QString &text);

/// Tool buttons of the actions below `root` show their texts so, now and after each change. Qt's own way
/// keeps the "(I)". GUI thread, once for each root.
void keepIconTextsPlain(const QObject *root);

} // namespace Weir
