// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

namespace Weir::Test {

/// The program lockholder: another process that holds a lock.
class LockHolderProcess
{
public:
    /// As that program's own arguments.
    explicit LockHolderProcess(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(WEIR_BIN_DIR "/lockholder"), arguments);
        m_holds = m_process.waitForStarted() && m_process.waitForReadyRead()
            && m_process.readAllStandardOutput().startsWith("holding");
    }
    ~LockHolderProcess() { letGo(); }

    bool holds() const { return m_holds; }
    qint64 pid() const { return m_process.processId(); }
    void letGo()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    /// Did it end in good order?
    bool succeeded() const
    {
        return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit
            && m_process.exitCode() == 0;
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
    bool m_holds = false;
};

} // namespace Weir::Test
