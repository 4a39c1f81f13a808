// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QByteArray>

#include <memory>
#include <span>
#include <stop_token>
#include <string_view>

namespace Weir {

/// XXH3-128 of a file's bytes, as it reads them. One thread at a time.
class ContentHash
{
public:
    ContentHash();
    ~ContentHash();
    ContentHash(const ContentHash &) = delete;
    ContentHash &operator=(const ContentHash &) = delete;
    void add(std::span<const char> bytes);
    QByteArray result() const; // 16 bytes
    /// Of a whole file. Error when cancelled.
    static Expected<QByteArray> ofFile(const QString &path, const std::stop_token &stop = {});

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// XXH3-64 of a text: CsvChunk::hash is that of its bytes.
quint64 chunkHash(std::string_view bytes);

} // namespace Weir
