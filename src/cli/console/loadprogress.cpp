// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/loadprogress.h"

#include "core/text/printabletext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace Weir {

namespace {
constexpr qint64 WindowMs = 3000; // speeds are means over so long
constexpr int BarWidth = 20;
constexpr int NameWidth = 24;

QString grouped(qint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

double megabytes(double bytes)
{
    return bytes / 1e6;
}

qint64 turnedAway(const Counts &counts)
{
    return counts.rejected + counts.failed;
}

/// 0 to 1; negative: not known.
double shareOf(const FileProgress &file)
{
    if (file.state == FileState::Finished)
        return 1;
    return file.size <= 0 ? -1
                          : std::min(1.0, static_cast<double>(file.bytes) / static_cast<double>(file.size));
}

FileProgress together(const std::vector<FileProgress> &files)
{
    const auto loads = [](const FileProgress &file) {
        return !hasEnded(file.state);
    };
    FileProgress all;
    all.size = 0;
    all.state = std::any_of(files.begin(), files.end(), loads) ? FileState::Loading : FileState::Finished;
    for (const FileProgress &file : files) {
        all.counts += file.counts;
        all.earlier += file.earlier;
        all.bytes += file.bytes;
        all.size = all.size < 0 || file.size < 0 ? -1 : all.size + file.size;
    }
    return all;
}

} // namespace

QString clockText(qint64 seconds)
{
    const qint64 hours = seconds / 3600;
    const QString minutes = QString::number(seconds / 60 % 60);
    const QString rest = QStringLiteral(":%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return hours == 0 ? minutes + rest
                      : QStringLiteral("%1:%2").arg(hours).arg(minutes.rightJustified(2, u'0')) + rest;
}

LoadProgress::LoadProgress(const QStringList &names)
{
    for (const QString &name : names)
        m_names += printableText(name);
    m_names += QStringLiteral("all files");
    add(0, std::vector<FileProgress>(static_cast<std::size_t>(names.size())));
}

void LoadProgress::add(qint64 elapsedMs, const std::vector<FileProgress> &files)
{
    Sample sample{elapsedMs, files};
    sample.files.push_back(together(files));
    m_samples.push_back(std::move(sample));
    // One sample from before the window stays: the speeds' beginning.
    while (m_samples.size() > 2 && m_samples[1].elapsedMs <= elapsedMs - WindowMs)
        m_samples.pop_front();
}

LoadProgress::Speed LoadProgress::speed(std::size_t file) const
{
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const double seconds = static_cast<double>(last.elapsedMs - first.elapsedMs) / 1e3;
    if (seconds <= 0)
        return {};
    const FileProgress &before = first.files[file];
    const FileProgress &now = last.files[file];
    return {static_cast<double>(now.counts.read() - before.counts.read()) / seconds,
            static_cast<double>(now.bytes - before.bytes) / seconds};
}

double LoadProgress::secondsLeft(std::size_t file) const
{
    const FileProgress &now = m_samples.back().files[file];
    const double bytes = speed(file).bytes;
    if (now.size < 0 || bytes <= 0)
        return -1;
    return static_cast<double>(std::max<qint64>(now.size - now.bytes, 0)) / bytes;
}

QString LoadProgress::bar(std::size_t file, int columns) const
{
    const FileProgress &now = m_samples.back().files[file];
    const double share = shareOf(now);
    const int filled = static_cast<int>(share * BarWidth);
    QString name = m_names[static_cast<qsizetype>(file)];
    if (name.size() > NameWidth)
        name = u'…' + name.right(NameWidth - 1);
    QString text = name.leftJustified(NameWidth) + u' ';
    if (share >= 0) {
        text += u'[' + QString(filled, u'#') + QString(BarWidth - filled, u'-')
            + QStringLiteral("] %1 %").arg(static_cast<int>(share * 100), 3);
    }
    const Speed fast = speed(file);
    QStringList parts{QStringLiteral("%1 rows").arg(grouped(now.counts.read())),
                      now.state == FileState::Loading ? QString() : fileStateName(now.state)};
    if (now.state == FileState::Loading) {
        const double left = secondsLeft(file);
        parts +=
            left < 0 ? QString() : clockText(static_cast<qint64>(std::ceil(left))) + QStringLiteral(" left");
        parts += QStringLiteral("%1 rows/s").arg(grouped(std::llround(fast.rows)));
        parts += QStringLiteral("%1 MB/s").arg(megabytes(fast.bytes), 0, 'f', 1);
    }
    if (const qint64 rejected = turnedAway(now.counts); rejected > 0)
        parts.insert(1, QStringLiteral("%1 rejected").arg(grouped(rejected)));
    parts.removeAll(QString());
    text += u' ' + parts.join(QStringLiteral("  "));
    // The last column stays free: some terminals wrap there.
    return text.left(std::max(columns - 1, 1));
}

QStringList LoadProgress::bars(int columns) const
{
    const std::size_t files = m_samples.back().files.size();
    QStringList lines;
    for (std::size_t file = 0; file + 1 < files; ++file)
        lines += bar(file, columns);
    if (files > 2)
        lines += bar(files - 1, columns);
    return lines;
}

QString LoadProgress::line() const
{
    const Sample &last = m_samples.back();
    const std::size_t all = last.files.size() - 1;
    const FileProgress &now = last.files[all];
    const Speed fast = speed(all);
    const double share = shareOf(now);
    const double left = secondsLeft(all);
    QStringList parts{QStringLiteral("%1 rows").arg(grouped(now.counts.read()))};
    if (share >= 0)
        parts += QStringLiteral("%1 %").arg(static_cast<int>(share * 100));
    parts += QStringLiteral("%1 rows/s").arg(grouped(std::llround(fast.rows)));
    parts += QStringLiteral("%1 MB/s").arg(megabytes(fast.bytes), 0, 'f', 1);
    if (left >= 0)
        parts += QStringLiteral("%1 left").arg(clockText(static_cast<qint64>(std::ceil(left))));
    parts += QStringLiteral("%1 rejected").arg(grouped(turnedAway(now.counts)));
    return QStringLiteral("%1 s: ").arg(static_cast<double>(last.elapsedMs) / 1e3, 0, 'f', 1)
        + parts.join(QStringLiteral(", "));
}

} // namespace Weir
