// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "models/load/mendmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestMendModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void marksWhatIsWrong();
    void checksWhileTyping();
    void cellsTooMany();
    void findsTheNextProblem();
    void removesLines();
    void reads_data();
    void reads();
    void readsInParts();
    void readsWhatTheDatabaseRefused();
    void damageStaysUntilEdited();
    void addsLines();
    void writesWhatReadsBack_data();
    void writesWhatReadsBack();
    void mendedNamesAreFree();

private:
    using Rows = std::vector<std::vector<std::string>>;

    QString write(const char *name, const QByteArray &bytes) const;
    static Rows rowsOf(const MendLines &lines)
    {
        Rows rows;
        for (const MendLine &line : lines.rows)
            rows.push_back(line.cells);
        return rows;
    }
    static Entity users() { return ProjectFile::sample().entities.at(0); }
    static ColumnMapping mapping() { return {{0, 1, 2}, 3}; } // id, name, email
    static MendLines lines()
    {
        MendLines lines;
        lines.header = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("email")};
        lines.rows = {{{"1", "Alice", "alice@example.com"}, {}}, {{"2", "", "bob"}, {}}, {{"3", "Eve"}, {}}};
        return lines;
    }
    static QString problem(const MendModel &model, int row, int column)
    {
        return model.index(row, column).data(MendModel::ProblemRole).toString();
    }

    QTemporaryDir m_directory;
};

QString TestMendModel::write(const char *name, const QByteArray &bytes) const
{
    QFile file(m_directory.filePath(QLatin1String(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void TestMendModel::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestMendModel::marksWhatIsWrong()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines(lines());
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.badRows(), 2);
    QVERIFY(problem(model, 0, 1).isEmpty());
    QVERIFY(problem(model, 1, 1).contains(QStringLiteral("required")));
    QVERIFY(problem(model, 1, 2).contains(QStringLiteral("mail")));
    QVERIFY(!problem(model, 2, 0).isEmpty()); // the line as a whole: a cell is missing
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("email"));
}

void TestMendModel::checksWhileTyping()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines(lines());
    const QModelIndex email = model.index(1, 2);
    QVERIFY(!model.problemsFor(email, QStringLiteral("bob@")).isEmpty());
    QVERIFY(model.problemsFor(email, QStringLiteral("bob@example.com")).isEmpty());
    QVERIFY(!problem(model, 1, 2).isEmpty()); // typing changes nothing yet
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(email, QStringLiteral("bob@example.com")));
    QVERIFY(model.setData(model.index(1, 1), QStringLiteral("Bob")));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(model.badRows(), 1);
    QVERIFY(model.setData(model.index(2, 2), QStringLiteral("eve@example.com")));
    QCOMPARE(model.badRows(), 0);
    QCOMPARE(model.lines().rows.at(2).cells.size(), 3U);
}

void TestMendModel::cellsTooMany()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    MendLines wide = lines();
    wide.rows[0].cells.emplace_back("more");
    model.setLines(wide);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("(too many)"));
    QVERIFY(!problem(model, 0, 0).isEmpty());
    QVERIFY(model.setData(model.index(0, 3), QString()));
    QVERIFY(problem(model, 0, 0).isEmpty());
    QCOMPARE(model.lines().rows.at(0).cells.size(), 3U);
}

void TestMendModel::findsTheNextProblem()
{
    MendModel model(users(), mapping());
    model.setLines(lines());
    QModelIndex next = model.nextProblem({});
    QCOMPARE(next, model.index(1, 1));
    next = model.nextProblem(next);
    QCOMPARE(next, model.index(1, 2));
    next = model.nextProblem(next);
    QCOMPARE(next, model.index(2, 0));
    QCOMPARE(model.nextProblem(next), model.index(1, 1)); // round the end
    QVERIFY(model.removeRows(1, 2));
    QVERIFY(!model.nextProblem({}).isValid());
    QVERIFY(model.removeRows(0, 1));
    QVERIFY(!model.nextProblem({}).isValid());
}

void TestMendModel::removesLines()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines(lines());
    QVERIFY(!model.removeRows(2, 2));
    QVERIFY(model.removeRows(1, 1));
    QCOMPARE(model.lines().rows.size(), 2U);
    QCOMPARE(model.badRows(), 1);
}

void TestMendModel::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("header");
    QTest::addColumn<Rows>("rows");
    QTest::newRow("header") << QByteArray("x,y\na,b\n") << true << Rows{{"a", "b"}};
    QTest::newRow("no header") << QByteArray("a,b\nb,a") << false << Rows{{"a", "b"}, {"b", "a"}};
    QTest::newRow("quoted") << QByteArray("x,y\n\"a\n\"\"\",b\r\n") << true << Rows{{"a\n\"", "b"}};
    // What is no record is taken apart at its delimiters, so that it can be mended.
    QTest::newRow("stray quote") << QByteArray("x,y\na\",b\na,b\n") << true << Rows{{"a\"", "b"}, {"a", "b"}};
    QTest::newRow("damaged") << QByteArray("x,y\na\xff,b\n") << true << Rows{{"a\xff", "b"}};
    QTest::newRow("only a header") << QByteArray("x,y\n") << true << Rows();
    QTest::newRow("empty") << QByteArray() << true << Rows();
}

void TestMendModel::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, header);
    CsvFormat format;
    format.header = header;
    format.compression = Compression::Gzip; // of the file it came from
    const auto lines = readMendLines(write("x.rejected.csv", bytes), {}, format);
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().sentence));
    QTEST(rowsOf(*lines), "rows");
    QVERIFY(lines->complete);
}

void TestMendModel::readsInParts()
{
    QByteArray bytes("x,y\n");
    for (int i = 0; i < MendLines::Maximum + 2; ++i)
        bytes += QByteArray::number(i) + ",b\n";
    const QString path = write("x.rejected.csv", bytes);
    auto lines = readMendLines(path, {}, {});
    QVERIFY(lines && !lines->complete);
    QCOMPARE(lines->rows.size(), std::size_t(MendLines::Maximum));
    lines = readMendLines(path, {}, {}, MendLines::Maximum);
    QVERIFY(lines && lines->complete);
    QCOMPARE(rowsOf(*lines), (Rows{{"5000", "b"}, {"5001", "b"}}));
    QVERIFY(readMendLines(path, {}, {}, MendLines::Maximum + 2)->rows.empty());
}

void TestMendModel::readsWhatTheDatabaseRefused()
{
    const QString rejected = write("x.rejected.csv", "id,name,email\n1,,a\n2,B,b@example.com\n3,C,c\n");
    const QString reasons =
        write("x.reasons.csv",
              "file,line,byte_offset,stage,rule,column,value,message,code,attempts\n"
              "x.csv,2,14,validate,required,name,,Name is required,0,0\n"
              "x.csv,2,14,validate,email,email,a,No address,0,0\n"
              "x.csv,7,90,database,unique,email,b@example.com,\"email is there, already\",2067,1\n"
              "x.csv,9,120,validate,email,email,c,No address,0,0\n");
    const auto lines = readMendLines(rejected, reasons, {});
    QVERIFY(lines);
    QVERIFY(lines->rows.at(0).refusals.isEmpty() && lines->rows.at(2).refusals.isEmpty());
    QCOMPARE(lines->rows.at(1).refusals.size(), 1);
    QCOMPARE(lines->rows.at(1).refusals.at(0).message, QStringLiteral("email is there, already"));
    MendModel model(users(), mapping());
    model.setLines(*lines);
    QCOMPARE(problem(model, 1, 2), QStringLiteral("email is there, already"));
    QCOMPARE(model.badRows(), 3);
    // An editor that is opened and closed changes nothing.
    QVERIFY(model.setData(model.index(1, 2), QStringLiteral("b@example.com")));
    QVERIFY(!problem(model, 1, 2).isEmpty() && !model.isEdited());
    QVERIFY(model.setData(model.index(1, 2), QStringLiteral("other@example.com")));
    QVERIFY(problem(model, 1, 2).isEmpty() && model.isEdited());
    QVERIFY(readMendLines(rejected, m_directory.filePath(QStringLiteral("none")), {}));
}

void TestMendModel::damageStaysUntilEdited()
{
    MendModel model(users(), mapping());
    MendLines damaged = lines();
    damaged.rows = {{{"1", "J\xfcrgen", "j@example.com"}, {}}};
    model.setLines(damaged);
    QCOMPARE(model.badRows(), 1);
    const QModelIndex name = model.index(0, 1);
    const QString shown = name.data(Qt::EditRole).toString();
    QVERIFY(model.setData(name, shown));
    QVERIFY(model.setData(model.index(0, 2), QStringLiteral("jj@example.com")));
    QCOMPARE(model.lines().rows.at(0).cells.at(1), std::string("J\xfcrgen"));
    QVERIFY(!problem(model, 0, 1).isEmpty());
    // Text beside the damage does not mend it.
    QVERIFY(!model.problemsFor(name, shown + u'x').isEmpty());
    QVERIFY(model.setData(name, shown + u'x'));
    QCOMPARE(model.badRows(), 1);
    QVERIFY(!problem(model, 0, 1).isEmpty());
    QVERIFY(model.setData(name, QStringLiteral("J\u00fcrgen")));
    QCOMPARE(model.badRows(), 0);
    QCOMPARE(model.lines().rows.at(0).cells.at(1), std::string("J\xc3\xbcrgen"));
}

void TestMendModel::addsLines()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setLines(lines());
    MendLines more = lines();
    more.rows[0].cells.emplace_back("wide");
    model.addLines(more);
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.badRows(), 5);
    QVERIFY(!model.isEdited());
}

void TestMendModel::writesWhatReadsBack_data()
{
    QTest::addColumn<TextEncoding>("encoding");
    QTest::newRow("UTF-8") << TextEncoding::Utf8;
    QTest::newRow("UTF-16 LE") << TextEncoding::Utf16Le;
    QTest::newRow("UTF-16 BE") << TextEncoding::Utf16Be;
    QTest::newRow("Latin-1") << TextEncoding::Latin1;
}

void TestMendModel::writesWhatReadsBack()
{
    QFETCH(TextEncoding, encoding);
    CsvFormat format;
    format.encoding = encoding;
    format.delimiter = ';';
    format.quote = '\'';
    format.compression = Compression::Zstd;
    format = mendedFormat(format);
    MendLines lines;
    lines.header = {QStringLiteral("na;me"), QStringLiteral("b")};
    lines.rows = {{{"J\xc3\xbcrgen \"J\" 5 \xe2\x82\xac", "line\nend"}, {}}, {{"", "'"}, {}}};
    const QString path = m_directory.filePath(QStringLiteral("x.mended.csv"));
    const auto written = writeMended(path, format, lines);
    QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
    QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    const auto again = readMendLines(path, {}, format);
    QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
    QCOMPARE(again->header, lines.header);
    QCOMPARE(rowsOf(*again), rowsOf(lines));
}

void TestMendModel::mendedNamesAreFree()
{
    QTemporaryDir directory;
    const QString rejected = directory.filePath(QStringLiteral("users.csv.rejected.csv"));
    const QString first = mendedPath(rejected);
    QCOMPARE(first, directory.filePath(QStringLiteral("users.csv.mended.csv")));
    QFile file(first);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(mendedPath(rejected), directory.filePath(QStringLiteral("users.csv.mended-2.csv")));
}

QTEST_GUILESS_MAIN(TestMendModel)
#include "tst_mendmodel.moc"
