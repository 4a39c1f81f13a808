// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QByteArrayView>
#include <QStringList>

#include <functional>

namespace Weir {

/// Where a file is to be written that the user named: nothing that is there already is destroyed by mistake.
/// Any thread.
class OutputPlace
{
public:
    /// May a file that begins so be replaced?
    using MayReplace = std::function<bool(QByteArrayView beginning)>;

    /// `untouchable`: files that are never written, whatever their name is and whether they are there or not.
    OutputPlace(QString path, QStringList untouchable);

    const QString &path() const { return m_path; }
    /// Error: why no file may be written there, but that one exists.
    Expected<void> check() const;
    /// Is there a file that must not be replaced? After check().
    bool isTaken(const MayReplace &mayReplace) const;
    /// Checks, then writes the file as a whole or not at all; into a pipe or terminal, as it comes.
    Expected<void> write(const QByteArray &content) const;

    /// Files that are this process's standard input, output or error.
    static QStringList standardStreams();

private:
    bool isUntouchable() const;
    Expected<void> writeThrough(const QByteArray &content) const;
    Expected<void> notWritten(const QString &reason) const;

    const QString m_path;
    const QStringList m_untouchable;
};

/// Has the path the name of a file with rejected lines or their reasons, of any load?
bool isRejectFileName(const QString &path);

} // namespace Weir
