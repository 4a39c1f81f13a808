// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/expected.h"

#include <QList>
#include <QStringList>

#include <string>
#include <vector>

namespace Weir {

/// Why the database refused a line.
struct Refusal
{
    QString field; // name; empty: none in particular
    QString message;
};

/// A line of a reject file. Cells are UTF-8, or what should have been: damaged text stays as it is.
struct MendLine
{
    std::vector<std::string> cells;
    QList<Refusal> refusals;
};

/// The lines of a reject file, or a part of them.
struct MendLines
{
    static constexpr int Maximum = 5000;

    QStringList header; // empty: the format has none
    std::vector<MendLine> rows;
    bool complete = true; // false: there are more after these
};

/// Reads at most MendLines::Maximum lines of a reject file after its first `skipped` ones; the file is plain,
/// whatever the compression of the file it came from. A line that is no record is taken apart at its
/// delimiters. `reasonsFile`: tells what the database refused; may be missing. Not on the GUI thread.
Expected<MendLines> readMendLines(const QString &path, const QString &reasonsFile, CsvFormat format,
                                  qint64 skipped = 0);

/// How the mended lines are written: as the file they came from, but plain, in UTF-8 and quoted by RFC 4180.
CsvFormat mendedFormat(CsvFormat format);
/// Beside the reject file, under a name that is free: "users.mended.csv".
QString mendedPath(const QString &rejectedFile);
/// In UTF-8, whatever the format says.
Expected<void> writeMended(const QString &path, const CsvFormat &format, const MendLines &lines);

} // namespace Weir
