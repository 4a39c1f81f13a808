// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/filereader.h"

#include "core/csv/filesource.h"
#include "engine/load/setup/streamprobe.h"
#include "engine/load/values/patientinput.h"

#include <QCoreApplication>

#include <limits>
#include <new>

namespace Weir {

namespace {

Unexpected changedFile(const QString &path)
{
    return failure(
        QCoreApplication::translate("Weir::FileReader",
                                    "%1 is not the file that was loaded in part: the part that is in "
                                    "the database already reads differently now. Load it as a new one "
                                    "(\"again\"), or undo the earlier load first.")
            .arg(path));
}

/// `batch`: from 0.
Unexpected changedStream(const QString &path, qint64 batch)
{
    return failure(
        QCoreApplication::translate("Weir::FileReader",
                                    "%1 begins like the stream that was loaded before, but is another one "
                                    "from batch %2 of that load on, so nothing was written. Load it as a new "
                                    "one with \"again\" (--again), or undo the earlier load first.")
            .arg(path, QString::number(batch + 1)));
}

/// Small chunks first, so that the writer need not wait long for its first one.
int mostRecordsOf(qint64 chunk)
{
    constexpr int First = 8192;
    constexpr qint64 Steps = 3;
    return chunk < Steps ? First << chunk : std::numeric_limits<int>::max();
}

} // namespace

void FileReader::run()
{
    ReadEnd end;
    try {
        if (const Expected<void> done = read()) {
            end.contentHash = m_hash.result();
            end.complete = true;
        } else {
            end.error = done.error().sentence;
        }
    } catch (const std::bad_alloc &) {
        end.error = m_noMemory;
    }
    m_pipeline.end(m_file.job().index, std::move(end));
}

Expected<void> FileReader::read()
{
    const PreparedFile &job = m_file.job();
    if (m_pipeline.isClosed(job.index))
        return failure({});
    m_file.startReading();
    auto opened = openSource();
    if (!opened)
        return tl::unexpected(opened.error());
    m_source = std::move(*opened);
    if (m_source->fileSize() != job.ledger.size) {
        return failure(QCoreApplication::translate("Weir::FileReader",
                                                   "%1 changed between two looks at it: load it when nothing "
                                                   "writes to it.")
                           .arg(job.file.path));
    }
    m_splitter = std::make_unique<CsvSplitter>(*m_source, job.plan.format, job.plan.limits);
    return readHeader().and_then([this] { return skipEarlier(); }).and_then([this] { return pump(); });
}

Expected<std::unique_ptr<ByteSource>> FileReader::openSource()
{
    const PreparedFile &job = m_file.job();
    const SourceFile &file = job.file;
    auto opened = FileSource::open(file.path, &m_hash, file.head, file.pipe.get());
    if (!opened)
        return tl::unexpected(opened.error());
    std::unique_ptr<ByteSource> source;
    if ((*opened)->fileSize() < 0) {
        const auto isClosed = [this, index = job.index] {
            return m_pipeline.isClosed(index);
        };
        source = std::make_unique<PatientInput>(std::move(*opened), file.head.size(),
                                                PatientInput::Stop{isClosed, {}});
    } else {
        source = std::move(*opened);
    }
    const QString name =
        file.path == u"-" ? QCoreApplication::translate("Weir::FileReader", "Standard input") : file.path;
    return decodeCsvSource(std::move(source), job.plan.format, name);
}

Expected<void> FileReader::readHeader()
{
    const PreparedFile &job = m_file.job();
    if (!job.plan.format.header)
        return {};
    const auto record = m_splitter->nextRecord();
    if (!record)
        return tl::unexpected(record.error());
    if (!*record)
        return {}; // an empty file
    const std::string_view header = (*record)->raw((*record)->records.front());
    if (job.isResumed && StoredPlan::hashOf(header) != job.plan.headerHash)
        return changedFile(job.file.path);
    std::vector<std::string> names;
    if (!CsvParser::cells(header, job.plan.format, &names)
        || static_cast<int>(names.size()) != job.plan.mapping.columns) {
        return failure(
            QCoreApplication::translate("Weir::FileReader",
                                        "The first line of %1 does not name %2 columns as it did when "
                                        "the load was planned: look at the file and plan it anew.")
                .arg(job.file.path, QString::number(job.plan.mapping.columns)));
    }
    m_file.setHeader(header);
    return {};
}

Expected<void> FileReader::skipEarlier()
{
    const PreparedFile &job = m_file.job();
    for (const LedgerBatch &batch : job.earlier) {
        if (m_pipeline.isClosed(job.index))
            return failure({});
        const auto bytes = m_splitter->nextBytes(batch.endOffset - m_splitter->position().byteOffset);
        if (!bytes)
            return tl::unexpected(bytes.error());
        const bool same = *bytes && chunkHash(**bytes) == batch.hash;
        if (!same && job.isStream())
            return changedStream(job.file.path, batch.number);
        if (!same)
            return changedFile(job.file.path);
        if (job.isStream() && batch.number == job.earlier.constLast().number)
            m_cutsRecord = !StreamProbe::holdsWholeRecords(**bytes, job.plan.format);
    }
    return {};
}

/// There is more than the earlier load had.
Expected<void> FileReader::checkGrowth() const
{
    const PreparedFile &job = m_file.job();
    if (m_cutsRecord)
        return changedStream(job.file.path, job.earlier.constLast().number);
    if (!job.mayNotGrow)
        return {};
    return failure(QCoreApplication::translate("Weir::LoadSetup",
                                               "%1 was loaded in part already, so it can no longer be all or "
                                               "nothing: resume it with another policy, or undo the earlier "
                                               "load first.")
                       .arg(job.file.path));
}

Expected<void> FileReader::pump()
{
    const PreparedFile &job = m_file.job();
    const bool isPlain =
        job.plan.format.compression == Compression::None && job.plan.format.encoding == TextEncoding::Utf8;
    for (;;) {
        auto chunk =
            m_splitter->next(mostRecordsOf(m_splitter->position().chunk), m_pipeline.spare().takeChunk());
        if (!chunk)
            return tl::unexpected(chunk.error());
        if (!*chunk)
            return {};
        if (auto growth = checkGrowth(); !growth)
            return growth;
        const qint64 position = isPlain ? (*chunk)->endOffset() : m_source->filePosition();
        if (!m_pipeline.push({job.index, position, 0, std::move(**chunk)}))
            return failure({});
    }
}

} // namespace Weir
