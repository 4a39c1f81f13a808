// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/contenthash.h"

#include "core/csv/filesource.h"

#include <QCoreApplication>

#include <vector>
#include <xxhash.h>

namespace Weir {

struct ContentHash::Private
{
    struct Free
    {
        void operator()(XXH3_state_t *old) const { XXH3_freeState(old); }
    };
    std::unique_ptr<XXH3_state_t, Free> state{XXH3_createState()};
};

ContentHash::ContentHash()
    : d(std::make_unique<Private>())
{
    XXH3_128bits_reset(d->state.get());
}

ContentHash::~ContentHash() = default;

void ContentHash::add(std::span<const char> bytes)
{
    XXH3_128bits_update(d->state.get(), bytes.data(), bytes.size());
}

QByteArray ContentHash::result() const
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(d->state.get()));
    return QByteArray(reinterpret_cast<const char *>(canonical.digest), sizeof canonical.digest);
}

Expected<QByteArray> ContentHash::ofFile(const QString &path, const std::stop_token &stop)
{
    ContentHash hash;
    auto file = FileSource::open(path, &hash);
    if (!file)
        return tl::make_unexpected(file.error());
    std::vector<char> buffer(std::size_t{1} << 20);
    while (!stop.stop_requested()) {
        const auto read = (*file)->read(buffer);
        if (!read)
            return tl::make_unexpected(read.error());
        if (*read == 0)
            return hash.result();
    }
    return failure(
        QCoreApplication::translate("Weir::ContentHash", "Cancelled while %1 was compared.").arg(path));
}

quint64 chunkHash(std::string_view bytes)
{
    return XXH3_64bits(bytes.data(), bytes.size());
}

} // namespace Weir
