// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectchecks.h"

#include "core/project/jsonparser.h"
#include "core/project/rulechecks.h"
#include "core/text/displaytemplate.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

#include <algorithm>

namespace Weir {

namespace {
constexpr qsizetype MaximumIdentifier = 63;
constexpr qsizetype MaximumFields = 1000;
constexpr qsizetype MaximumRules = 10000;
// Each takes memory and time of its own to compile.
constexpr qsizetype MaximumPatterns = 200;
constexpr int MaximumBusyTimeoutMs = 600000;

/// SQL takes names that differ in the case of ASCII letters for the same.
QString folded(const QString &name)
{
    return name.toLower();
}

QString element(const char *list, qsizetype index)
{
    return QString::fromLatin1(list) + jsonElement(index);
}
} // namespace

Expected<void> ProjectChecks::run()
{
    checkText(m_project.name, QStringLiteral("name"));
    checkDatabases();
    checkEntities();
    checkTestData();
    checkRun();
    if (!m_error.isEmpty())
        return failure(m_error);
    return {};
}

void ProjectChecks::fail(const QString &path, const QString &message)
{
    if (m_error.isEmpty())
        m_error = QStringLiteral("%1: %2").arg(path, message);
}

void ProjectChecks::checkText(const QString &text, const QString &path)
{
    if (!text.isValidUtf16())
        fail(path, QCoreApplication::translate("Weir::ProjectFile", "is not valid Unicode text."));
}

void ProjectChecks::checkName(const QString &name, const QString &path)
{
    checkText(name, path);
    if (name.trimmed().isEmpty())
        fail(path, QCoreApplication::translate("Weir::ProjectFile", "cannot be empty."));
    if (name.contains(QChar(u'\0')))
        fail(path, QCoreApplication::translate("Weir::ProjectFile", "cannot contain a NUL character."));
}

void ProjectChecks::checkIdentifier(const QString &name, const QString &path)
{
    checkName(name, path);
    if (name.size() > MaximumIdentifier)
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile", "is longer than %1 characters.")
                 .arg(MaximumIdentifier));
}

void ProjectChecks::checkRange(qint64 value, qint64 least, qint64 most, const QString &path)
{
    if (value < least || value > most)
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile", "is %1; it must be between %2 and %3.")
                 .arg(QString::number(value), QString::number(least), QString::number(most)));
}

void ProjectChecks::checkDatabases()
{
    QSet<QString> names;
    QSet<QString> files;
    for (qsizetype i = 0; i < m_project.databases.size(); ++i) {
        const DatabaseProfile &profile = m_project.databases[i];
        const QString path = element("databases", i);
        checkDatabase(profile, path);
        if (names.contains(profile.name))
            fail(path + QStringLiteral(".name"),
                 QCoreApplication::translate("Weir::ProjectFile", "there is another database \"%1\".")
                     .arg(profile.name));
        const QString file = QDir::cleanPath(profile.sqlite().file);
        if (files.contains(file))
            fail(path + QStringLiteral(".file"),
                 QCoreApplication::translate("Weir::ProjectFile", "another database has the file \"%1\".")
                     .arg(profile.sqlite().file));
        names += profile.name;
        files += file;
    }
}

void ProjectChecks::checkDatabase(const DatabaseProfile &profile, const QString &path)
{
    checkName(profile.name, path + QStringLiteral(".name"));
    checkFileName(profile.sqlite().file, path + QStringLiteral(".file"));
    checkRange(profile.patience.count(), 0, MaximumBusyTimeoutMs, path + QStringLiteral(".busyTimeoutMs"));
}

void ProjectChecks::checkFileName(const QString &file, const QString &path)
{
    checkName(file, path);
    // SQLite takes such names for URIs, and for databases in memory.
    if (file.startsWith(QStringLiteral("file:"), Qt::CaseInsensitive))
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile",
                                         "a \"file:\" address is not allowed; write a plain file name."));
    else if (file.startsWith(u':'))
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile",
                                         "\"%1\" is not a file name; databases in memory are not supported.")
                 .arg(file));
    else if (file.endsWith(u'/') || QDir::cleanPath(file) == u'.')
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile", "\"%1\" is a directory; write a file name.")
                 .arg(file));
    else if (QDir::isRelativePath(file) && file.split(u'/').contains(QStringLiteral("..")))
        fail(path,
             QCoreApplication::translate("Weir::ProjectFile",
                                         "\"%1\" leaves the data directory; \"..\" is not allowed.")
                 .arg(file));
}

void ProjectChecks::checkEntities()
{
    QSet<QString> names;
    QSet<QPair<QString, QString>> tables;
    checkRuleCounts();
    for (qsizetype i = 0; i < m_project.entities.size() && m_error.isEmpty(); ++i) {
        const Entity &entity = m_project.entities[i];
        const QString path = element("entities", i);
        checkEntity(entity, path);
        if (names.contains(entity.name))
            fail(path + QStringLiteral(".name"),
                 QCoreApplication::translate("Weir::ProjectFile", "there is another entity \"%1\".")
                     .arg(entity.name));
        const std::pair table(entity.database, folded(entity.table));
        if (tables.contains(table))
            fail(path + QStringLiteral(".table"),
                 QCoreApplication::translate("Weir::ProjectFile",
                                             "another entity has the table \"%1\" in this database.")
                     .arg(entity.table));
        names += entity.name;
        tables += table;
    }
}

/// Before any pattern is compiled.
void ProjectChecks::checkRuleCounts()
{
    qsizetype rules = 0;
    qsizetype patterns = 0;
    for (const Entity &entity : m_project.entities) {
        for (const Field &field : entity.fields) {
            rules += field.rules.size();
            patterns += std::count_if(field.rules.begin(), field.rules.end(),
                                      [](const Rule &rule) { return rule.kind == Rule::Kind::Pattern; });
        }
    }
    if (rules > MaximumRules)
        fail(QStringLiteral("entities"),
             QCoreApplication::translate("Weir::ProjectFile", "a project cannot have more than %1 rules.")
                 .arg(MaximumRules));
    if (patterns > MaximumPatterns)
        fail(QStringLiteral("entities"),
             QCoreApplication::translate("Weir::ProjectFile", "a project cannot have more than %1 patterns.")
                 .arg(MaximumPatterns));
}

void ProjectChecks::checkEntity(const Entity &entity, const QString &path)
{
    checkName(entity.name, path + QStringLiteral(".name"));
    checkName(entity.title, path + QStringLiteral(".title"));
    checkName(entity.singular, path + QStringLiteral(".singular"));
    checkIdentifier(entity.table, path + QStringLiteral(".table"));
    if (folded(entity.table).startsWith(QStringLiteral("sqlite_"))
        || folded(entity.table).startsWith(QStringLiteral("weir_")))
        fail(path + QStringLiteral(".table"),
             QCoreApplication::translate("Weir::ProjectFile",
                                         "names that begin with \"sqlite_\" or \"weir_\" are reserved."));
    if (m_project.databaseIndex(entity.database) < 0)
        fail(path + QStringLiteral(".database"),
             QCoreApplication::translate("Weir::ProjectFile", "there is no database \"%1\".")
                 .arg(entity.database));
    checkFields(entity, path);
    checkKey(entity, path);
    checkText(entity.display, path + QStringLiteral(".display"));
    if (const auto display = DisplayTemplate::compile(entity); !display)
        fail(path + QStringLiteral(".display"), display.error().sentence);
}

void ProjectChecks::checkFields(const Entity &entity, const QString &path)
{
    if (entity.fields.size() > MaximumFields)
        fail(path + QStringLiteral(".fields"),
             QCoreApplication::translate("Weir::ProjectFile", "there are more than %1 fields.")
                 .arg(MaximumFields));
    QSet<QString> names;
    for (qsizetype i = 0; i < entity.fields.size() && m_error.isEmpty(); ++i) {
        const Field &field = entity.fields[i];
        const QString fieldPath = path + QStringLiteral(".fields") + jsonElement(i);
        checkIdentifier(field.name, fieldPath + QStringLiteral(".name"));
        checkName(field.label, fieldPath + QStringLiteral(".label"));
        if (names.contains(folded(field.name)))
            fail(fieldPath + QStringLiteral(".name"),
                 QCoreApplication::translate("Weir::ProjectFile", "there is another field \"%1\".")
                     .arg(field.name));
        names += folded(field.name);
        const RuleProblem problem = findRuleProblem(field);
        if (!problem.message.isEmpty())
            fail(fieldPath + u'.' + problem.path, problem.message);
    }
}

void ProjectChecks::checkKey(const Entity &entity, const QString &path)
{
    const auto isKey = [](const Field &field) {
        return field.key;
    };
    if (std::count_if(entity.fields.begin(), entity.fields.end(), isKey) != 1)
        fail(path + QStringLiteral(".fields"),
             QCoreApplication::translate("Weir::ProjectFile",
                                         "exactly one field must be the key (\"key\": true)."));
    else if (entity.fields[entity.keyIndex()].type != FieldType::Integer)
        fail(path + QStringLiteral(".fields") + jsonElement(entity.keyIndex()) + QStringLiteral(".type"),
             QCoreApplication::translate("Weir::ProjectFile", "the key must be of type integer."));
}

void ProjectChecks::checkTestData()
{
    for (auto it = m_project.testData.begin(); it != m_project.testData.end(); ++it) {
        const int index = m_project.entityIndex(it.key());
        if (index < 0)
            fail(
                QStringLiteral("testData") + jsonMember(it.key()),
                QCoreApplication::translate("Weir::ProjectFile", "there is no entity \"%1\".").arg(it.key()));
        else
            checkCells(m_project.entities[index], it.value());
    }
}

void ProjectChecks::checkCells(const Entity &entity, const QList<TestRow> &rows)
{
    for (qsizetype i = 0; i < rows.size() && m_error.isEmpty(); ++i) {
        const TestRow &row = rows[i];
        const auto isValid = [](const QString &cell) {
            return cell.isValidUtf16();
        };
        const auto path = [&] {
            return QStringLiteral("testData") + jsonMember(entity.name) + jsonElement(i);
        };
        if (row.size() != entity.fields.size())
            fail(path(),
                 QCoreApplication::translate("Weir::ProjectFile",
                                             "the row has %1 cells; the entity has %2 fields.")
                     .arg(QString::number(row.size()), QString::number(entity.fields.size())));
        else if (!std::all_of(row.begin(), row.end(), isValid))
            fail(path(), QCoreApplication::translate("Weir::ProjectFile", "is not valid Unicode text."));
    }
}

void ProjectChecks::checkRun()
{
    checkRange(m_project.run.tasks, 1, RunSettings::MaximumTasks, QStringLiteral("run.tasks"));
    checkRange(m_project.run.threads, 0, RunSettings::MaximumThreads, QStringLiteral("run.threads"));
    checkRange(m_project.run.maxAttempts, 1, 100, QStringLiteral("run.maxAttempts"));
}

} // namespace Weir
