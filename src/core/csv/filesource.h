// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"
#include "core/csv/contenthash.h"

#include <atomic>

namespace Weir {

/// A pipe that detection has opened: opened a second time it would have lost what was read, or its writer.
class OpenPipe
{
public:
    /// Shares what `descriptor` has open.
    explicit OpenPipe(int descriptor);
    ~OpenPipe();
    OpenPipe(const OpenPipe &) = delete;
    OpenPipe &operator=(const OpenPipe &) = delete;

    int descriptor() const { return m_descriptor; }

private:
    const int m_descriptor;
};

/// The bytes of a file, a pipe or standard input ("-") as they are.
class FileSource final : public ByteSource
{
public:
    /// `hash` gets every byte as it is read; may be nullptr. `head`: bytes that were taken from a pipe
    /// already; they come first. `pipe`: goes on with that one instead of opening `path`; may be nullptr.
    static Expected<std::unique_ptr<FileSource>> open(const QString &path, ContentHash *hash = nullptr,
                                                      const QByteArray &head = {},
                                                      const OpenPipe *pipe = nullptr);
    ~FileSource() override;
    FileSource(const FileSource &) = delete;
    FileSource &operator=(const FileSource &) = delete;

    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_position.load(std::memory_order_relaxed); }
    qint64 fileSize() const override { return m_size; }
    int descriptor() const { return m_descriptor; }

private:
    FileSource(const QString &path, int descriptor, ContentHash *hash, const QByteArray &head);

    std::size_t readHead(std::span<char> buffer);
    Expected<qint64> readFile(std::span<char> buffer) const;
    Expected<qint64> atEnd() const;
    Unexpected unreadable(const QString &reason) const;

    const QString m_path;
    const int m_descriptor;
    ContentHash *const m_hash;
    QByteArray m_head;
    qint64 m_size = -1;
    std::atomic<qint64> m_position{0};
    char m_last = '\n';
};

} // namespace Weir
