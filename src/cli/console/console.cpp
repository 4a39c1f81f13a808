// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/console.h"

#include "core/text/printabletext.h"

#include <istream>
#include <ostream>

namespace Weir {

bool Console::print(const QString &text)
{
    return print(text.toStdString());
}

bool Console::print(const std::string &utf8)
{
    m_out << utf8;
    return m_out.good();
}

void Console::complain(const QString &sentence)
{
    explain("weir-cli: " + printableText(sentence).toStdString() + '\n');
}

void Console::explain(const std::string &utf8)
{
    m_out.flush();
    m_err << utf8;
    m_err.flush();
}

bool wantsColor(bool isTerminal, const QByteArray &noColor, const QByteArray &term)
{
    return isTerminal && noColor.isEmpty() && !term.isEmpty() && term != "dumb";
}

} // namespace Weir
