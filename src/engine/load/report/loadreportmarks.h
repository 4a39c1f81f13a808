// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// How each kind of a load's report begins, exactly: by this Weir knows its own files again.
namespace Weir::LoadReportMarks {

inline constexpr char Html[] = "<!DOCTYPE html>\n<!-- Report of a load, written by Weir -->\n";
inline constexpr char Json[] = "{\n  \"report\": \"weir load\",\n";
inline constexpr char Csv[] = "file,table,database,stage,rule,column,count,example_line,example_value,"
                              "example_message\n";

} // namespace Weir::LoadReportMarks
