// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compiledpattern.h"

#include <QCoreApplication>

#include <re2/re2.h>

namespace Weir {

namespace {
// Bounds the program's size, and with it the time a hostile pattern takes for each byte of text.
constexpr int MemoryBudget = 1 << 20;

RE2::Options options()
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(MemoryBudget);
    options.set_never_capture(true);
    return options;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("Weir::CompiledPattern", text);
}

QString errorText(RE2::ErrorCode code)
{
    switch (code) {
    case RE2::NoError:
        return {};
    case RE2::ErrorBadEscape:
        return tr("\"%1\" is not a known escape");
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
        return tr("\"%1\" is not a range of characters");
    case RE2::ErrorMissingBracket:
        return tr("a closing bracket \"]\" is missing in \"%1\"");
    case RE2::ErrorMissingParen:
        return tr("a closing parenthesis \")\" is missing in \"%1\"");
    case RE2::ErrorUnexpectedParen:
        return tr("there is a closing parenthesis \")\" too many in \"%1\"");
    case RE2::ErrorTrailingBackslash:
        return tr("nothing follows the backslash at the end");
    case RE2::ErrorRepeatArgument:
        return tr("there is nothing to repeat before \"%1\"");
    case RE2::ErrorRepeatSize:
        return tr("\"%1\" repeats too often; 1000 times is the most");
    case RE2::ErrorRepeatOp:
        return tr("\"%1\" repeats a repetition");
    case RE2::ErrorBadPerlOp:
        return tr("\"%1\" is not supported, because matching it could take forever");
    case RE2::ErrorBadUTF8:
        return tr("it is not valid Unicode text");
    case RE2::ErrorBadNamedCapture:
        return tr("\"%1\" is not a valid group name");
    case RE2::ErrorPatternTooLarge:
        return tr("it is too large; use smaller repetition counts");
    case RE2::ErrorInternal:
        break;
    }
    return tr("it cannot be used");
}
} // namespace

CompiledPattern::CompiledPattern(const QString &pattern)
    : m_expression(std::make_unique<RE2>(pattern.toStdString(), options()))
{}

CompiledPattern::~CompiledPattern() = default;
CompiledPattern::CompiledPattern(CompiledPattern &&) noexcept = default;
CompiledPattern &CompiledPattern::operator=(CompiledPattern &&) noexcept = default;

QString CompiledPattern::error() const
{
    QString text = errorText(m_expression->error_code());
    if (text.contains(QStringLiteral("%1")))
        text = text.arg(QString::fromStdString(m_expression->error_arg()));
    return text;
}

bool CompiledPattern::matches(std::string_view text) const
{
    if (!m_expression->ok())
        return false;
    const re2::StringPiece piece(text.data(), text.size());
    return m_expression->Match(piece, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

} // namespace Weir
