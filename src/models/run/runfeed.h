// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/runrecorder.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace Weir {

/// Brings a run's reports from the recorder to the models: about 30 times a second as they come, or, for a
/// run too short to watch, slowly after it (the run itself is never slowed down). GUI thread.
class RunFeed : public QObject
{
    Q_OBJECT
public:
    explicit RunFeed(QObject *parent = nullptr);
    ~RunFeed() override;

    void setReplay(bool slow, int durationMs = 1500); // slow: runs shorter than half of it are replayed
    /// What an earlier run still has is delivered first.
    void begin(std::shared_ptr<RunRecorder> recorder);
    /// The run is over: what is left is delivered, at once or as a replay.
    void finish(qint64 elapsedNs);
    bool isReplaying() const { return m_state == State::Replaying; }
    void skip(); // delivers the rest of a replay at once

Q_SIGNALS:
    void reports(const std::vector<Weir::TaskReport> &reports);
    void replayProgress(int percent);
    void done(); // everything of the run has been delivered

private:
    enum class State { Idle, Running, Replaying };

    void tick();
    void fetch();
    void deliver(std::size_t count); // the first `count` of m_waiting
    void end();
    void startReplay();
    void replayTick();

    QTimer m_timer;
    QElapsedTimer m_clock; // since begin() or since the replay's start
    std::shared_ptr<RunRecorder> m_recorder;
    std::vector<TaskReport> m_waiting;
    std::size_t m_replayed = 0;
    std::size_t m_replaySize = 0;
    State m_state = State::Idle;
    bool m_slow = false;
    bool m_held = false; // reports wait for finish(): the run may turn out to be too short to watch
    int m_durationMs = 1500;
};

} // namespace Weir

Q_DECLARE_METATYPE(std::vector<Weir::TaskReport>)
