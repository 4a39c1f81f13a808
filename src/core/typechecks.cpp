// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/typechecks.h"

#include <QCoreApplication>

namespace Weir {

QStringList unreadableFields(const Entity &entity)
{
    QStringList sentences;
    for (const Field &field : entity.fields) {
        if (isReadable(field.type))
            continue;
        sentences +=
            QCoreApplication::translate("Weir::TypeChecks",
                                        "The field \"%1\" of %2 has the type %3, whose values this Weir "
                                        "cannot read or write yet: make it text, integer or number in the "
                                        "project file, or update Weir.")
                .arg(field.name, entity.title, fieldTypeName(field.type));
    }
    return sentences;
}

Expected<void> checkReadable(const Entity &entity)
{
    const QStringList sentences = unreadableFields(entity);
    if (!sentences.isEmpty())
        return failure(sentences.constFirst());
    return {};
}

} // namespace Weir
