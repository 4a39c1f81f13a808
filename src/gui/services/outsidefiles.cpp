// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/outsidefiles.h"

#include "db/databases/databases.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace Weir {

namespace {

/// With the links of what there is of it followed; the rest as it would be made. For the user's own folders.
QString canonical(const QString &path)
{
    QString there = path;
    QString rest;
    while (there.size() > 1) {
        const QFileInfo info(there);
        if (const QString found = info.canonicalFilePath(); !found.isEmpty())
            return QDir::cleanPath(found + rest);
        if (info.isSymLink()) // to nothing: whatever is made goes there
            return QDir::cleanPath(info.symLinkTarget() + rest);
        const qsizetype slash = std::max<qsizetype>(there.lastIndexOf(u'/'), 0);
        rest.prepend(there.mid(slash));
        there.truncate(slash);
    }
    return QDir::cleanPath(u'/' + rest);
}

bool isIn(const QString &path, const QString &directory)
{
    return directory == u"/" || path.startsWith(directory + u'/');
}

struct Folder
{
    Folder(const QString &name, const QString &place)
        : named(canonical(name) == place ? QDir::cleanPath(name) : place)
        , real(place)
    {}

    QString named;
    QString real;
};
using Folders = std::array<Folder, 2>;

QStringList stepsOf(const QString &path)
{
    return path.split(u'/', Qt::SkipEmptyParts);
}

bool isInAny(const QString &path, const Folders &folders)
{
    return std::any_of(folders.begin(), folders.end(),
                       [&path](const Folder &folder) { return isIn(path, folder.real); });
}

/// In such a folder or on the way to one: it is known to be no link.
bool isKnown(const QString &path, const Folders &folders)
{
    return isInAny(path, folders)
        || std::any_of(folders.begin(), folders.end(), [&path](const Folder &folder) {
               return path == folder.real || isIn(folder.real, path.isEmpty() ? QStringLiteral("/") : path);
           });
}

/// Replaces the link `path` by what it leads to; false: it is none.
bool followLink(const QString &path, QString *at, QStringList *left)
{
    std::error_code error;
    const auto target = std::filesystem::read_symlink(QFile::encodeName(path).toStdString(), error);
    if (error)
        return false;
    const QString text = QFile::decodeName(target.c_str());
    if (text.startsWith(u'/'))
        at->clear();
    *left = stepsOf(text) + *left;
    return true;
}

/// Where the path leads as far as the folders' own links tell. Nothing outside of them is looked at: what
/// lies there was named by a stranger, and a file system that does not answer would keep whoever asks it.
QString placeOf(const QString &path, const Folders &folders)
{
    constexpr int MostLinks = 40;
    int links = 0;
    QString at; // empty: the root
    QStringList left = stepsOf(path);
    while (!left.isEmpty()) {
        const QString step = left.takeFirst();
        if (step == u".")
            continue;
        if (step == u"..") {
            if (!isKnown(at, folders)) // it may be a link: nobody knows what is above
                return (QStringList{at, step} + left).join(u'/');
            at.truncate(std::max<qsizetype>(at.lastIndexOf(u'/'), 0));
            continue;
        }
        const QString next = at + u'/' + step;
        if (isInAny(next, folders) && links < MostLinks && followLink(next, &at, &left)) {
            ++links;
            continue;
        }
        const auto own = std::find_if(folders.begin(), folders.end(),
                                      [&next](const Folder &folder) { return folder.named == next; });
        at = own == folders.end() ? next : own->real;
    }
    return at;
}

} // namespace

QStringList filesOutside(const Project &project, const QString &projectFile, const QString &dataDirectory)
{
    const QFileInfo file(projectFile);
    const QString data = QFileInfo(dataDirectory).absoluteFilePath();
    const Folders folders{
        Folder(file.absolutePath(), QFileInfo(canonical(file.absoluteFilePath())).path()), // it may be a link
        Folder(data, canonical(data))};
    QStringList outside;
    for (const DatabaseProfile &profile : project.databases) {
        const QString place = placeOf(Databases::named(dataDirectory, profile), folders);
        if (!isInAny(place, folders))
            outside.append(place);
    }
    outside.sort();
    return outside;
}

QString markOfFiles(const QString &projectFile, const QStringList &files)
{
    const QStringList parts = QStringList{canonical(QFileInfo(projectFile).absoluteFilePath())} + files;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArray(1, '\0')); // which is in no path
    }
    return QString::fromLatin1(hash.result().toHex());
}

OutsideFiles lookOutside(const Project &project, const QString &projectFile, const QString &dataDirectory)
{
    const QStringList files = filesOutside(project, projectFile, dataDirectory);
    return {files, files.isEmpty() ? QString() : markOfFiles(projectFile, files)};
}

} // namespace Weir
