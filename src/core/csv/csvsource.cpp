// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvsource.h"

#include "core/csv/filesource.h"
#include "core/csv/gzipsource.h"
#include "core/csv/textdecoder.h"
#include "core/csv/zstdsource.h"
#include "core/text/utf8text.h"

#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <cstring>

namespace Weir {

namespace {
constexpr std::string_view Utf8Mark = "\xef\xbb\xbf";

/// UTF-8 without its byte order mark.
class MarklessSource final : public ByteSource
{
public:
    explicit MarklessSource(std::unique_ptr<ByteSource> text)
        : m_text(std::move(text))
    {}

    /// Reads the first bytes; once, before anything else.
    Expected<void> open()
    {
        while (m_size < m_first.size()) {
            const auto read = m_text->read(std::span(m_first).subspan(m_size));
            if (!read)
                return tl::make_unexpected(read.error());
            if (*read == 0)
                break;
            m_size += static_cast<std::size_t>(*read);
        }
        if (std::string_view(m_first.data(), m_size) == Utf8Mark)
            m_start = m_given = m_size;
        return {};
    }

    Expected<qint64> read(std::span<char> buffer) override
    {
        if (m_given == m_size)
            return m_text->read(buffer);
        const std::size_t count = std::min(buffer.size(), m_size - m_given);
        std::memcpy(buffer.data(), m_first.data() + m_given, count);
        m_given += count;
        return static_cast<qint64>(count);
    }
    qint64 filePosition() const override { return m_text->filePosition(); }
    qint64 fileSize() const override { return m_text->fileSize(); }
    qint64 start() const override { return static_cast<qint64>(m_start); }

private:
    std::unique_ptr<ByteSource> m_text;
    std::array<char, Utf8Mark.size()> m_first = {};
    std::size_t m_size = 0; // of m_first
    std::size_t m_given = 0;
    std::size_t m_start = 0;
};

/// QString::fromUtf8() would drop a byte order mark.
QString wholeText(std::string_view utf8)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QByteArray encodeUtf16(std::string_view utf8, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding);
    return encoder.encode(wholeText(utf8));
}
} // namespace

Expected<std::unique_ptr<ByteSource>> openCsvSource(const QString &path, const CsvFormat &format,
                                                    ContentHash *hash, const QByteArray &head)
{
    auto file = FileSource::open(path, hash, head);
    if (!file)
        return tl::make_unexpected(file.error());
    return decodeCsvSource(std::move(*file), format, path);
}

Expected<std::unique_ptr<ByteSource>> decodeCsvSource(std::unique_ptr<ByteSource> file,
                                                      const CsvFormat &format, const QString &name)
{
    std::unique_ptr<ByteSource> source = std::move(file);
    if (format.compression == Compression::Gzip)
        source = std::make_unique<GzipSource>(std::move(source), name);
    else if (format.compression == Compression::Zstd)
        source = std::make_unique<ZstdSource>(std::move(source), name);
    if (format.encoding != TextEncoding::Utf8)
        source = std::make_unique<TextDecoder>(std::move(source), format.encoding, name);
    auto text = std::make_unique<MarklessSource>(std::move(source));
    if (auto opened = text->open(); !opened)
        return tl::make_unexpected(opened.error());
    return text;
}

QByteArray encodeText(std::string_view utf8, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
        return QByteArray(utf8.data(), static_cast<qsizetype>(utf8.size()));
    case TextEncoding::Utf16Le:
        return encodeUtf16(utf8, QStringConverter::Utf16LE);
    case TextEncoding::Utf16Be:
        return encodeUtf16(utf8, QStringConverter::Utf16BE);
    case TextEncoding::Latin1:
        return wholeText(utf8).toLatin1();
    }
    return {};
}

QByteArray byteOrderMark(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le:
        return QByteArrayLiteral("\xff\xfe");
    case TextEncoding::Utf16Be:
        return QByteArrayLiteral("\xfe\xff");
    case TextEncoding::Utf8:
    case TextEncoding::Latin1:
        break;
    }
    return {};
}

} // namespace Weir
