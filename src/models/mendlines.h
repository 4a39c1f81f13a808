// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/expected.h"

#include <QList>
#include <QStringList>

namespace Weir {

/// The lines of a reject file.
struct MendLines
{
    static constexpr int Maximum = 5000;

    QStringList header; // empty: the format has none
    QList<QStringList> rows;
    bool complete = true; // false: there are more than Maximum
};

/// Reads a reject file (plain, whatever the compression of the file it came from). A line that is no record
/// is taken apart at its delimiters. Not on the GUI thread.
Expected<MendLines> readMendLines(const QString &path, CsvFormat format);

/// How the mended lines are written: as the file they came from, but plain and quoted by RFC 4180.
CsvFormat mendedFormat(CsvFormat format);
/// Beside the reject file, under a name that is free: "users.mended.csv".
QString mendedPath(const QString &rejectedFile);
Expected<void> writeMended(const QString &path, const CsvFormat &format, const MendLines &lines);

} // namespace Weir
