// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/compiledpattern.h"

#include <QCoreApplication>

#include <algorithm>
#include <re2/re2.h>

namespace Weir {

namespace {
constexpr int MemoryBudget = 2 << 20;
// At worst RE2 takes each instruction of its program for each byte of text: about a second for so many.
constexpr std::size_t StepBudget = std::size_t(1) << 26;

RE2::Options options()
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(MemoryBudget);
    options.set_never_capture(true);
    return options;
}

QString errorText(RE2::ErrorCode code)
{
    switch (code) {
    case RE2::NoError:
        return {};
    case RE2::ErrorBadEscape:
        return QCoreApplication::translate("Weir::RuleSet", "\"%1\" is not a known escape");
    case RE2::ErrorBadCharClass:
    case RE2::ErrorBadCharRange:
        return QCoreApplication::translate("Weir::RuleSet", "\"%1\" is not a range of characters");
    case RE2::ErrorMissingBracket:
        return QCoreApplication::translate("Weir::RuleSet", "a closing bracket \"]\" is missing in \"%1\"");
    case RE2::ErrorMissingParen:
        return QCoreApplication::translate("Weir::RuleSet",
                                           "a closing parenthesis \")\" is missing in \"%1\"");
    case RE2::ErrorUnexpectedParen:
        return QCoreApplication::translate("Weir::RuleSet",
                                           "there is a closing parenthesis \")\" too many in \"%1\"");
    case RE2::ErrorTrailingBackslash:
        return QCoreApplication::translate("Weir::RuleSet", "nothing follows the backslash at the end");
    case RE2::ErrorRepeatArgument:
        return QCoreApplication::translate("Weir::RuleSet", "there is nothing to repeat before \"%1\"");
    case RE2::ErrorRepeatSize:
        return QCoreApplication::translate("Weir::RuleSet",
                                           "\"%1\" repeats too often; 1000 times is the most");
    case RE2::ErrorRepeatOp:
        return QCoreApplication::translate("Weir::RuleSet", "\"%1\" repeats a repetition");
    case RE2::ErrorBadPerlOp:
        return QCoreApplication::translate("Weir::RuleSet",
                                           "\"%1\" is not supported, because matching it could take forever");
    case RE2::ErrorBadUTF8:
        return QCoreApplication::translate("Weir::RuleSet", "it is not valid Unicode text");
    case RE2::ErrorBadNamedCapture:
        return QCoreApplication::translate("Weir::RuleSet", "\"%1\" is not a valid group name");
    case RE2::ErrorPatternTooLarge:
        return QCoreApplication::translate("Weir::RuleSet", "it is too large; use smaller repetition counts");
    case RE2::ErrorInternal:
        break;
    }
    return QCoreApplication::translate("Weir::RuleSet", "it cannot be used");
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

bool CompiledPattern::isTooLong(std::string_view text) const
{
    return m_expression->ok()
        && text.size() > StepBudget / static_cast<std::size_t>(std::max(m_expression->ProgramSize(), 1));
}

bool CompiledPattern::matches(std::string_view text) const
{
    if (!m_expression->ok() || isTooLong(text))
        return false;
    const re2::StringPiece piece(text.data(), text.size());
    return m_expression->Match(piece, 0, text.size(), RE2::ANCHOR_BOTH, nullptr, 0);
}

} // namespace Weir
