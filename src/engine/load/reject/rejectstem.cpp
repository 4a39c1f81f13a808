// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/rejectstem.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

constexpr QLatin1String Rejected(".rejected");
constexpr QLatin1String Reasons(".reasons");
constexpr QLatin1String Csv(".csv");

/// "orders.csv" for "orders.csv.gz": the reject files are plain text. No file can be made beside /dev/fd/63.
QString stemOf(const QString &path, Compression compression)
{
    if (path == u"-")
        return QDir::current().absoluteFilePath(QStringLiteral("stdin"));
    if (path.startsWith(QLatin1String("/dev/")) || path.startsWith(QLatin1String("/proc/")))
        return QDir::current().absoluteFilePath(QStringLiteral("stream"));
    if (compression == Compression::None)
        return path;
    for (const QString &suffix :
         {QStringLiteral(".gz"), QStringLiteral(".gzip"), QStringLiteral(".zst"), QStringLiteral(".zstd")}) {
        if (path.endsWith(suffix, Qt::CaseInsensitive))
            return path.chopped(suffix.size());
    }
    return path;
}

QString realDirectory(const QString &directory)
{
    const QString real = QFileInfo(directory).canonicalFilePath();
    return real.isEmpty() ? directory : real; // not there yet
}

QString numberSuffix(int number)
{
    return number == 1 ? QString() : QStringLiteral("-%1").arg(number);
}

/// 0: not as Weir writes one.
int numberIn(QStringView suffix)
{
    if (suffix.isEmpty())
        return 1;
    bool isNumber = false;
    const int number = suffix.mid(1).toInt(&isNumber);
    return isNumber && number > 1 && number <= RejectStem::MaximumNumber && numberSuffix(number) == suffix
        ? number
        : 0;
}

} // namespace

RejectStem::RejectStem(const QString &source, Compression compression, const QString &directory)
{
    const QFileInfo stem(stemOf(source, compression));
    m_directory = directory.isEmpty() ? stem.absolutePath() : QDir(directory).absolutePath();
    m_realDirectory = realDirectory(m_directory);
    m_name = stem.fileName();
}

RejectPaths RejectStem::numbered(int number) const
{
    const QString suffix = numberSuffix(number) + Csv;
    const QString name = QDir(m_directory).filePath(fitted(Rejected + suffix));
    return {name + Rejected + suffix, name + Reasons + suffix, false};
}

int RejectStem::numberOf(const QString &rejected, const QString &reasons) const
{
    const qsizetype from = rejected.lastIndexOf(Rejected) + Rejected.size();
    const qsizetype length = rejected.size() - Csv.size() - from;
    if (from < Rejected.size() || length < 0 || !rejected.endsWith(Csv))
        return 0;
    const int number = numberIn(QStringView(rejected).mid(from, length));
    if (number == 0)
        return 0;
    const RejectPaths mine = numbered(number);
    return mine.rejected == rejected && mine.reasons == reasons ? number : 0;
}

QString RejectStem::key(const QString &name) const
{
    return QDir(m_realDirectory)
        .filePath(
            name.mid(name.lastIndexOf(u'/') + 1).normalized(QString::NormalizationForm_C).toCaseFolded());
}

QString RejectStem::keyOf(const QString &path)
{
    const QFileInfo info(path);
    return RejectStem(path, Compression::None, realDirectory(info.absolutePath())).key(info.fileName());
}

/// No longer than a name may be with the suffix.
QString RejectStem::fitted(const QString &suffix) const
{
    constexpr qsizetype LongestName = 255; // bytes
    QString name = m_name;
    const qsizetype most = LongestName - QFile::encodeName(suffix).size();
    while (!name.isEmpty() && QFile::encodeName(name).size() > most)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    return name;
}

} // namespace Weir
