// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/storedplan.h"

#include "core/csv/csvsource.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace Weir {

namespace {
constexpr int Version = 1;
constexpr qint64 MostColumns = qint64{1} << 20;

/// Values of a plan that may be damaged, or somebody else's.
class Values
{
public:
    explicit Values(const QJsonObject &object)
        : m_object(object)
    {}

    qint64 integer(const char *name, qint64 least, qint64 most)
    {
        const qint64 value = m_object[QLatin1String(name)].toInteger(std::numeric_limits<qint64>::min());
        m_good = m_good && value >= least && value <= most;
        return m_good ? value : least;
    }
    char character(const char *name)
    {
        using Limits = std::numeric_limits<char>;
        return static_cast<char>(integer(name, Limits::min(), Limits::max()));
    }
    template<typename Enum>
    Enum value(const char *name, Enum last)
    {
        return static_cast<Enum>(integer(name, 0, static_cast<qint64>(last)));
    }
    bool areGood() const { return m_good; }

private:
    const QJsonObject &m_object;
    bool m_good = true;
};

} // namespace

QByteArray StoredPlan::serialize() const
{
    QJsonArray columns;
    for (const int column : mapping.columnOfField)
        columns += column;
    QJsonObject object{
        {QStringLiteral("format"), Version},
        {QStringLiteral("encoding"), static_cast<int>(format.encoding)},
        {QStringLiteral("compression"), static_cast<int>(format.compression)},
        {QStringLiteral("delimiter"), format.delimiter},
        {QStringLiteral("quote"), format.quote},
        {QStringLiteral("lineEnd"), format.lineEnd},
        {QStringLiteral("header"), format.header},
        {QStringLiteral("maximumRecordBytes"), format.maximumRecordBytes},
        {QStringLiteral("columns"), mapping.columns},
        {QStringLiteral("columnOfField"), columns},
        {QStringLiteral("fields"), QJsonArray::fromStringList(fields)},
        {QStringLiteral("ragged"), static_cast<int>(ragged)},
        {QStringLiteral("batchRows"), limits.records},
        {QStringLiteral("batchBytes"), limits.bytes},
        {QStringLiteral("headerHash"), QString::fromLatin1(headerHash.toHex())},
    };
    if (rejectsFrom != 0)
        object[QLatin1String("rejectsFrom")] = rejectsFrom;
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Expected<StoredPlan> StoredPlan::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[QLatin1String("format")].toInteger() != Version) {
        return failure(
            QCoreApplication::translate("Weir::StoredPlan",
                                        "The ledger does not say how the file was read: another version "
                                        "of Weir began this load. Go on with that one."));
    }
    StoredPlan plan;
    Values values(object);
    plan.format.encoding = values.value("encoding", TextEncoding::Latin1);
    plan.format.compression = values.value("compression", Compression::Zstd);
    plan.format.delimiter = values.character("delimiter");
    plan.format.quote = values.character("quote");
    plan.format.lineEnd = values.character("lineEnd");
    plan.format.header = object[QLatin1String("header")].toBool();
    plan.format.maximumRecordBytes =
        values.integer("maximumRecordBytes", 1, std::numeric_limits<qint64>::max());
    plan.mapping.columns = static_cast<int>(values.integer("columns", 0, MostColumns));
    const QJsonArray columns = object[QLatin1String("columnOfField")].toArray();
    for (const auto &column : columns)
        plan.mapping.columnOfField += column.toInt(-2);
    const QJsonArray fields = object[QLatin1String("fields")].toArray();
    for (const auto &field : fields)
        plan.fields += field.toString();
    plan.ragged = values.value("ragged", ColumnMapping::Ragged::Fill);
    plan.limits.records = static_cast<int>(values.integer("batchRows", 1, std::numeric_limits<int>::max()));
    plan.limits.bytes = values.integer("batchBytes", 1, std::numeric_limits<qint64>::max());
    plan.headerHash = QByteArray::fromHex(object[QLatin1String("headerHash")].toString().toLatin1());
    plan.rejectsFrom = object[QLatin1String("rejectsFrom")].toInteger();
    if (!values.areGood() || !plan.mapping.isFor(plan.fields.size())) {
        return failure(QCoreApplication::translate(
            "Weir::StoredPlan",
            "What the ledger holds about how the file was read is damaged: load the "
            "file from its beginning with \"again\" (--again), or undo the earlier "
            "load first."));
    }
    return plan;
}

QStringList StoredPlan::fieldNames(const Entity &entity)
{
    QStringList names;
    for (const Field &field : entity.fields)
        names += field.name;
    return names;
}

QByteArray StoredPlan::hashOf(std::string_view header)
{
    ContentHash hash;
    hash.add(header);
    return hash.result();
}

} // namespace Weir
