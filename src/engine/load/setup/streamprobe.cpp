// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/streamprobe.h"

#include "core/csv/csvsource.h"
#include "core/csv/filesource.h"
#include "core/csv/memorysource.h"
#include "engine/load/values/patientinput.h"

#include <QCoreApplication>

#include <optional>

namespace Weir {

/// Keeps what is read.
class StreamProbe::Recorder : public ByteSource
{
public:
    Recorder(std::unique_ptr<ByteSource> source, QByteArray *taken, std::optional<Error> *failed)
        : m_source(std::move(source))
        , m_taken(taken)
        , m_failed(failed)
    {}

    Expected<qint64> read(std::span<char> buffer) override
    {
        auto count = m_source->read(buffer);
        if (!count)
            *m_failed = count.error();
        else
            m_taken->append(buffer.data(), *count);
        return count;
    }
    qint64 filePosition() const override { return m_source->filePosition(); }
    qint64 fileSize() const override { return m_source->fileSize(); }

private:
    const std::unique_ptr<ByteSource> m_source;
    QByteArray *const m_taken;
    std::optional<Error> *const m_failed;
};

Expected<bool> StreamProbe::beginsWith(const StoredPlan &plan, const QList<LedgerBatch> &earlier)
{
    auto opened = FileSource::open(m_file.path, nullptr, m_file.head, m_file.pipe.get());
    if (!opened)
        return tl::unexpected(opened.error());
    QByteArray taken;
    std::optional<Error> failed;
    const auto answer = [&]() -> Expected<bool> {
        auto source =
            decodeCsvSource(std::make_unique<Recorder>(patient(std::move(*opened)), &taken, &failed),
                            plan.format, m_file.path);
        if (!source)
            return tl::unexpected(source.error());
        CsvSplitter splitter(**source, plan.format, plan.limits);
        return compare(splitter, plan, earlier);
    }();
    if (taken.size() > m_file.head.size())
        m_file.head = taken;
    if (failed)
        return tl::unexpected(*failed);
    return answer.value_or(false); // what cannot be read by the earlier plan is something else
}

std::unique_ptr<ByteSource> StreamProbe::patient(std::unique_ptr<FileSource> source) const
{
    const auto isCancelled = [this] {
        return m_stop.stop_requested();
    };
    return std::make_unique<PatientInput>(
        std::move(source), m_file.head.size(),
        PatientInput::Stop{
            isCancelled,
            QCoreApplication::translate(
                "Weir::StreamProbe", "Cancelled while a stream was compared with what is loaded already.")});
}

Expected<bool> StreamProbe::compare(CsvSplitter &splitter, const StoredPlan &plan,
                                    const QList<LedgerBatch> &earlier)
{
    if (plan.format.header) {
        const auto header = splitter.nextRecord();
        if (!header)
            return tl::unexpected(header.error());
        if (!*header || StoredPlan::hashOf((*header)->raw((*header)->records.front())) != plan.headerHash)
            return false;
    }
    const LedgerBatch &first = earlier.constFirst();
    auto text = splitter.nextBytes(first.endOffset - splitter.position().byteOffset);
    if (!text)
        return tl::unexpected(text.error());
    if (!*text || chunkHash(**text) != first.hash)
        return false;
    if (earlier.size() > 1 || holdsWholeRecords(std::move(**text), plan.format))
        return true;
    return splitter.nextBytes(1).map([](const std::optional<std::string> &more) { return !more; });
}

bool StreamProbe::holdsWholeRecords(std::string text, const CsvFormat &format)
{
    const auto end = static_cast<qint64>(text.size());
    text += 'x';
    MemorySource source(text);
    CsvSplitter splitter(source, format, {});
    qint64 last = -1;
    for (;;) {
        const auto chunk = splitter.next();
        if (!chunk)
            return false;
        if (!*chunk)
            return last == end;
        if (!(*chunk)->records.empty())
            last = (*chunk)->byteOffset + (*chunk)->records.back().offset;
    }
}

} // namespace Weir
