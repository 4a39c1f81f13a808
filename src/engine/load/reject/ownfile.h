// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QDateTime>
#include <QString>

#include <string_view>
#include <utility>

namespace Weir {

/// A plain file of this program's own user that has one name, opened so that nothing else can be meant: no
/// link, no device, no pipe that lets one wait. Open for as long as the object lives. Errors are errno's
/// numbers; 0: none. One thread at a time.
class OwnFile
{
public:
    enum class Access { Read, ReadWrite };
    using Identity = std::pair<quint64, quint64>; // device and inode

    struct Status
    {
        qint64 size = 0;
        quint64 names = 0; // 0: it was removed
        Identity identity;
        QDateTime changed; // nobody can set it back
    };

    [[nodiscard]] static Expected<OwnFile, int> open(const QString &path, Access access);
    /// A new file, readable by its owner only, whose `beginning` is on the disk. Error: EEXIST when there is
    /// anything of that name; nothing is left of what was begun.
    [[nodiscard]] static Expected<OwnFile, int> create(const QString &path, std::string_view beginning);
    ~OwnFile();
    OwnFile(OwnFile &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {}
    OwnFile &operator=(OwnFile &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }

    [[nodiscard]] Expected<Status, int> status() const;
    /// Whether these bytes are at `offset`.
    [[nodiscard]] Expected<bool, int> holds(qint64 offset, std::string_view bytes) const;
    [[nodiscard]] int write(qint64 offset, std::string_view bytes);
    [[nodiscard]] int sync();
    /// Never makes it longer.
    [[nodiscard]] int cut(qint64 length);
    /// Removes the name, if it is this file's still.
    [[nodiscard]] int remove(const QString &path) const;

private:
    explicit OwnFile(int descriptor)
        : m_descriptor(descriptor)
    {}

    static Expected<OwnFile, int> createNameless(const QString &path, std::string_view beginning);
    static Expected<OwnFile, int> createNamed(const QString &path, std::string_view beginning);
    int begin(std::string_view beginning);

    int m_descriptor = -1;
};

/// So that a new file's name is on the disk as well. errno's number; 0: done.
[[nodiscard]] int syncDirectoryOf(const QString &path);
/// In words, to follow a colon.
QString fileErrorText(int error);

} // namespace Weir
