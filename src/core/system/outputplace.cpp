// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/outputplace.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr std::size_t BeginningSize = 256;
// Of Linux (Documentation/admin-guide/devices.txt).
constexpr unsigned TerminalMajor = 4;
constexpr unsigned ConsoleMajor = 5;
constexpr unsigned FirstPseudoTerminalMajor = 136;
constexpr unsigned LastPseudoTerminalMajor = 143;

using Status = struct stat;

std::optional<Status> statusOf(const QString &path)
{
    Status status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status;
}

bool isLink(const QString &path)
{
    Status status = {};
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 && S_ISLNK(status.st_mode);
}

bool isSame(const std::optional<Status> &one, const std::optional<Status> &other)
{
    return one && other && one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

QString directoryOf(const QString &path)
{
    const qsizetype slash = path.lastIndexOf(u'/');
    return slash < 0 ? QStringLiteral(".") : path.left(slash + 1);
}

QString nameOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

/// Also where one is not there: then its folder and its name tell, on file systems that fold case as well.
bool isSameFile(const QString &one, const QString &other)
{
    if (isSame(statusOf(one), statusOf(other)))
        return true;
    return nameOf(one).compare(nameOf(other), Qt::CaseInsensitive) == 0
        && isSame(statusOf(directoryOf(one)), statusOf(directoryOf(other)));
}

/// What a link leads to; the file's directory without links otherwise. Unchanged where that cannot be told.
QString resolved(const QString &path)
{
    const QString target = QFileInfo(path).canonicalFilePath();
    if (!target.isEmpty())
        return target;
    const QString directory = QFileInfo(directoryOf(path)).canonicalFilePath();
    return directory.isEmpty() ? path : directory + u'/' + nameOf(path);
}

bool isPipeOrTerminal(const Status &status)
{
    if (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode))
        return true;
    if (!S_ISCHR(status.st_mode))
        return false;
    // Not asked by opening it, which does something to some devices.
    const unsigned number = major(status.st_rdev);
    return number == TerminalMajor || number == ConsoleMajor
        || (number >= FirstPseudoTerminalMajor && number <= LastPseudoTerminalMajor);
}

} // namespace

OutputPlace::OutputPlace(QString path, QStringList untouchable)
    : m_path(std::move(path))
    , m_untouchable(std::move(untouchable))
{}

Expected<void> OutputPlace::check() const
{
    if (isUntouchable()) {
        return failure(
            QCoreApplication::translate("OutputPlace",
                                        "%1 is a file that the work itself reads or writes, so nothing is "
                                        "written over it: choose another name.")
                .arg(m_path));
    }
    const auto status = statusOf(m_path);
    if (!status && isLink(m_path)) {
        return failure(
            QCoreApplication::translate(
                "OutputPlace", "%1 is a link that leads to no file: remove it, or choose another name.")
                .arg(m_path));
    }
    if (!status || S_ISREG(status->st_mode) || isPipeOrTerminal(*status))
        return {};
    return failure(QCoreApplication::translate("OutputPlace",
                                               "%1 is not a file that can be written: choose another name.")
                       .arg(m_path));
}

bool OutputPlace::isTaken(const MayReplace &mayReplace) const
{
    const auto status = statusOf(m_path);
    if (!status || !S_ISREG(status->st_mode))
        return false;
    std::array<char, BeginningSize> beginning{};
    const int descriptor = ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return true;
    const ssize_t size = ::read(descriptor, beginning.data(), beginning.size());
    ::close(descriptor);
    return size <= 0 || !mayReplace(QByteArrayView(beginning.data(), size));
}

Expected<void> OutputPlace::write(const QByteArray &content) const
{
    if (const auto good = check(); !good)
        return good;
    const auto status = statusOf(m_path);
    if (status && !S_ISREG(status->st_mode))
        return writeThrough(content);
    QSaveFile file(resolved(m_path));
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return notWritten(file.errorString());
}

QStringList OutputPlace::standardStreams()
{
    QStringList files;
    for (const QString &path :
         {QStringLiteral("/dev/stdin"), QStringLiteral("/dev/stdout"), QStringLiteral("/dev/stderr")}) {
        if (const auto status = statusOf(path); status && S_ISREG(status->st_mode))
            files += path;
    }
    return files;
}

bool OutputPlace::isUntouchable() const
{
    const QStringList names{m_path, resolved(m_path)};
    return std::any_of(names.begin(), names.end(), [this](const QString &name) {
        return isRejectFileName(name)
            || std::any_of(m_untouchable.begin(), m_untouchable.end(),
                           [&name](const QString &file) { return isSameFile(name, file); });
    });
}

Expected<void> OutputPlace::writeThrough(const QByteArray &content) const
{
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered)
        && file.write(content) == content.size())
        return {};
    return notWritten(file.errorString());
}

Expected<void> OutputPlace::notWritten(const QString &reason) const
{
    return failure(
        QCoreApplication::translate("OutputPlace", "%1 could not be written: %2. Choose another place.")
            .arg(m_path, reason));
}

bool isRejectFileName(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral("\\.(rejected|reasons)(-[0-9]+)?\\.csv$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return pattern.match(nameOf(path)).hasMatch();
}

} // namespace Weir
