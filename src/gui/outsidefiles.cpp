// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/outsidefiles.h"

#include "db/databases.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

/// With the links of what there is of it followed; the rest as it would be made.
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

} // namespace

QStringList filesOutside(const Project &project, const QString &projectFile, const QString &dataDirectory)
{
    const QString folders[] = {QFileInfo(canonical(QFileInfo(projectFile).absoluteFilePath())).path(),
                               canonical(QFileInfo(dataDirectory).absoluteFilePath())};
    QStringList outside;
    for (const DatabaseProfile &profile : project.databases) {
        const QString file = canonical(Databases::location(dataDirectory, profile));
        const bool inside = std::any_of(std::begin(folders), std::end(folders),
                                        [&file](const QString &folder) { return isIn(file, folder); });
        if (!inside)
            outside.append(file);
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

} // namespace Weir
