// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "engine/load/reject/rejectpair.h"

#include <QString>

namespace Weir {

/// The names that the reject files of one source can have: "<source>.rejected.csv" and
/// "<source>.reasons.csv", then with "-2" and so on, beside the source or in one directory. Names from
/// elsewhere are compared with these and never used. A value.
class RejectStem
{
public:
    static constexpr int MaximumNumber = 999'999;

    /// `source`: absolute, or "-"; `directory`: empty: beside it.
    RejectStem(const QString &source, Compression compression, const QString &directory);

    /// `number`: from 1.
    RejectPaths numbered(int number) const;
    /// Which of them these two are; 0: none.
    int numberOf(const QString &rejected, const QString &reasons) const;
    /// The same for two names that a file system may take for one, however the directory was named.
    QString key(const QString &name) const;
    static QString keyOf(const QString &path);

private:
    QString fitted(const QString &suffix) const;

    QString m_directory;
    QString m_realDirectory; // without links
    QString m_name;
};

} // namespace Weir
