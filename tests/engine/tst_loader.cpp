// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/datedproject.h"
#include "support/loadfixture.h"

#include <QStringEncoder>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

Q_DECLARE_METATYPE(QStringConverter::Encoding)

class TestLoader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void loadsInTheFilesOrder();
    void rejectsLineByLine();
    void databaseRefusesRows();
    void severalFilesIntoOneAndSeveralDatabases();
    void twoEntitiesIntoOneDatabase();
    void nothingToLoad_data();
    void nothingToLoad();
    void refusesBeforeWriting_data();
    void refusesBeforeWriting();
    void typesThatAreNotReadYet_data();
    void typesThatAreNotReadYet();
    void oneDatabaseCannotBeUsed();
    void rejectsKeepTheEncoding_data();
    void rejectsKeepTheEncoding();
    void columnsAsTheUserChooses();
};

void TestLoader::loadsInTheFilesOrder()
{
    LoadFixture fixture;
    QByteArray text = "name,email\n";
    for (int i = 1; i <= 5000; ++i)
        text += "User " + QByteArray::number(i) + ",u" + QByteArray::number(i) + "@example.com\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), text));
    fixture.plan.settings.batchRows = 64;
    fixture.plan.settings.workers = 4;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files.size(), 1);
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].counts, (Counts{5000, 0, 0, 0}));
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[0].batches, 79);
    QCOMPARE(result.files[0].bytes, text.size());
    QCOMPARE(result.files[0].rejectedFile, QString());
    QVERIFY(result.howToResume().isEmpty());
    QVERIFY(result.peakMemory > 0);
    QCOMPARE(
        fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users WHERE name = 'User ' || id"),
        std::string("5000"));
    QVERIFY(!QFile::exists(fixture.path(QStringLiteral("u.csv.rejected.csv"))));
    QCOMPARE(fixture.monitor->progress()[0].state, FileState::Finished);
}

void TestLoader::rejectsLineByLine()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"),
                              "id,name,email\r\n"
                              "1,Ann,ann@example.com\r\n"
                              "2,,bad\r\n"
                              "3,\"B\nb\",b@example.com\r\n"
                              "4,St\"ray,c@example.com\r\n"
                              "5,Dan\r\n"
                              "\r\n"
                              "6,Eve,eve@example.com"));
    const LoadResult result = fixture.loaded();
    const FileResult &file = result.files[0];
    QCOMPARE(file.counts, (Counts{3, 3, 0, 0}));
    QCOMPARE(fixture.column(QStringLiteral("users.db"), "SELECT id || name FROM users"),
             (std::vector<std::string>{"1Ann", "3B\nb", "6Eve"}));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")),
             QByteArray("id,name,email\r\n2,,bad\r\n4,St\"ray,c@example.com\r\n5,Dan\r\n"));
    const QByteArray reasons = fixture.read(QStringLiteral("u.csv.reasons.csv"));
    const QList<QByteArray> lines = reasons.split('\n');
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[0], QByteArray("file,line,byte_offset,stage,rule,column,value,message,code,attempts"));
    const QByteArray name = fixture.path(QStringLiteral("u.csv")).toUtf8();
    QVERIFY(lines[1].startsWith(name + ",3,38,validate,required,name,,"));
    QVERIFY(lines[2].startsWith(name + ",3,38,validate,email,email,bad,"));
    QVERIFY(lines[3].startsWith(name + ",6,69,parse,stray-quote,name,"));
    QVERIFY(lines[4].startsWith(name + ",7,93,parse,too-few-cells,,"));
    QCOMPARE(file.rejectedFile, fixture.path(QStringLiteral("u.csv.rejected.csv")));
    const auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFile(file.reasonsFile).permissions() & others));
    QVERIFY(!(QFile(file.rejectedFile).permissions() & others));
    QCOMPARE(file.groups.size(), 4);
    QCOMPARE(fixture.monitor->takeReasons().size(), 4);
}

void TestLoader::databaseRefusesRows()
{
    LoadFixture fixture;
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY(users.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE)"));
        QVERIFY(users.exec("INSERT INTO users VALUES(3, 'old', 'user4@example.com')"));
    }
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 10)));
    fixture.plan.settings.batchRows = 100;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].counts, (Counts{898, 100, 2, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("899"));
    const QList<QByteArray> rejected = fixture.read(QStringLiteral("u.csv.rejected.csv")).split('\n');
    QCOMPARE(rejected.size(), 104);
    QCOMPARE(rejected[1], QByteArray("3,User 3,user3@example.com"));
    QCOMPARE(rejected[2], QByteArray("4,User 4,user4@example.com"));
    QCOMPARE(rejected[3], QByteArray("10,User 10,nobody"));
    const RejectGroup &group = result.files[0].groups[1];
    QCOMPARE(group.stage, RejectStage::Database);
    QCOMPARE(group.count, 2);
    QCOMPARE(group.examples[0].attempts, 1);
    QVERIFY(group.examples[0].code != 0);
}

void TestLoader::severalFilesIntoOneAndSeveralDatabases()
{
    LoadFixture fixture;
    for (int file = 0; file < 5; ++file) {
        fixture.add(QStringLiteral("users"),
                    fixture.write(QStringLiteral("u%1.csv").arg(file), usersCsv(2000, 7, 1 + file * 2000)));
    }
    QByteArray products = "Price , NAME,id\n";
    for (int i = 1; i <= 3000; ++i)
        products += QByteArray::number(i) + ".5,Thing," + QByteArray::number(i) + '\n';
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), products));
    fixture.plan.settings.batchRows = 100;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{5 * 1715 + 3000, 5 * 285, 0, 0}));
    for (const FileResult &file : result.files)
        QCOMPARE(file.state, FileState::Finished);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"),
             std::to_string(5 * 1715));
    QCOMPARE(fixture.value(QStringLiteral("products.db"), "SELECT sum(price) FROM products"),
             std::string("4503000.0"));
}

void TestLoader::twoEntitiesIntoOneDatabase()
{
    LoadFixture fixture;
    const int products = fixture.project.entityIndex(QStringLiteral("products"));
    fixture.project.entities[products].database = QStringLiteral("users");
    QByteArray text = "id,name,price\n";
    for (int i = 1; i <= 3000; ++i)
        text += QByteArray::number(i) + ",Thing,2.5\n";
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(3000)));
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), text));
    fixture.plan.settings.batchRows = 100;
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.counts(), (Counts{6000, 0, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users WHERE name='User '||id"),
             std::string("3000"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT sum(price) FROM products WHERE name='Thing'"),
             std::string("7500.0"));
}

void TestLoader::nothingToLoad_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("header") << QByteArray("id,name,email\n");
    QTest::newRow("header, no line end") << QByteArray("id,name,email");
    QTest::newRow("blank lines") << QByteArray("id,name,email\n\n\n\n");
}

void TestLoader::nothingToLoad()
{
    QFETCH(const QByteArray, content);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), content));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].error, QString());
    QCOMPARE(result.files[0].state, FileState::Finished);
    QCOMPARE(result.files[0].rows, 0);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT state FROM weir_load"),
             std::string("finished"));
}

void TestLoader::refusesBeforeWriting_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("word");
    QTest::newRow("extra column") << QByteArray("id,name,email,age\n1,a,a@b.cc,3\n") << "users"
                                  << "age";
    QTest::newRow("missing column") << QByteArray("id,name\n1,a\n") << "users"
                                    << "Email";
    QTest::newRow("no entity") << QByteArray("id,name,email\n") << "nobody"
                               << "u.csv";
    QTest::newRow("broken header") << QByteArray("id,na\"me,email\n") << "users"
                                   << "u.csv";
}

void TestLoader::refusesBeforeWriting()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QString, entity);
    QFETCH(const QString, word);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("good.csv"), usersCsv(10)));
    fixture.add(entity, fixture.write(QStringLiteral("u.csv"), content));
    const auto result = fixture.load();
    QVERIFY(!result);
    QVERIFY2(result.error().sentence.contains(word, Qt::CaseInsensitive),
             qPrintable(result.error().sentence));
    QVERIFY(!QFile::exists(fixture.path(QStringLiteral("users.db"))));
}

void TestLoader::typesThatAreNotReadYet_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("a value") << QByteArray("id,name,email,born\n1,Ann,ann@example.com,2024-02-29\n");
    QTest::newRow("blank") << QByteArray("id,name,email,born\n1,Ann,ann@example.com,\n");
    QTest::newRow("no column") << usersCsv(10);
    QTest::newRow("no rows") << QByteArray();
}

void TestLoader::typesThatAreNotReadYet()
{
    QFETCH(const QByteArray, content);
    LoadFixture fixture;
    addBirthday(&fixture.project);
    fixture.plan.settings.missing = ColumnMapping::Missing::Blank;
    fixture.add(QStringLiteral("orders"),
                fixture.write(QStringLiteral("o.csv"), "user_id,product_id,quantity\n1,1,1\n"));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), content));
    const auto result = fixture.load();
    QVERIFY(!result);
    QCOMPARE(result.error().sentence, birthdayRefused());
    QCOMPARE(QDir(fixture.directory.path()).entryList(QDir::Files),
             (QStringList{QStringLiteral("o.csv"), QStringLiteral("u.csv")}));
}

void TestLoader::oneDatabaseCannotBeUsed()
{
    LoadFixture fixture;
    fixture.write(QStringLiteral("products.db"), QByteArray(4096, 'x'));
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(500)));
    fixture.add(QStringLiteral("products"), fixture.write(QStringLiteral("p.csv"), "name,price\nA,1\nB,2\n"));
    const LoadResult result = fixture.loaded();
    QCOMPARE(result.files[0].counts, (Counts{500, 0, 0, 0}));
    QCOMPARE(result.files[1].state, FileState::Failed);
    QVERIFY(!result.files[1].error.isEmpty());
    QVERIFY(!result.files[1].resumable);
    QCOMPARE(result.files[1].rows, 0);
}

void TestLoader::rejectsKeepTheEncoding_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<QStringConverter::Encoding>("codec");
    QTest::newRow("UTF-16LE") << TextEncoding::Utf16Le << QStringConverter::Utf16LE;
    QTest::newRow("UTF-16BE") << TextEncoding::Utf16Be << QStringConverter::Utf16BE;
    QTest::newRow("Latin-1") << TextEncoding::Latin1 << QStringConverter::Latin1;
}

void TestLoader::rejectsKeepTheEncoding()
{
    QFETCH(const TextEncoding, encoding);
    QFETCH(const QStringConverter::Encoding, codec);
    const QString header = QStringLiteral("id;name;email\r\n");
    const QString bad = QStringLiteral("2;\u00c4rger;b\u00f6se\r\n");
    const QString good = QStringLiteral("1;J\u00fcrgen;j@example.com\r\n");
    QStringEncoder encode(codec,
                          encoding == TextEncoding::Latin1 ? QStringConverter::Flag::Default
                                                           : QStringConverter::Flag::WriteBom);
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"), encode.encode(header + good + bad + good)));
    fixture.plan.files[0].format.encoding = encoding;
    fixture.plan.files[0].format.delimiter = ';';
    fixture.plan.settings.batchRows = 1;
    QCOMPARE(fixture.loaded().counts(), (Counts{1, 1, 1, 0}));
    encode.resetState();
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")),
             QByteArray(encode.encode(header + bad + good)));
    QVERIFY(fixture.read(QStringLiteral("u.csv.reasons.csv")).contains("b\u00f6se"));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT name FROM users"), std::string("J\u00fcrgen"));

    fixture.plan.files[0].path = fixture.path(QStringLiteral("u.csv.rejected.csv")); // as it is
    QCOMPARE(fixture.loaded().counts(), (Counts{0, 1, 1, 0}));
    QVERIFY(QFile::exists(fixture.path(QStringLiteral("u.csv.rejected.csv.rejected.csv"))));
}

void TestLoader::columnsAsTheUserChooses()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"),
                fixture.write(QStringLiteral("u.csv"), "a@example.com,x,Ann\nb@example.com\n"));
    SourceFile &file = fixture.plan.files[0];
    file.format.header = false;
    file.mapping.columns = 3;
    file.mapping.columnOfField = {-1, 2, 0};
    QVERIFY(!fixture.load());
    fixture.plan.settings.extra = ColumnMapping::Extra::Ignore;
    QCOMPARE(fixture.loaded().counts(), (Counts{1, 1, 0, 0}));
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT id || name || email FROM users"),
             std::string("1Anna@example.com"));
    QCOMPARE(fixture.read(QStringLiteral("u.csv.rejected.csv")), QByteArray("b@example.com\n"));
    fixture.plan.settings.known = LoadSettings::Known::Again;
    fixture.plan.settings.ragged = ColumnMapping::Ragged::Fill;
    const LoadResult filled = fixture.loaded();
    QCOMPARE(filled.counts(), (Counts{1, 1, 0, 0}));
    QCOMPARE(filled.files[0].groups[0].rule, QStringLiteral("required"));
}

QTEST_GUILESS_MAIN(TestLoader)
#include "tst_loader.moc"
