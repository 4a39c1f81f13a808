// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Weir {

/// A .ts file as lupdate writes it.
struct Catalogue
{
    struct Message
    {
        QString context;
        QString source;
        QString comment;
        QString type;      // "", "unfinished", "vanished" or "obsolete"
        QStringList forms; // one translation, or one for each plural form of the language
        bool numerus = false;

        QString key() const; // what makes a message the same one
    };

    QString error; // empty: the file was read to its end
    QList<Message> messages;

    static Catalogue read(const QString &path);
    QStringList keys() const; // sorted
};

} // namespace Weir
