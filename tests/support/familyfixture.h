// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/loadfixture.h"

#include <string>
#include <vector>

namespace WeirTest {

using namespace Weir;
using Strings = std::vector<std::string>;

inline constexpr const char *Family =
    "CREATE TABLE grand(id INTEGER PRIMARY KEY, v TEXT);"
    "CREATE TABLE parent(id INTEGER PRIMARY KEY, v TEXT REFERENCES Grand(id));"
    "CREATE TABLE child(id INTEGER PRIMARY KEY, v TEXT REFERENCES parent(id));"
    "CREATE TABLE other(id INTEGER PRIMARY KEY, v TEXT);"
    "CREATE TABLE log(n INTEGER PRIMARY KEY, t TEXT);"
    "CREATE TRIGGER g AFTER INSERT ON grand BEGIN INSERT INTO log(t) VALUES('grand'); END;"
    "CREATE TRIGGER p AFTER INSERT ON parent BEGIN INSERT INTO log(t) VALUES('parent'); END;"
    "CREATE TRIGGER c AFTER INSERT ON child BEGIN INSERT INTO log(t) VALUES('child'); END;"
    "CREATE TRIGGER o AFTER INSERT ON other BEGIN INSERT INTO log(t) VALUES('other'); END;";

inline Entity tableEntity(const QString &name, const QString &database)
{
    Entity entity;
    entity.name = name;
    entity.title = name;
    entity.singular = name;
    entity.table = name;
    entity.database = database;
    entity.display = QStringLiteral("{id}");
    Field key;
    key.name = QStringLiteral("id");
    key.label = key.name;
    key.type = FieldType::Integer;
    key.key = true;
    Field value;
    value.name = QStringLiteral("v");
    value.label = value.name;
    entity.fields = {key, value};
    return entity;
}

/// Rows `first` to `last`; each refers to its own number divided by `fan`.
inline QByteArray rows(int first, int last, int fan = 1)
{
    QByteArray text = "id,v\n";
    for (int i = first; i <= last; ++i)
        text += QByteArray::number(i) + ',' + QByteArray::number((i + fan - 1) / fan) + '\n';
    return text;
}

/// A project whose tables are in one database, with SQL of its own to make them.
struct FamilyFixture : LoadFixture
{
    explicit FamilyFixture(const char *sql = Family)
    {
        project.databases = {project.databases.first()};
        project.entities.clear();
        project.testData.clear();
        for (const char *name : {"grand", "parent", "child", "other"})
            project.entities += tableEntity(QString::fromLatin1(name), project.databases.first().name);
        file = project.databases.first().sqlite().file;
        const RawDatabase database(path(file));
        made = database.exec(sql);
        reopen();
        plan.settings.batchRows = 200;
    }

    void give(const QString &entity, const QByteArray &content, const QString &name = {})
    {
        const QString called = name.isEmpty() ? entity + QStringLiteral(".csv") : name;
        add(entity, write(called, content));
    }
    std::string count(const char *table) const
    {
        return value(file, (std::string("SELECT count(*) FROM ") + table).c_str());
    }
    /// Tables in the order in which their rows went in, each change of table once.
    Strings written() const
    {
        return column(file,
                      "SELECT t FROM log AS l WHERE n = 1 OR t <> (SELECT t FROM log WHERE n = l.n - 1) "
                      "ORDER BY n");
    }

    QString file;
    bool made = false;
};

} // namespace WeirTest
