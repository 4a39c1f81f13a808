// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/columnmapping.h"

#include "core/typechecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace Weir {

namespace {
using NameOf = std::function<QString(const Field &)>;

QString plainName(const QString &name)
{
    QString plain = name.toCaseFolded();
    plain.removeIf([](QChar c) { return c.isSpace() || c == u'_' || c == u'-'; });
    return plain;
}

/// One round of matching: fields and columns that are still free and name each other, and nobody else.
class NameMatch
{
public:
    NameMatch(const Entity &entity, const QStringList &header, ColumnMapping *mapping)
        : m_entity(entity)
        , m_header(header)
        , m_mapping(mapping)
    {}

    void run(const NameOf &fieldName, QString (*form)(const QString &))
    {
        const QList<int> taken = m_mapping->columnOfField;
        for (qsizetype field = 0; field < m_entity.fields.size(); ++field) {
            const QString name = form(fieldName(m_entity.fields[field]));
            if (taken[field] >= 0 || name.isEmpty())
                continue;
            const auto isFree = [&](qsizetype other) {
                return taken[other] < 0;
            };
            const auto hasName = [&](qsizetype other) {
                return isFree(other) && form(fieldName(m_entity.fields[other])) == name;
            };
            int namesakes = 0;
            for (qsizetype other = 0; other < m_entity.fields.size(); ++other)
                namesakes += hasName(other) ? 1 : 0;
            QList<int> columns;
            for (qsizetype column = 0; column < m_header.size(); ++column) {
                if (!taken.contains(column) && form(m_header[column]) == name)
                    columns += static_cast<int>(column);
            }
            if (namesakes == 1 && columns.size() == 1)
                m_mapping->columnOfField[field] = columns.front();
        }
    }

private:
    const Entity &m_entity;
    const QStringList &m_header;
    ColumnMapping *m_mapping;
};

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    std::transform(names.begin(), names.end(), std::back_inserter(quoted),
                   [](const QString &name) { return QStringLiteral("\"%1\"").arg(name); });
    return quoted.join(QStringLiteral(", "));
}
} // namespace

ColumnMapping ColumnMapping::byName(const Entity &entity, const QStringList &header)
{
    ColumnMapping mapping{QList<int>(entity.fields.size(), -1), static_cast<int>(header.size())};
    const auto name = [](const Field &field) {
        return field.name;
    };
    const auto label = [](const Field &field) {
        return field.label;
    };
    NameMatch match(entity, header, &mapping);
    match.run(name, [](const QString &text) { return text; });
    match.run(name, plainName);
    match.run(label, plainName);
    return mapping;
}

ColumnMapping ColumnMapping::byOrder(const Entity &entity, int columns)
{
    ColumnMapping mapping{QList<int>(entity.fields.size(), -1), columns};
    const bool withoutKey = columns == entity.fields.size() - 1;
    int column = 0;
    for (qsizetype field = 0; field < entity.fields.size() && column < columns; ++field) {
        if (!withoutKey || !entity.fields[field].key)
            mapping.columnOfField[field] = column++;
    }
    return mapping;
}

QList<int> ColumnMapping::extraColumns() const
{
    QList<int> extra;
    for (int column = 0; column < columns; ++column) {
        if (!columnOfField.contains(column))
            extra += column;
    }
    return extra;
}

QList<int> ColumnMapping::missingFields() const
{
    QList<int> missing;
    for (qsizetype field = 0; field < columnOfField.size(); ++field) {
        if (columnOfField[field] < 0)
            missing += static_cast<int>(field);
    }
    return missing;
}

bool ColumnMapping::isFor(qsizetype fields) const
{
    return columnOfField.size() == fields
        && std::all_of(columnOfField.begin(), columnOfField.end(),
                       [this](int column) { return column >= -1 && column < columns; });
}

Expected<void> ColumnMapping::check(const Entity &entity, const QStringList &header, Extra extra,
                                    Missing missing) const
{
    if (auto readable = checkReadable(entity); !readable)
        return readable;
    if (!isFor(entity.fields.size()))
        return failure(
            QCoreApplication::translate("Weir::ColumnMapping",
                                        "The mapping of columns was made for another entity or file "
                                        "than %1: set it anew.")
                .arg(entity.title));
    const QStringList problems = misfits(entity, header, extra, missing);
    if (!problems.isEmpty())
        return failure(
            QCoreApplication::translate("Weir::ColumnMapping",
                                        "The columns do not fit %1: %2. Map them, or allow blanks and "
                                        "columns that are ignored.")
                .arg(entity.title, problems.join(QStringLiteral("; "))));
    if (missingFields().size() == columnOfField.size())
        return failure(
            QCoreApplication::translate("Weir::ColumnMapping",
                                        "No column of the file feeds a field of %1: map the columns.")
                .arg(entity.title));
    return {};
}

QStringList ColumnMapping::misfits(const Entity &entity, const QStringList &header, Extra extra,
                                   Missing missing) const
{
    QStringList extraNames;
    if (extra == Extra::Error) {
        for (const int column : extraColumns())
            extraNames += header.value(column).isEmpty() ? unnamedColumn(column) : header[column];
    }
    QStringList missingNames;
    if (missing == Missing::Error) {
        for (const int field : missingFields()) {
            if (!entity.fields[field].key)
                missingNames += entity.fields[field].name;
        }
    }
    QStringList problems;
    if (!missingNames.isEmpty())
        problems += QCoreApplication::translate("Weir::ColumnMapping", "no column feeds %1")
                        .arg(quotedList(missingNames));
    if (!extraNames.isEmpty())
        problems += QCoreApplication::translate("Weir::ColumnMapping", "no field takes %1")
                        .arg(quotedList(extraNames));
    return problems;
}

QString unnamedColumn(qsizetype column)
{
    return QCoreApplication::translate("Weir::ColumnMapping", "Column %1").arg(column + 1);
}

} // namespace Weir
