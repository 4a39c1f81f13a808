// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

/// A connection of another program: it holds or looks at what weir-cli works on.
class Outsider
{
public:
    explicit Outsider(const QString &file)
        : m_name(file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        database.setDatabaseName(file);
        m_open = database.open();
    }
    ~Outsider()
    {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
    Outsider(const Outsider &) = delete;
    Outsider &operator=(const Outsider &) = delete;

    bool execute(const char *sql) const
    {
        return m_open && QSqlQuery(QSqlDatabase::database(m_name)).exec(QString::fromLatin1(sql));
    }
    int number(const char *sql) const
    {
        QSqlQuery query(QSqlDatabase::database(m_name));
        return query.exec(QString::fromLatin1(sql)) && query.next() ? query.value(0).toInt() : -1;
    }

private:
    QString m_name;
    bool m_open = false;
};
