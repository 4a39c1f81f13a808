// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loadlist.h"

#include <algorithm>

namespace Weir {

namespace {
constexpr qsizetype ShortIdLength = 8;
} // namespace

QString shortLoadId(const QByteArray &id)
{
    return QString::fromLatin1(id.toHex().left(ShortIdLength));
}

Expected<RecordedLoad> LoadList::find(const QString &name)
{
    const LoadHistory known = history();
    if (name == QStringLiteral("last") && !known.unreadable.isEmpty())
        return failure(QStringLiteral("Which load is the last one cannot be told: ")
                       + known.unreadable.join(u' '));
    if (name == QStringLiteral("last") && !known.loads.isEmpty())
        return known.loads.first();
    QList<RecordedLoad> found;
    std::copy_if(known.loads.begin(), known.loads.end(), std::back_inserter(found),
                 [&name](const RecordedLoad &candidate) {
                     return QString::fromLatin1(candidate.load.id.toHex()).startsWith(name.toLower());
                 });
    if (found.size() == 1 && !name.isEmpty())
        return found.first();
    const QString problem = found.isEmpty()
        ? QStringLiteral("No load is named \"%1\"; 'weir-cli loads' lists them.")
        : QStringLiteral("Several loads begin with \"%1\": give more digits. 'weir-cli loads' lists them.");
    return failure((QStringList(problem.arg(name)) + known.unreadable).join(u' '));
}

} // namespace Weir
