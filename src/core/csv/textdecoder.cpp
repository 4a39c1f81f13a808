// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/textdecoder.h"

#include "core/text/utf8text.h"

#include <QChar>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <cstring>

namespace Weir {

TextDecoder::TextDecoder(std::unique_ptr<ByteSource> encoded, TextEncoding encoding, const QString &name)
    : m_input(std::move(encoded))
    , m_encoding(encoding)
    , m_name(name)
{}

Expected<qint64> TextDecoder::read(std::span<char> buffer)
{
    while (m_given == m_text.size()) {
        if (m_damaged)
            return damaged();
        if (m_input.ended())
            return 0;
        if (auto filled = m_input.fill(); !filled)
            return tl::make_unexpected(filled.error());
        decode();
    }
    const std::size_t count = std::min(buffer.size(), m_text.size() - m_given);
    std::memcpy(buffer.data(), m_text.data() + m_given, count);
    m_given += count;
    return static_cast<qint64>(count);
}

void TextDecoder::decode()
{
    m_text.clear();
    m_given = 0;
    if (m_encoding == TextEncoding::Latin1)
        decodeLatin1();
    else
        decodeUtf16();
    m_damaged |= m_input.ended() && !m_input.bytes().empty();
}

void TextDecoder::decodeLatin1()
{
    const auto input = m_input.bytes();
    for (const char c : input)
        appendCodePoint(&m_text, static_cast<unsigned char>(c));
    m_input.consume(input.size());
}

/// Leaves an unfinished character in the input.
void TextDecoder::decodeUtf16()
{
    const std::size_t size = m_input.bytes().size();
    std::size_t at = 0;
    while (at + 2 <= size && !m_damaged) {
        const char32_t first = unit(at);
        if (!QChar::isSurrogate(first)) {
            appendCodePoint(&m_text, first);
            at += 2;
            continue;
        }
        if (at + 4 > size)
            break;
        const char32_t second = unit(at + 2);
        m_damaged = !QChar::isHighSurrogate(first) || !QChar::isLowSurrogate(second);
        if (m_damaged)
            break;
        appendCodePoint(&m_text,
                        QChar::surrogateToUcs4(static_cast<char16_t>(first), static_cast<char16_t>(second)));
        at += 4;
    }
    m_input.consume(at);
}

char32_t TextDecoder::unit(std::size_t at) const
{
    const auto bytes = m_input.bytes();
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const bool little = m_encoding == TextEncoding::Utf16Le;
    return static_cast<char32_t>(little ? second : first) << 8 | (little ? first : second);
}

Unexpected TextDecoder::damaged() const
{
    return failure(
        QCoreApplication::translate("Weir::TextDecoder",
                                    "\"%1\" is not valid UTF-16 at byte %2: choose another encoding "
                                    "or mend the file.")
            .arg(QDir::toNativeSeparators(m_name), QString::number(filePosition())));
}

} // namespace Weir
