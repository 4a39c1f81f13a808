// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/values/storedplan.h"

#include "core/csv/csvsource.h"
#include "core/text/jsonstring.h"
#include "core/text/storedjson.h"

#include <QCoreApplication>

#include <limits>

namespace Weir {

using nlohmann::json;

namespace {
constexpr int Version = 1;
constexpr qint64 MostColumns = qint64{1} << 20;

/// Values of a plan that may be damaged, or somebody else's.
class Values
{
public:
    explicit Values(const json &object)
        : m_object(object)
    {}

    qint64 integer(const char *name, qint64 least, qint64 most)
    {
        const qint64 value =
            StoredJson::integer(StoredJson::member(m_object, name), std::numeric_limits<qint64>::min());
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
    int column(const json &value)
    {
        const qint64 column = StoredJson::integer(value, -2);
        m_good = m_good && column >= -1 && column < MostColumns;
        return m_good ? static_cast<int>(column) : -1;
    }
    bool areGood() const { return m_good; }

private:
    const json &m_object;
    bool m_good = true;
};

} // namespace

QByteArray StoredPlan::serialize() const
{
    json object{
        {"format", Version},
        {"encoding", static_cast<int>(format.encoding)},
        {"compression", static_cast<int>(format.compression)},
        {"delimiter", format.delimiter},
        {"quote", format.quote},
        {"lineEnd", format.lineEnd},
        {"header", format.header},
        {"maximumRecordBytes", format.maximumRecordBytes},
        {"columns", mapping.columns},
        {"columnOfField", mapping.columnOfField},
        {"fields", fields},
        {"ragged", static_cast<int>(ragged)},
        {"batchRows", limits.records},
        {"batchBytes", limits.bytes},
        {"headerHash", QString::fromLatin1(headerHash.toHex())},
    };
    if (rejectsFrom != 0)
        object["rejectsFrom"] = rejectsFrom;
    return StoredJson::write(object);
}

Expected<StoredPlan> StoredPlan::parse(const QByteArray &text)
{
    const json object = StoredJson::read(text);
    if (StoredJson::integer(StoredJson::member(object, "format"), 0) != Version) {
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
    plan.format.header = StoredJson::truth(StoredJson::member(object, "header"));
    plan.format.maximumRecordBytes =
        values.integer("maximumRecordBytes", 1, std::numeric_limits<qint64>::max());
    plan.mapping.columns = static_cast<int>(values.integer("columns", 0, MostColumns));
    for (const json &column : StoredJson::list(StoredJson::member(object, "columnOfField")))
        plan.mapping.columnOfField += values.column(column);
    for (const json &field : StoredJson::list(StoredJson::member(object, "fields")))
        plan.fields += StoredJson::text(field);
    plan.ragged = values.value("ragged", ColumnMapping::Ragged::Fill);
    plan.limits.records = static_cast<int>(values.integer("batchRows", 1, std::numeric_limits<int>::max()));
    plan.limits.bytes = values.integer("batchBytes", 1, std::numeric_limits<qint64>::max());
    plan.headerHash =
        QByteArray::fromHex(StoredJson::text(StoredJson::member(object, "headerHash")).toLatin1());
    plan.rejectsFrom = StoredJson::integer(StoredJson::member(object, "rejectsFrom"), 0);
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
