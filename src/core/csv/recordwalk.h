// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvfault.h"
#include "core/csv/csvformat.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace Weir {

/// The characters that matter while a record is walked.
struct CsvMarks
{
    explicit CsvMarks(const CsvFormat &format)
        : delimiter(format.delimiter)
        , quote(format.quote == '\0' ? format.lineEnd : format.quote)
        , lineEnd(format.lineEnd)
        , quotes(format.quote != '\0')
    {}

    /// None of them is a part of another character.
    bool areAscii() const { return ((delimiter | quote | lineEnd) & 0x80) == 0; }

    char delimiter;
    char quote; // the line end where quotes mean nothing
    char lineEnd;
    bool quotes;
};

/// The first of three characters in [at, end); `end`: none.
inline const char *findAny(const char *at, const char *end, char a, char b, char c)
{
#ifdef __SSE2__
    const __m128i as = _mm_set1_epi8(a);
    const __m128i bs = _mm_set1_epi8(b);
    const __m128i cs = _mm_set1_epi8(c);
    for (; end - at >= 16; at += 16) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i hits = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, as), _mm_cmpeq_epi8(text, bs)),
                                          _mm_cmpeq_epi8(text, cs));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0)
            return at + std::countr_zero(mask);
    }
#endif
    while (at != end && *at != a && *at != b && *at != c)
        ++at;
    return at;
}

/// Finds mark after mark: what it saw in 64 bytes it need not look at again.
class MarkFinder
{
public:
    MarkFinder(const CsvMarks &marks, const char *end)
        : m_marks(marks)
        , m_end(end)
        , m_block(end)
    {}

    const CsvMarks &marks() const { return m_marks; }
    const char *end() const { return m_end; }

    /// The first delimiter, quote or line end in [at, end()); end(): none.
    const char *find(const char *at)
    {
#ifdef __SSE2__
        if (const auto seen = static_cast<std::size_t>(at - m_block); seen < m_size) {
            if (const std::uint64_t hits = m_hits >> seen; hits != 0)
                return at + std::countr_zero(hits);
            at = m_block + m_size;
        }
        for (; static_cast<std::size_t>(m_end - at) >= BlockSize; at += BlockSize) {
            look(at);
            if (m_hits != 0)
                return at + std::countr_zero(m_hits);
        }
#endif
        return findAny(at, m_end, m_marks.delimiter, m_marks.quote, m_marks.lineEnd);
    }

private:
#ifdef __SSE2__
    static constexpr std::size_t BlockSize = 64;

    void look(const char *block)
    {
        const __m128i delimiters = _mm_set1_epi8(m_marks.delimiter);
        const __m128i quotes = _mm_set1_epi8(m_marks.quote);
        const __m128i lineEnds = _mm_set1_epi8(m_marks.lineEnd);
        m_block = block;
        m_size = BlockSize;
        m_hits = 0;
        for (std::size_t i = 0; i < BlockSize; i += 16) {
            const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + i));
            const __m128i hits =
                _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(text, delimiters), _mm_cmpeq_epi8(text, quotes)),
                             _mm_cmpeq_epi8(text, lineEnds));
            m_hits |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hits))) << i;
        }
    }
#endif

    const CsvMarks m_marks;
    const char *const m_end;
    const char *m_block;    // looked at last
    std::size_t m_size = 0; // of it
    std::uint64_t m_hits = 0;
};

/// Where a record ends, and what is wrong with its quotes.
struct RecordEnd
{
    const char *at = nullptr; // behind its line end
    bool complete = false;    // false: no line end up to the end of the text
    std::optional<CsvFault> fault;
    int column = -1; // of the fault
};

/// One record, cell by cell. Splitting and parsing share it, so that they never disagree.
class RecordWalk
{
public:
    /// The record may end before the finder's text. There a carriage return counts as a line end.
    RecordWalk(MarkFinder &finder, const char *begin)
        : m_finder(finder)
        , m_marks(finder.marks())
        , m_at(begin)
        , m_end(finder.end())
    {}

    /// Calls onCell(begin, end, hasDoubledQuotes) for each cell, up to the first fault. A misplaced quote
    /// spoils the record up to the next line end, an open one up to the end of the text.
    template<typename OnCell>
    RecordEnd run(OnCell onCell)
    {
        while (true) {
            const bool quoted = m_marks.quotes && m_at != m_end && *m_at == m_marks.quote;
            const Stop stop = quoted ? quotedCell(onCell) : plainCell(onCell);
            if (stop == Stop::Record)
                return {m_at, true, {}, -1};
            if (stop == Stop::Text)
                return {m_at, false, m_fault, m_fault ? m_column : -1};
            if (stop == Stop::Fault)
                return faulty();
            ++m_column;
        }
    }

private:
    enum class Stop { Cell, Record, Text, Fault };

    template<typename OnCell>
    Stop plainCell(OnCell &onCell)
    {
        const char *const begin = m_at;
        m_at = m_finder.find(m_at);
        if (m_at != m_end && *m_at == m_marks.delimiter) {
            onCell(begin, m_at++, false);
            return Stop::Cell;
        }
        if (m_at != m_end && *m_at != m_marks.lineEnd) {
            m_fault = CsvFault::StrayQuote;
            return Stop::Fault;
        }
        const bool carriageReturn = m_marks.lineEnd == '\n' && m_at != begin && m_at[-1] == '\r';
        onCell(begin, carriageReturn ? m_at - 1 : m_at, false);
        return lineEnd();
    }

    template<typename OnCell>
    Stop quotedCell(OnCell &onCell)
    {
        const char *const begin = ++m_at;
        bool doubled = false;
        while (true) {
            m_at = findAny(m_at, m_end, m_marks.quote, m_marks.quote, m_marks.quote);
            if (m_at == m_end) {
                m_fault = CsvFault::UnclosedQuote;
                return Stop::Text;
            }
            ++m_at;
            if (m_at == m_end || *m_at != m_marks.quote)
                break;
            doubled = true;
            ++m_at;
        }
        return afterQuote(onCell, begin, m_at - 1, doubled);
    }

    template<typename OnCell>
    Stop afterQuote(OnCell &onCell, const char *begin, const char *end, bool doubled)
    {
        if (m_at != m_end && *m_at == m_marks.delimiter) {
            onCell(begin, end, doubled);
            ++m_at;
            return Stop::Cell;
        }
        if (m_marks.lineEnd == '\n' && m_at != m_end && *m_at == '\r'
            && (m_at + 1 == m_end || m_at[1] == '\n'))
            ++m_at;
        if (m_at != m_end && *m_at != m_marks.lineEnd) {
            m_fault = CsvFault::TextAfterQuote;
            return Stop::Fault;
        }
        onCell(begin, end, doubled);
        return lineEnd();
    }

    Stop lineEnd()
    {
        if (m_at == m_end)
            return Stop::Text;
        ++m_at;
        return Stop::Record;
    }

    RecordEnd faulty()
    {
        m_at = findAny(m_at, m_end, m_marks.lineEnd, m_marks.lineEnd, m_marks.lineEnd);
        const bool complete = lineEnd() == Stop::Record;
        return {m_at, complete, m_fault, m_column};
    }

    MarkFinder &m_finder;
    const CsvMarks &m_marks;
    const char *m_at;
    const char *const m_end;
    int m_column = 0;
    std::optional<CsvFault> m_fault;
};

} // namespace Weir
