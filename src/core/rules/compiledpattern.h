// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>
#include <string_view>

namespace re2 {
class RE2;
}

namespace Weir {

/// A pattern in RE2 syntax. Matching takes time linear in the text and memory within a fixed budget.
/// Immutable, any thread.
class CompiledPattern
{
public:
    explicit CompiledPattern(const QString &pattern);
    ~CompiledPattern();
    CompiledPattern(CompiledPattern &&) noexcept;
    CompiledPattern &operator=(CompiledPattern &&) noexcept;

    /// What is wrong with the pattern; empty: nothing is.
    QString error() const;
    /// Could matching take longer than about a second? Depends on the lengths of text and pattern only.
    bool isTooLong(std::string_view text) const;
    /// Does it match the whole text (valid UTF-8)? False for a pattern with an error and for
    /// a text that is too long.
    bool matches(std::string_view text) const;

private:
    std::unique_ptr<re2::RE2> m_expression;
};

} // namespace Weir
