// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

namespace WeirTest {

/// Gives the sample's users a field of a type whose cells cannot be read yet.
inline void addBirthday(Weir::Project *project)
{
    project->entities[0].fields +=
        Weir::Field{QStringLiteral("born"), QStringLiteral("Born"), Weir::FieldType::Date, false, {}};
    for (Weir::TestRow &row : project->testData[project->entities[0].name])
        row += QString();
}

inline QString birthdayRefused()
{
    return QStringLiteral(
        "The field \"born\" of Users has the type date, whose values this Weir cannot read or "
        "write yet: make it text, integer or number in the project file, or update Weir.");
}

} // namespace WeirTest
