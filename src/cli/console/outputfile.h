// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QSaveFile>

#include <memory>
#include <string_view>
#include <vector>

struct z_stream_s;

namespace Weir {

/// A file that is written front to back, compressed if wished, and appears only when it is complete. One
/// thread.
class OutputFile
{
public:
    OutputFile(const QString &path, bool gzip);
    ~OutputFile(); // without commit() nothing stays
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    [[nodiscard]] Expected<void> open();
    [[nodiscard]] Expected<void> write(std::string_view bytes);
    [[nodiscard]] Expected<void> commit();

private:
    bool store(std::string_view bytes);
    bool deflateTo(std::string_view bytes, int flush);
    Expected<void> check(bool done) const;

    QSaveFile m_file;
    bool m_gzip;
    std::unique_ptr<z_stream_s> m_stream;
    std::vector<unsigned char> m_compressed;
};

} // namespace Weir
