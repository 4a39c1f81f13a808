// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvfault.h"
#include "core/csv/csvformat.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

struct ReferenceRecord
{
    std::size_t offset = 0;
    std::size_t length = 0;
    qint64 line = 0;
    std::vector<std::string> cells; // up to the fault
    std::optional<CsvFault> fault;
};

/// Delimited text read the slow way, one byte and one state after the other: what splitter and parser must
/// agree with.
class CsvReference
{
public:
    CsvReference(std::string_view text, const CsvFormat &format)
        : m_text(text)
        , m_format(format)
    {}

    std::vector<ReferenceRecord> records()
    {
        for (; m_at < m_text.size(); ++m_at) {
            step(m_text[m_at]);
            if (m_text[m_at] == m_format.lineEnd)
                ++m_line;
            if (m_state == State::RecordEnd)
                finishRecord(m_at + 1);
        }
        if (m_begin < m_text.size()) {
            endText();
            finishRecord(m_text.size());
        }
        return m_records;
    }

private:
    enum class State { CellBegin, Plain, Quoted, QuoteInQuoted, LineEndExpected, Broken, RecordEnd };

    bool isQuote(char c) const { return m_format.quote != '\0' && c == m_format.quote; }

    void step(char c)
    {
        switch (m_state) {
        case State::CellBegin:
            m_state = isQuote(c) ? State::Quoted : State::Plain;
            if (m_state == State::Plain)
                plain(c);
            break;
        case State::Plain:
            plain(c);
            break;
        case State::Quoted:
            if (isQuote(c))
                m_state = State::QuoteInQuoted;
            else
                m_cell += c;
            break;
        case State::QuoteInQuoted:
            afterQuote(c);
            break;
        case State::LineEndExpected:
            endCell(State::RecordEnd);
            break;
        case State::Broken:
            if (c == m_format.lineEnd)
                m_state = State::RecordEnd;
            break;
        case State::RecordEnd:
            break;
        }
    }

    void plain(char c)
    {
        if (c == m_format.delimiter) {
            endCell(State::CellBegin);
        } else if (c == m_format.lineEnd) {
            dropCarriageReturn();
            endCell(State::RecordEnd);
        } else if (isQuote(c)) {
            m_record.fault = CsvFault::StrayQuote;
            m_state = State::Broken;
        } else {
            m_cell += c;
        }
    }

    void afterQuote(char c)
    {
        const bool last = m_at + 1 == m_text.size();
        if (isQuote(c)) {
            m_cell += c;
            m_state = State::Quoted;
        } else if (c == m_format.delimiter) {
            endCell(State::CellBegin);
        } else if (c == m_format.lineEnd) {
            endCell(State::RecordEnd);
        } else if (c == '\r' && m_format.lineEnd == '\n' && (last || m_text[m_at + 1] == '\n')) {
            m_state = State::LineEndExpected;
        } else {
            m_record.fault = CsvFault::TextAfterQuote;
            m_state = State::Broken;
        }
    }

    void endText()
    {
        if (m_state == State::Quoted)
            m_record.fault = CsvFault::UnclosedQuote;
        if (m_state == State::Plain)
            dropCarriageReturn();
        if (!m_record.fault)
            endCell(State::RecordEnd);
    }

    void dropCarriageReturn()
    {
        if (m_format.lineEnd == '\n' && !m_cell.empty() && m_cell.back() == '\r')
            m_cell.pop_back();
    }

    void endCell(State next)
    {
        m_record.cells.push_back(m_cell);
        m_cell.clear();
        m_state = next;
    }

    void finishRecord(std::size_t end)
    {
        m_record.offset = m_begin;
        m_record.length = end - m_begin;
        m_record.line = m_recordLine;
        std::string_view content = m_text.substr(m_begin, end - m_begin);
        if (content.ends_with(m_format.lineEnd))
            content.remove_suffix(1);
        if (m_format.lineEnd == '\n' && content.ends_with('\r'))
            content.remove_suffix(1);
        if (!content.empty())
            m_records.push_back(m_record);
        m_record = {};
        m_cell.clear();
        m_begin = end;
        m_recordLine = m_line;
        m_state = State::CellBegin;
    }

    const std::string_view m_text;
    const CsvFormat m_format;
    std::vector<ReferenceRecord> m_records;
    ReferenceRecord m_record;
    std::string m_cell;
    std::size_t m_at = 0;
    std::size_t m_begin = 0; // of the record
    qint64 m_line = 1;
    qint64 m_recordLine = 1;
    State m_state = State::CellBegin;
};

} // namespace Weir
