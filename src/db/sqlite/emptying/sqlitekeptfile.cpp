// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/emptying/sqlitekeptfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr QByteArrayView FileMagic("SQLite format 3\0", 16);
constexpr int IdOffset = 68; // sqlite.org/fileformat2.html, 1.3
constexpr int KeptHeaderSize = IdOffset + 4;
constexpr QLatin1String NamePattern("rows-??????.db");
constexpr QLatin1String NameTemplate("/rows-XXXXXX.db");
constexpr int SuffixSize = 3; // of the template

class Descriptor
{
public:
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int number() const { return m_number; }

private:
    const int m_number;
};

QString lockOf(const QString &path)
{
    return path + QStringLiteral(".lock");
}

int openFolder(const QString &folder)
{
    return ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Nobody else can put files or links there.
bool isOursAlone(int folder)
{
    struct stat status = {};
    return ::fstat(folder, &status) == 0 && status.st_uid == ::geteuid()
        && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

Expected<void> makeFolder(const QString &folder)
{
    if (::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) != 0 && errno != EEXIST)
        return failure(qt_error_string(errno));
    const Descriptor opened(openFolder(folder));
    if (opened.number() < 0)
        return failure(qt_error_string(errno));
    if (isOursAlone(opened.number()))
        return {};
    return failure(
        QCoreApplication::translate("SqliteKeptFile", "others can write in this folder, or it is theirs"));
}

bool isSame(const struct stat &one, const struct stat &other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool isPlainFileOfOurs(const struct stat &status)
{
    return S_ISREG(status.st_mode) && status.st_uid == ::geteuid() && status.st_nlink == 1;
}

/// Only for a file that nobody in this process has open: closing it drops SQLite's locks.
bool hasOurHeader(int folder, const QByteArray &name, const struct stat &known)
{
    const Descriptor file(::openat(folder, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat status = {};
    std::array<char, KeptHeaderSize> header{};
    return file.number() >= 0 && ::fstat(file.number(), &status) == 0 && isSame(status, known)
        && ::pread(file.number(), header.data(), header.size(), 0) == KeptHeaderSize
        && QByteArrayView(header.data(), KeptHeaderSize).startsWith(FileMagic)
        && qFromBigEndian<qint32>(header.data() + IdOffset) == SqliteKeptFile::ApplicationId;
}

} // namespace

SqliteKeptFile::SqliteKeptFile(QString folder, QString path)
    : m_folder(std::move(folder))
    , m_path(std::move(path))
    , m_lock(lockOf(m_path))
{}

SqliteKeptFile::~SqliteKeptFile()
{
    if (!m_leave)
        remove();
}

Expected<std::unique_ptr<SqliteKeptFile>> SqliteKeptFile::create(const QString &folder)
{
    if (const auto made = makeFolder(folder); !made)
        return tl::make_unexpected(made.error());
    QByteArray name = QFile::encodeName(folder + NameTemplate);
    struct stat made = {};
    {
        const Descriptor file(::mkostemps(name.data(), SuffixSize, O_CLOEXEC)); // 0600
        if (file.number() < 0 || ::fstat(file.number(), &made) != 0)
            return failure(qt_error_string(errno));
    }
    std::unique_ptr<SqliteKeptFile> kept(new SqliteKeptFile(folder, QFile::decodeName(name)));
    kept->m_made = made;
    if (kept->m_lock.tryLock() != ProcessLock::Outcome::Locked)
        return failure(QCoreApplication::translate("SqliteKeptFile", "no lock can be made there"));
    return kept;
}

bool SqliteKeptFile::isInPlace() const
{
    struct stat status = {};
    return ::lstat(QFile::encodeName(m_path).constData(), &status) == 0 && isSame(status, m_made);
}

Expected<void> SqliteKeptFile::syncFolder() const
{
    const Descriptor folder(openFolder(m_folder));
    if (folder.number() < 0 || ::fsync(folder.number()) != 0)
        return failure(qt_error_string(errno));
    return {};
}

void SqliteKeptFile::remove()
{
    if (isInPlace())
        ::unlink(QFile::encodeName(m_path).constData());
    m_lock.unlock();
}

void SqliteKeptFile::removeLeftovers(const QString &folder, std::chrono::seconds age)
{
    const Descriptor opened(openFolder(folder));
    if (opened.number() < 0 || !isOursAlone(opened.number()))
        return;
    const std::time_t newest = ::time(nullptr) - age.count();
    const QStringList names = QDir(folder).entryList({NamePattern}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QByteArray encoded = QFile::encodeName(name);
        struct stat status = {};
        if (::fstatat(opened.number(), encoded.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0
            || !isPlainFileOfOurs(status) || status.st_mtim.tv_sec > newest)
            continue;
        ProcessLock lock(lockOf(folder + u'/' + name));
        if (lock.tryLock() == ProcessLock::Outcome::Locked && hasOurHeader(opened.number(), encoded, status))
            ::unlinkat(opened.number(), encoded.constData(), 0);
    }
}

} // namespace Weir
