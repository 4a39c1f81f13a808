// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Weir;

class TestProjectFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sampleIsTheOriginal();
    void sampleIsCanonical();
    void defaults();
    void explicitBlankCells();
    void brokenJson_data();
    void brokenJson();
    void brokenShape_data();
    void brokenShape();
    void limits();
    void newerFormat();
    void formatOfFiles_data();
    void formatOfFiles();
    void lowestFormatThatSuffices();
    void typesNeedTheirFormat_data();
    void typesNeedTheirFormat();
    void savesAndLoads();
    void saveRefusesInvalid();
    void saveKeepsOldFile();
    void loadErrors();

private:
    static QByteArray replaced(const char *from, const char *to)
    {
        QByteArray text = ProjectFile::serialize(ProjectFile::sample());
        const qsizetype at = text.indexOf(from);
        Q_ASSERT(at >= 0);
        return text.replace(at, static_cast<qsizetype>(qstrlen(from)), to);
    }
    static QString errorOf(const QByteArray &text)
    {
        const auto project = ProjectFile::parse(text, QStringLiteral("p.weir"));
        return project ? QString() : project.error().sentence;
    }
};

void TestProjectFile::sampleIsTheOriginal()
{
    const Project project = ProjectFile::sample();
    QCOMPARE(project.databases.size(), 3);
    QCOMPARE(project.entities.size(), 3);
    for (const Entity &entity : project.entities) {
        QCOMPARE(project.rowsOf(entity.name).size(), 10);
        QCOMPARE(entity.fields[0].name, QStringLiteral("id"));
        QVERIFY(entity.fields[0].key);
        for (const TestRow &row : project.rowsOf(entity.name))
            QVERIFY(row[0].isEmpty());
    }
    const auto row = [&](const char *entity, int number) {
        return project.rowsOf(QString::fromLatin1(entity))[number - 1].mid(1).join(u',');
    };
    QCOMPARE(row("users", 8), QStringLiteral("Alice,alice@example.com"));
    QCOMPARE(row("users", 10), QStringLiteral(",jane@example.com"));
    QCOMPARE(row("products", 7), QStringLiteral("Laptop,1000"));
    QCOMPARE(row("products", 10), QStringLiteral("Earbuds,-50"));
    QCOMPARE(row("orders", 3), QStringLiteral("3,3,5"));
    QCOMPARE(row("orders", 9), QStringLiteral("9,9,-1"));
    QCOMPARE(row("orders", 10), QStringLiteral("10,11,0"));
    for (const DatabaseProfile &profile : project.databases) {
        QCOMPARE(profile.sqlite().file, profile.name + QStringLiteral(".db"));
        QCOMPARE(profile.sqlite().journalMode, JournalMode::Wal);
        QCOMPARE(profile.sqlite().synchronous, Synchronous::Full);
    }
    QCOMPARE(project.run, RunSettings());
}

void TestProjectFile::sampleIsCanonical()
{
    QFile file(QStringLiteral(WEIR_SOURCE_DIR "/resources/sample.weir"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(QString::fromUtf8(ProjectFile::serialize(ProjectFile::sample())), QString::fromUtf8(text));
    QVERIFY(text.contains("\n      { \"name\": \"Alice\", \"email\": \"alice@example.com\" },\n"));
    QVERIFY(text.contains("\n      { \"email\": \"jane@example.com\" }\n"));
}

void TestProjectFile::defaults()
{
    const auto project =
        ProjectFile::parse(R"({"format": 1, "name": "n", "databases": [{"name": "d", "file": "d.db"}],
        "entities": [{"name": "e", "title": "E", "singular": "E", "table": "t", "database": "d", "display": "{id}",
        "fields": [{"name": "id", "type": "integer", "key": true}, {"name": "v"}]}]})",
                           QStringLiteral("p"));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().sentence));
    DatabaseProfile profile;
    profile.name = QStringLiteral("d");
    profile.sqlite().file = QStringLiteral("d.db");
    QCOMPARE(project->databases.first(), profile);
    QCOMPARE(project->run, RunSettings());
    QCOMPARE(project->entities[0].fields[1].label, QStringLiteral("v"));
    QCOMPARE(project->entities[0].fields[1].type, FieldType::Text);
    QVERIFY(project->testData.isEmpty());
}

void TestProjectFile::explicitBlankCells()
{
    const QByteArray text = replaced("{ \"name\": \"Bob\",", "{ \"id\": \"\", \"name\": \"Bob\",");
    const auto project = ProjectFile::parse("\xef\xbb\xbf" + text, QStringLiteral("p"));
    QVERIFY(project);
    QCOMPARE(*project, ProjectFile::sample());
}

void TestProjectFile::brokenJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("where");
    const auto row = [](const char *name, const QByteArray &text, const char *where) {
        QTest::newRow(name) << text << QString::fromUtf8(where);
    };
    row("nothing", "", "p.weir: Line 1, column 1: ");
    row("cut short", "{\n  \"format\": 1,\n  ", "p.weir: Line 3, column 3: ");
    row("comma", "{\n  \"format\": 1\n  \"name\": 2}", "p.weir: Line 3, column ");
    row("comma at the end", "{\"format\": 1,}", "p.weir: Line 1, column 14: ");
    row("comment", "{ // no\n}", "p.weir: Line 1, column 3: ");
    row("two documents", "{}\n{}", "p.weir: Line 2, column 1: ");
    row("column counts characters", "{\"名前\" 1}", "p.weir: Line 1, column 7: ");
    row("not UTF-8", "{\n\"a\xff\": 1}", "p.weir: Line 2, column 3: ");
    row("lone surrogate", "{\"a\": \"\\ud800\"}", "p.weir: Line 1, column ");
    row("huge number", "{\"format\": 1e999}", "p.weir: Line 1, column ");
    row("control character", "{\"a\": \"\x01\"}", "p.weir: Line 1, column ");
    row("binary", QByteArray("\0\1\2\3", 4), "p.weir: Line 1, column 1: ");
}

void TestProjectFile::brokenJson()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, where);
    const QString error = errorOf(text);
    QVERIFY2(error.startsWith(where), qPrintable(error));
    QVERIFY2(error.contains(QStringLiteral("not valid JSON (")), qPrintable(error));
    QVERIFY2(!error.contains(QStringLiteral("json.exception")), qPrintable(error));
}

void TestProjectFile::brokenShape_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QByteArray &text, const char *error) {
        QTest::newRow(name) << text << QStringLiteral("p.weir: ") + QString::fromUtf8(error);
    };
    row("a list", "[]", "must be an object in braces.");
    row("no format", "{}", "This is not a Weir project: the key \"format\" is missing.");
    row("format as text", "{\"format\": \"1\"}", "format: must be a whole number.");
    row("format 0", "{\"format\": 0}",
        "This project has the unknown format 0; this Weir reads formats 1 to 2.");
    row("missing part", "{\"format\": 1, \"name\": \"\", \"databases\": []}",
        "the key \"entities\" is missing.");
    row("unknown key", replaced("\"run\":", "\"runs\":"),
        "runs: is not a known key; known are format, name, ");
    row("odd key", "{\"format\": 1, \"a b\": 1}", "[\"a b\"]: is not a known key");
    row("repeated key", replaced("\"title\": \"Users\"", "\"name\": \"users\""),
        "entities[0].name: this key is there twice");
    row("repeated odd key", "{\"x\": [1, {\"\": 1, \"\": 2}]}", "x[1][\"\"]: this key is there twice");
    row("unknown key of a database", replaced("\"foreignKeys\"", "\"password\""),
        "databases[0].password: is not a known key");
    row("unknown backend", replaced("\"sqlite\"", "\"oracle\""),
        "databases[0].backend: \"oracle\" is not known; it must be one of sqlite.");
    row("unknown journal mode", replaced("\"wal\"", "\"WAL\""),
        "databases[0].journalMode: \"WAL\" is not known");
    row("number for a truth", replaced("\"foreignKeys\": true", "\"foreignKeys\": 1"),
        "databases[0].foreignKeys: must be true or false.");
    row("unknown type", replaced("\"type\": \"number\"", "\"type\": \"float\""),
        "entities[1].fields[2].type: \"float\" is not known; it must be one of text, integer, number, "
        "decimal, boolean, date, time, datetime, uuid, json, binary.");
    row("unknown rule", replaced("\"rule\": \"email\"", "\"rule\": \"e-mail\""),
        "entities[0].fields[2].rules[1].rule: \"e-mail\" is not known");
    row("parameter of another rule", replaced("\"rule\": \"email\"", "\"rule\": \"email\", \"bound\": 1"),
        "entities[0].fields[2].rules[1].bound: a rule \"email\" has no such parameter.");
    row("missing bound", replaced("\"rule\": \"email\"", "\"rule\": \"minimum\""),
        "entities[0].fields[2].rules[1]: the key \"bound\" is missing.");
    row("bound as text", replaced("\"rule\": \"email\"", "\"rule\": \"minimum\", \"bound\": \"1\""),
        "entities[0].fields[2].rules[1].bound: must be a number.");
    row("bound that is no double",
        replaced("\"rule\": \"email\"", "\"rule\": \"minimum\", \"bound\": 9007199254740993"),
        "entities[0].fields[2].rules[1].bound: is a number out of range.");
    row("object for rules", replaced("\"rules\": []", "\"rules\": {}"),
        "entities[0].fields[0].rules: must be a list in brackets.");
    row("rule as text", replaced("\"rules\": []", "\"rules\": [\"required\"]"),
        "entities[0].fields[0].rules[0]: must be an object in braces.");
    row("cell as number", replaced("\"price\": \"1000\"", "\"price\": 1000"),
        "testData.products[0].price: must be a text in quotes.");
    row("cell of no field", replaced("{ \"name\": \"Bob\"", "{ \"nmae\": \"Bob\""),
        "testData.users[1].nmae: there is no field \"nmae\" in the entity \"users\".");
    row("cell twice", replaced("{ \"name\": \"Bob\"", "{ \"name\": \"B\", \"name\": \"Bob\""),
        "testData.users[1].name: this key is there twice");
    row("cell as object", replaced("\"price\": \"1000\"", "\"price\": {\"a\": \"b\"}"),
        "testData.products[0].price: must be a text in quotes.");
    row("row as text", replaced("\"products\": [\n      {", "\"products\": [\"x\", {"),
        "testData.products[0]: must be an object in braces.");
    row("row as list", replaced("\"products\": [\n      {", "\"products\": [[], {"),
        "testData.products[0]: must be an object in braces.");
    row("rows as object", replaced("\"testData\": {", "\"testData\": {\"users\": {}, \"x\": [], "),
        "testData.users: this key is there twice");
    row("rows of no entity", replaced("\"users\": [\n      {", "\"people\": [\n      {"),
        "testData.people: there is no entity \"people\".");
    row("tasks with a fraction", replaced("\"tasks\": 30", "\"tasks\": 30.5"),
        "run.tasks: must be a whole number.");
    row("tasks beyond int", replaced("\"tasks\": 30", "\"tasks\": 4294967326"),
        "run.tasks: is a number out of range.");
    row("tasks beyond int64", replaced("\"tasks\": 30", "\"tasks\": 99999999999999999999"),
        "run.tasks: must be a whole number.");
    row("tasks below int", replaced("\"tasks\": 30", "\"tasks\": -9223372036854775808"),
        "run.tasks: is a number out of range.");
    row("too many tasks", replaced("\"tasks\": 30", "\"tasks\": 1001"),
        "run.tasks: is 1001; it must be between 1 and 1000.");
    row("unknown strategy", replaced("\"group\"", "\"fast\""), "run.strategy: \"fast\" is not known");
}

void TestProjectFile::brokenShape()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, error);
    const QString sentence = errorOf(text);
    QVERIFY2(sentence.startsWith(error), qPrintable(sentence));
}

void TestProjectFile::limits()
{
    const QByteArray deep = "{\"format\": " + QByteArray(64, '[') + QByteArray(64, ']') + '}';
    QVERIFY2(errorOf(deep).contains(QStringLiteral("more than 64 levels")), qPrintable(errorOf(deep)));
    QVERIFY(errorOf(deep).startsWith(QStringLiteral("p.weir: format[0][0]")));
    QVERIFY(errorOf(QByteArray(1 << 22, '[')).contains(QStringLiteral("more than 64 levels")));

    const QByteArray large(64 * 1024 * 1024 + 1, ' ');
    QVERIFY(errorOf(large).contains(QStringLiteral("64 MiB")));

    const QByteArray deepRow =
        replaced("\"price\": \"1000\"", ("\"price\": " + QByteArray(1 << 20, '[')).constData());
    QVERIFY2(errorOf(deepRow).contains(QStringLiteral("more than 64 levels")), qPrintable(errorOf(deepRow)));

    QByteArray flood = "{\"format\": [";
    for (int i = 0; i < 600000; ++i)
        flood += "1,";
    QVERIFY(errorOf(flood + "1]}").contains(QStringLiteral("more than 500000 values")));

    QByteArray many = "{\"format\": 1";
    for (int i = 0; i < 200000; ++i)
        many += ", \"key" + QByteArray::number(i) + "\": 0";
    QVERIFY(errorOf(many + '}').contains(QStringLiteral("not a known key")));
}

void TestProjectFile::newerFormat()
{
    QCOMPARE(
        errorOf("{\"format\": 3, \"wonders\": []}"),
        QStringLiteral("p.weir: This project has format 3 and was written by a newer Weir; this one reads "
                       "formats up to 2. Update Weir to open it."));
}

void TestProjectFile::formatOfFiles_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"format1.weir", "format2.weir"})
        QTest::newRow(name) << QStringLiteral(WEIR_SOURCE_DIR "/tests/data/projects/")
                + QString::fromLatin1(name);
}

/// Opened and saved, a project is the same to the byte.
void TestProjectFile::formatOfFiles()
{
    QFETCH(QString, file);
    const auto project = ProjectFile::load(file);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().sentence));
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("saved.weir"));
    QVERIFY(ProjectFile::save(*project, path));
    QFile before(file);
    QFile after(path);
    QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(after.readAll()), QString::fromUtf8(before.readAll()));
}

void TestProjectFile::lowestFormatThatSuffices()
{
    Project project = ProjectFile::sample();
    QVERIFY(ProjectFile::serialize(project).startsWith("{\n  \"format\": 1,\n"));
    const auto said = ProjectFile::parse(replaced("\"format\": 1", "\"format\": 2"), QStringLiteral("p"));
    QVERIFY(said);
    QCOMPARE(*said, project);
    project.entities[2].fields[3].type = FieldType::Decimal;
    const QByteArray text = ProjectFile::serialize(project);
    QVERIFY(text.startsWith("{\n  \"format\": 2,\n"));
    const auto read = ProjectFile::parse(text, QStringLiteral("p"));
    QVERIFY(read);
    QCOMPARE(*read, project);
}

void TestProjectFile::typesNeedTheirFormat_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("format");
    for (const char *type : {"text", "integer", "number"})
        QTest::newRow(type) << QString::fromLatin1(type) << 1;
    for (const char *type : {"decimal", "boolean", "date", "time", "datetime", "uuid", "json", "binary"})
        QTest::newRow(type) << QString::fromLatin1(type) << 2;
}

void TestProjectFile::typesNeedTheirFormat()
{
    QFETCH(QString, type);
    QFETCH(int, format);
    const QByteArray member = "\"label\": \"Name\", \"type\": \"" + type.toLatin1() + '"';
    const QByteArray text = replaced("\"label\": \"Name\", \"type\": \"text\"", member.constData());
    const QString refused =
        QStringLiteral("p.weir: entities[0].fields[1].type: the type \"%1\" needs format 2, but the project "
                       "says 1: write \"format\": 2 at its beginning.")
            .arg(type);
    QCOMPARE(errorOf(text), format == 1 ? QString() : refused);
    const auto project =
        ProjectFile::parse(QByteArray(text).replace("\"format\": 1", "\"format\": 2"), QStringLiteral("p"));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().sentence));
    QCOMPARE(fieldTypeName(project->entities[0].fields[1].type), type);
    QVERIFY(ProjectFile::serialize(*project).contains(member));
}

void TestProjectFile::savesAndLoads()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("new.weir"));
    Project project = ProjectFile::sample();
    project.name = QStringLiteral("Zoë's 名 project");
    project.testData[QStringLiteral("users")][0][1] = QStringLiteral("line\nend\t\"quote\" \\");
    QVERIFY(ProjectFile::save(project, path));
    const auto loaded = ProjectFile::load(path);
    QVERIFY(loaded);
    QCOMPARE(*loaded, project);
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("new.weir")});
}

void TestProjectFile::saveRefusesInvalid()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("new.weir"));
    Project project = ProjectFile::sample();
    project.run.tasks = 0;
    const auto saved = ProjectFile::save(project, path);
    QVERIFY(!saved);
    QVERIFY(saved.error().sentence.contains(QStringLiteral("run.tasks")));
    QVERIFY(!QFile::exists(path));
}

void TestProjectFile::saveKeepsOldFile()
{
    const QTemporaryDir directory;
    const QString missing = directory.filePath(QStringLiteral("missing/new.weir"));
    const auto saved = ProjectFile::save(ProjectFile::sample(), missing);
    QVERIFY(!saved);
    QVERIFY2(saved.error().sentence.contains(QDir::toNativeSeparators(missing)),
             qPrintable(saved.error().sentence));

    if (::geteuid() == 0)
        QSKIP("root may write everywhere");
    const QString path = directory.filePath(QStringLiteral("old.weir"));
    QVERIFY(ProjectFile::save(ProjectFile::sample(), path));
    QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::ExeOwner);
    Project project = ProjectFile::sample();
    project.name = QStringLiteral("changed");
    QVERIFY(!ProjectFile::save(project, path));
    QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(*ProjectFile::load(path), ProjectFile::sample());
}

void TestProjectFile::loadErrors()
{
    const QTemporaryDir directory;
    const auto missing = ProjectFile::load(directory.filePath(QStringLiteral("none.weir")));
    QVERIFY(!missing);
    QVERIFY(missing.error().sentence.contains(QStringLiteral("none.weir")));

    const auto folder = ProjectFile::load(directory.path());
    QVERIFY(!folder);
    QVERIFY(folder.error().sentence.contains(QStringLiteral("not a file")));

    QFile broken(directory.filePath(QStringLiteral("broken.weir")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    QCOMPARE(broken.write("{\n\"format\": 1,\n]"), qint64(16));
    broken.close();
    const auto loaded = ProjectFile::load(broken.fileName());
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().sentence.startsWith(QStringLiteral("broken.weir: Line 3, column 1: ")),
             qPrintable(loaded.error().sentence));
}

QTEST_GUILESS_MAIN(TestProjectFile)
#include "tst_projectfile.moc"
