// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "core/rowbatch.h"

namespace Weir {

/// "User '{name}' ({email})": text with fields in braces; "{{" and "}}" are braces. Number fields print as
/// numberText(). Immutable, any thread.
class DisplayTemplate
{
public:
    static Expected<DisplayTemplate> compile(const Entity &entity);

    QString render(RowView row) const;

private:
    struct Part
    {
        QString text;
        int column = -1; // -1: the text itself
        bool number = false;
    };
    QList<Part> m_parts;
};

} // namespace Weir
