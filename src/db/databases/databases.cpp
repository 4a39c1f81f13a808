// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/databases/databases.h"

#include "db/sqlite/file/networkfilesystem.h"
#include "db/sqlite/file/sqlitedriver.h"
#include "db/sqlite/file/sqliteplace.h"
#include "db/sqlite/sqlitebackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QStandardPaths>

#include <sys/stat.h>

namespace Weir {

namespace {

// Not QDir::absoluteFilePath(): to it a name that begins with a colon is a resource.
QString absolutePath(const QString &directory, const QString &file)
{
    return file.startsWith(u'/') ? file : QDir(directory).absolutePath() + u'/' + file;
}

/// Where the file really is, also when it is not there yet or a link leads to nothing.
QString resolved(const QString &path)
{
    constexpr int LongestChain = 32;
    QFileInfo info(path);
    for (int link = 0; link < LongestChain && info.isSymLink() && !info.exists(); ++link)
        info.setFile(info.symLinkTarget());
    if (info.exists())
        return info.canonicalFilePath();
    const QString directory = QFileInfo(info.absolutePath()).canonicalFilePath();
    return directory.isEmpty() ? info.absoluteFilePath() : directory + u'/' + info.fileName();
}

/// A link that leads to nothing stays what it is: no file is made through it.
QString placeOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink() || info.exists())
        return resolved(path);
    const QString directory = QFileInfo(info.absolutePath()).canonicalFilePath();
    return directory.isEmpty() ? info.absoluteFilePath() : directory + u'/' + info.fileName();
}

bool isSameFile(const QString &one, const QString &other)
{
    if (one == other)
        return true;
    struct stat first = {};
    struct stat second = {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0
        && ::stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

} // namespace

Databases::Databases(QString dataDirectory)
    : m_dataDirectory(std::move(dataDirectory))
{
    // Qt 6.4 fills its dictionary of drivers at the first use, unguarded (QTBUG-112961).
    static_cast<void>(QSqlDatabase::drivers());
}

Databases::~Databases() = default;

Expected<void> Databases::update(const QList<DatabaseProfile> &profiles)
{
    static_cast<void>(checkSqliteDriver({})); // looks now, in one thread; each connection asks again
    if (!QDir().mkpath(m_dataDirectory)) {
        return failure(QCoreApplication::translate("Databases",
                                                   "The data directory %1 cannot be created: check its "
                                                   "permissions or choose another one.")
                           .arg(m_dataDirectory));
    }
    const auto paths = resolvePaths(profiles);
    if (!paths)
        return tl::unexpected(paths.error());
    QHash<QString, std::shared_ptr<Backend>> backends;
    for (qsizetype i = 0; i < profiles.size(); ++i) {
        const DatabaseProfile &profile = profiles.at(i);
        std::shared_ptr<Backend> backend = this->backend(profile.name);
        if (!backend || backend->profile() != profile || backend->location() != paths->at(i)) {
            backend = std::make_shared<SqliteBackend>(
                profile, fileAt(paths->at(i)), absolutePath(m_dataDirectory, QStringLiteral("emptied")));
            ++m_revision;
        }
        backends.insert(profile.name, backend);
    }
    const std::lock_guard lock(m_mutex);
    if (backends.size() < m_backends.size())
        ++m_revision;
    m_backends = backends;
    return {};
}

std::shared_ptr<Backend> Databases::backend(const QString &database) const
{
    const std::lock_guard lock(m_mutex);
    return m_backends.value(database);
}

QString Databases::named(const QString &dataDirectory, const DatabaseProfile &profile)
{
    return absolutePath(dataDirectory, profile.sqlite().file);
}

QStringList Databases::filesOf(const QString &dataDirectory, const DatabaseProfile &profile)
{
    const QString name = named(dataDirectory, profile);
    QStringList files = sqliteFilesOf(name) + sqliteFilesOf(resolved(name));
    files.removeDuplicates();
    return files;
}

Expected<QStringList> Databases::resolvePaths(const QList<DatabaseProfile> &profiles) const
{
    QStringList paths;
    QStringList places;
    for (const DatabaseProfile &profile : profiles) {
        const QString name = named(m_dataDirectory, profile);
        const QString path = resolved(name);
        for (qsizetype i = 0; i < paths.size(); ++i) {
            if (!isSameFile(paths.at(i), path))
                continue;
            return failure(
                QCoreApplication::translate("Databases",
                                            "The databases \"%1\" and \"%2\" are the same file %3: give "
                                            "each a file of its own.")
                    .arg(profiles.at(i).name, profile.name, path));
        }
        paths += path;
        places += placeOf(name);
    }
    return places;
}

std::shared_ptr<SqliteFile> Databases::fileAt(const QString &path)
{
    m_files.removeIf([](const auto &entry) { return entry.value().expired(); });
    std::shared_ptr<SqliteFile> file = m_files.value(path).lock();
    if (!file) {
        const bool onNetwork =
            isOnNetworkFileSystem(QFileInfo::exists(path) ? path : QFileInfo(path).absolutePath());
        file = std::make_shared<SqliteFile>(path, onNetwork);
        m_files.insert(path, file);
    }
    return file;
}

QString defaultDataDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/weir");
}

} // namespace Weir
