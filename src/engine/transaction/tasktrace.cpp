// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/tasktrace.h"

#include <algorithm>
#include <new>
#include <numeric>

namespace Weir {

namespace {
constexpr std::size_t UsualSpans = 10; // of a task that is committed at the first attempt
}

void TaskTrace::enter(Phase phase, qint64 ns) noexcept
{
    finish(ns);
    try {
        if (m_spans.empty())
            m_spans.reserve(UsualSpans);
        const qint64 begin = m_spans.empty() ? ns : m_spans.back().endNs;
        m_spans.push_back({phase, static_cast<int>(m_attempts.size()), begin, begin});
    } catch (const std::bad_alloc &) { // then the one before goes on
    }
}

void TaskTrace::finish(qint64 ns) noexcept
{
    if (!m_spans.empty())
        m_spans.back().endNs = std::max(m_spans.back().endNs, ns);
}

void TaskTrace::beginAttempt() noexcept
{
    m_isAttemptKept = false;
    try {
        m_attempts.emplace_back();
        m_isAttemptKept = true;
    } catch (const std::bad_alloc &) {}
}

void TaskTrace::endAttempt(const SqlError &error, const std::vector<Wait> &waits) noexcept
{
    if (!m_isAttemptKept)
        return;
    Attempt &attempt = m_attempts.back();
    attempt.isCommitted = error.isNone();
    attempt.error = error.errorClass;
    attempt.code = error.code;
    try {
        attempt.waits = waits;
    } catch (const std::bad_alloc &) {}
}

bool TaskTrace::isCommitted() const
{
    return std::any_of(m_attempts.begin(), m_attempts.end(),
                       [](const Attempt &attempt) { return attempt.isCommitted; });
}

const Span *TaskTrace::last(Phase phase) const
{
    const auto found = std::find_if(m_spans.rbegin(), m_spans.rend(),
                                    [phase](const Span &span) { return span.phase == phase; });
    return found == m_spans.rend() ? nullptr : &*found;
}

qint64 TaskTrace::beginOf(Phase phase) const
{
    const Span *span = last(phase);
    return span ? span->beginNs : endNs();
}

qint64 TaskTrace::endOf(Phase phase) const
{
    const Span *span = last(phase);
    return span ? span->endNs : endNs();
}

void TaskTrace::shiftBy(qint64 ns) noexcept
{
    for (Span &span : m_spans) {
        span.beginNs -= ns;
        span.endNs -= ns;
    }
    for (Attempt &attempt : m_attempts) {
        for (Wait &wait : attempt.waits) {
            wait.beginNs -= ns;
            wait.endNs -= ns;
        }
    }
}

TaskTrace TaskTrace::relativeTo(qint64 ns) const
{
    TaskTrace result = *this;
    result.shiftBy(ns);
    return result;
}

qint64 sleepsOf(const std::vector<Wait> &waits)
{
    return std::accumulate(waits.begin(), waits.end(), qint64{0},
                           [](qint64 sum, const Wait &wait) { return sum + wait.sleeps; });
}

} // namespace Weir
