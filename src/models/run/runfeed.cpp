// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runfeed.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

namespace Weir {

namespace {

constexpr std::chrono::milliseconds TickInterval{33};

/// The order in which the world came to know: by acknowledgement, then by commit.
bool acknowledgedBefore(const TaskReport &a, const TaskReport &b)
{
    const auto key = [](const TaskTrace &trace) {
        return std::make_tuple(trace.endNs(), trace.beginOf(Phase::Reporting), trace.task);
    };
    return key(a.trace) < key(b.trace);
}

} // namespace

RunFeed::RunFeed(QObject *parent)
    : QObject(parent)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(TickInterval);
    connect(&m_timer, &QTimer::timeout, this, &RunFeed::tick);
}

RunFeed::~RunFeed() = default;

void RunFeed::setReplay(bool slow, int durationMs)
{
    m_slow = slow;
    m_durationMs = std::max(durationMs, 1);
}

void RunFeed::begin(std::shared_ptr<RunRecorder> recorder)
{
    if (m_state != State::Idle) {
        fetch();
        end();
    }
    m_recorder = std::move(recorder);
    m_state = State::Running;
    m_held = m_slow;
    m_clock.start();
    m_timer.start();
}

void RunFeed::finish(qint64 elapsedNs)
{
    if (m_state != State::Running)
        return;
    fetch();
    const std::chrono::nanoseconds shortest = std::chrono::milliseconds(m_durationMs) / 2;
    if (m_held && elapsedNs < shortest.count() && !m_waiting.empty())
        startReplay();
    else
        end();
}

void RunFeed::skip()
{
    if (m_state == State::Replaying)
        end();
}

void RunFeed::tick()
{
    if (m_state == State::Replaying) {
        replayTick();
        return;
    }
    fetch();
    if (m_held && m_clock.elapsed() < m_durationMs / 2)
        return;
    m_held = false;
    deliver(m_waiting.size());
}

void RunFeed::fetch()
{
    std::vector<TaskReport> fresh = m_recorder->drain();
    std::erase_if(fresh, [this](const TaskReport &report) { return report.runId != m_recorder->runId(); });
    m_waiting.insert(m_waiting.end(), std::make_move_iterator(fresh.begin()),
                     std::make_move_iterator(fresh.end()));
}

void RunFeed::deliver(std::size_t count)
{
    if (count == 0)
        return;
    const auto middle = m_waiting.begin() + static_cast<std::ptrdiff_t>(count);
    const std::vector<TaskReport> now(std::make_move_iterator(m_waiting.begin()),
                                      std::make_move_iterator(middle));
    m_waiting.erase(m_waiting.begin(), middle);
    m_replayed += count;
    Q_EMIT reports(now);
}

void RunFeed::end()
{
    const bool replaying = isReplaying();
    m_timer.stop();
    // Idle first: whoever hears of the end may begin the next run.
    m_state = State::Idle;
    m_recorder.reset();
    deliver(m_waiting.size());
    if (replaying)
        Q_EMIT replayProgress(100);
    Q_EMIT done();
}

void RunFeed::startReplay()
{
    std::stable_sort(m_waiting.begin(), m_waiting.end(), acknowledgedBefore);
    m_state = State::Replaying;
    m_replayed = 0;
    m_replaySize = m_waiting.size();
    m_clock.start();
    Q_EMIT replayProgress(0);
}

void RunFeed::replayTick()
{
    const qint64 elapsed = m_clock.elapsed();
    if (elapsed >= m_durationMs) {
        end();
        return;
    }
    const auto due =
        static_cast<std::size_t>(elapsed) * m_replaySize / static_cast<std::size_t>(m_durationMs);
    if (due <= m_replayed)
        return;
    deliver(due - m_replayed);
    if (isReplaying())
        Q_EMIT replayProgress(static_cast<int>(m_replayed * 100 / m_replaySize));
}

} // namespace Weir
