// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/displaytemplate.h"

#include "core/text/numbertext.h"
#include "core/text/utf8text.h"

#include <QCoreApplication>

namespace Weir {

namespace {
QString cellText(std::string_view cell, bool number)
{
    if (number) {
        if (const auto value = parseNumber(cell))
            return QString::fromStdString(numberText(*value));
    }
    return toQString(cell);
}
} // namespace

Expected<DisplayTemplate> DisplayTemplate::compile(const Entity &entity)
{
    DisplayTemplate result;
    const QString &source = entity.display;
    QString text;
    for (qsizetype at = 0; at < source.size(); ++at) {
        const QChar c = source[at];
        if ((c == u'{' || c == u'}') && at + 1 < source.size() && source[at + 1] == c) {
            text += c;
            ++at;
        } else if (c == u'{') {
            const qsizetype end = source.indexOf(u'}', at);
            if (end < 0)
                return failure(QCoreApplication::translate(
                    "Weir::DisplayTemplate", "A \"{\" is not closed; write \"{{\" for the brace itself."));
            const QString name = source.mid(at + 1, end - at - 1);
            const int column = entity.fieldIndex(name);
            if (column < 0)
                return failure(
                    QCoreApplication::translate("Weir::DisplayTemplate",
                                                "There is no field \"%1\" to put in the place of \"{%1}\".")
                        .arg(name));
            result.m_parts += {text, -1, false};
            result.m_parts += {{}, column, entity.fields[column].type == FieldType::Number};
            text.clear();
            at = end;
        } else if (c == u'}') {
            return failure(QCoreApplication::translate(
                "Weir::DisplayTemplate",
                "A \"}\" has no \"{\" before it; write \"}}\" for the brace itself."));
        } else {
            text += c;
        }
    }
    result.m_parts += {text, -1, false};
    return result;
}

QString DisplayTemplate::render(RowView row) const
{
    QString text;
    for (const Part &part : m_parts)
        text += part.column < 0 ? part.text : cellText(row[part.column], part.number);
    return text;
}

} // namespace Weir
