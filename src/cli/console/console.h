// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <iosfwd>

namespace Weir {

/// Where a command reads and writes: injected, so that tests run in process. UTF-8. One thread.
class Console
{
public:
    /// `colorful`: colour suits the output unless the user says otherwise, see wantsColor(). `errorColumns`
    /// answers how wide the terminal is that the error stream goes to; 0, or no function: it is none.
    /// `terminal`: the output goes to one.
    Console(std::istream &in, std::ostream &out, std::ostream &err, bool colorful,
            std::function<int()> errorColumns = {}, bool terminal = false)
        : m_in(in)
        , m_out(out)
        , m_err(err)
        , m_colorful(colorful)
        , m_errorColumns(std::move(errorColumns))
        , m_terminal(terminal)
    {}

    std::istream &in() { return m_in; }
    bool isColorful() const { return m_colorful; }
    bool isTerminal() const { return m_terminal; }
    int errorColumns() const { return m_errorColumns ? m_errorColumns() : 0; }

    /// False: the output takes no more.
    bool print(const QString &text);
    bool print(const std::string &utf8);
    /// "weir-cli: <sentence>" on the error stream, on one line.
    void complain(const QString &sentence);
    /// The text as it is on the error stream.
    void explain(const std::string &utf8);

private:
    std::istream &m_in;
    std::ostream &m_out;
    std::ostream &m_err;
    bool m_colorful;
    std::function<int()> m_errorColumns;
    bool m_terminal;
};

/// Colour on terminals that can show it, unless NO_COLOR (no-color.org) is set and not empty.
bool wantsColor(bool isTerminal, const QByteArray &noColor, const QByteArray &term);

} // namespace Weir
