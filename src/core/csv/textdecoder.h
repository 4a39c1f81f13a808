// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/csv/inputbuffer.h"

#include <QString>

#include <string>

namespace Weir {

/// UTF-16 or Latin-1 (ISO 8859-1) as UTF-8. What is no valid UTF-16 is an error.
class TextDecoder final : public ByteSource
{
public:
    /// `name` is for messages; `encoding` is none of UTF-8.
    TextDecoder(std::unique_ptr<ByteSource> encoded, TextEncoding encoding, const QString &name);

    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_input.position(); }
    qint64 fileSize() const override { return m_input.fileSize(); }

private:
    void decode();
    void decodeLatin1();
    void decodeUtf16();
    char32_t unit(std::size_t at) const;
    Unexpected damaged() const;

    InputBuffer m_input;
    const TextEncoding m_encoding;
    QString m_name;
    std::string m_text; // decoded and not given yet
    std::size_t m_given = 0;
    bool m_damaged = false;
};

} // namespace Weir
