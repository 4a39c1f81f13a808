// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvformat.h"
#include "core/expected.h"

#include <string>

namespace CLI {
class App;
}

namespace Weir {

/// --delimiter, --quote, --encoding, --header, --no-header: what the user knows better than the detector.
class FormatOptions
{
public:
    void declare(CLI::App &command);
    /// What was given, in place of what was detected. Error: no such delimiter.
    Expected<CsvFormat> applyTo(CsvFormat detected) const;

private:
    Expected<void> applyDelimiter(CsvFormat *format) const;

    std::string m_delimiter;
    std::string m_quote;
    std::string m_encoding;
    bool m_header = false;
    bool m_noHeader = false;
};

} // namespace Weir
