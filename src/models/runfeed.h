// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runrecorder.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Weir {

/// Brings a run's reports from the recorder to the models: about 30 times a second as they come, or, for a
/// run too short to watch, slowly after it (the run itself is never slowed down). GUI thread.
class RunFeed : public QObject
{
    Q_OBJECT
public:
    explicit RunFeed(QObject *parent = nullptr);

    void setReplay(bool slow, int durationMs = 1500); // slow: runs shorter than half of it are replayed
    void begin(std::shared_ptr<RunRecorder> recorder);
    /// The run is over: what is left is delivered, at once or as a replay.
    void finish(qint64 elapsedNs);
    bool isReplaying() const;
    void skip(); // delivers the rest of a replay at once

Q_SIGNALS:
    void reports(const std::vector<Weir::TaskReport> &reports);
    void replayProgress(int percent);
    void done(); // everything has been delivered

private:
    struct Private;
    std::unique_ptr<Private> d;

public:
    ~RunFeed() override;
};

} // namespace Weir
