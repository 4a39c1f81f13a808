// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/storedplan.h"

#include "core/csv/csvsource.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Weir {

namespace {
constexpr int Version = 1;
} // namespace

QByteArray StoredPlan::serialize() const
{
    QJsonArray columns;
    for (const int column : mapping.columnOfField)
        columns += column;
    const QJsonObject object{
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
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Expected<StoredPlan> StoredPlan::parse(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto integer = [&](const char *key) {
        return object[QLatin1String(key)].toInteger();
    };
    if (integer("format") != Version) {
        return failure(
            QCoreApplication::translate("Weir::StoredPlan",
                                        "The ledger does not say how the file was read: another version "
                                        "of Weir began this load. Go on with that one."));
    }
    StoredPlan plan;
    plan.format.encoding = static_cast<TextEncoding>(integer("encoding"));
    plan.format.compression = static_cast<Compression>(integer("compression"));
    plan.format.delimiter = static_cast<char>(integer("delimiter"));
    plan.format.quote = static_cast<char>(integer("quote"));
    plan.format.lineEnd = static_cast<char>(integer("lineEnd"));
    plan.format.header = object[QLatin1String("header")].toBool();
    plan.format.maximumRecordBytes = integer("maximumRecordBytes");
    plan.mapping.columns = static_cast<int>(integer("columns"));
    const QJsonArray columns = object[QLatin1String("columnOfField")].toArray();
    for (const auto &column : columns)
        plan.mapping.columnOfField += column.toInt(-1);
    const QJsonArray fields = object[QLatin1String("fields")].toArray();
    for (const auto &field : fields)
        plan.fields += field.toString();
    plan.ragged = static_cast<ColumnMapping::Ragged>(integer("ragged"));
    plan.limits.records = static_cast<int>(integer("batchRows"));
    plan.limits.bytes = integer("batchBytes");
    plan.headerHash = QByteArray::fromHex(object[QLatin1String("headerHash")].toString().toLatin1());
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
