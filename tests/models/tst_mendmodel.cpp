// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/projectfile.h"
#include "models/mendmodel.h"

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
    void writesWhatReadsBack_data();
    void writesWhatReadsBack();
    void mendedNamesAreFree();

private:
    static Entity users() { return ProjectFile::sample().entities.at(0); }
    static ColumnMapping mapping() { return {{0, 1, 2}, 3}; } // id, name, email
    static MendLines lines()
    {
        MendLines lines;
        lines.header = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("email")};
        lines.rows = {{QStringLiteral("1"), QStringLiteral("Alice"), QStringLiteral("alice@example.com")},
                      {QStringLiteral("2"), QString(), QStringLiteral("bob")},
                      {QStringLiteral("3"), QStringLiteral("Eve")}};
        return lines;
    }
    static QString problem(const MendModel &model, int row, int column)
    {
        return model.index(row, column).data(MendModel::ProblemRole).toString();
    }
};

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
    QCOMPARE(model.lines().rows.at(2).size(), 3);
}

void TestMendModel::cellsTooMany()
{
    MendModel model(users(), mapping());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    MendLines wide = lines();
    wide.rows[0].append(QStringLiteral("more"));
    model.setLines(wide);
    QCOMPARE(model.columnCount(), 4);
    QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("(too many)"));
    QVERIFY(!problem(model, 0, 0).isEmpty());
    QVERIFY(model.setData(model.index(0, 3), QString()));
    QVERIFY(problem(model, 0, 0).isEmpty());
    QCOMPARE(model.lines().rows.at(0).size(), 3);
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
    QCOMPARE(model.lines().rows.size(), 2);
    QCOMPARE(model.badRows(), 1);
}

void TestMendModel::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("header");
    QTest::addColumn<QList<QStringList>>("rows");
    using Rows = QList<QStringList>;
    const QString a = QStringLiteral("a");
    const QString b = QStringLiteral("b");
    QTest::newRow("header") << QByteArray("x,y\na,b\n") << true << Rows{{a, b}};
    QTest::newRow("no header") << QByteArray("a,b\nb,a") << false << Rows{{a, b}, {b, a}};
    QTest::newRow("quoted") << QByteArray("x,y\n\"a\n\"\"\",b\r\n") << true
                            << Rows{{QStringLiteral("a\n\""), b}};
    // What is no record is taken apart at its delimiters, so that it can be mended.
    QTest::newRow("stray quote") << QByteArray("x,y\na\",b\na,b\n") << true
                                 << Rows{{QStringLiteral("a\""), b}, {a, b}};
    QTest::newRow("only a header") << QByteArray("x,y\n") << true << Rows();
    QTest::newRow("empty") << QByteArray() << true << Rows();
}

void TestMendModel::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, header);
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("x.rejected.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    CsvFormat format;
    format.header = header;
    format.compression = Compression::Gzip; // of the file it came from
    const auto lines = readMendLines(file.fileName(), format);
    QVERIFY2(lines, lines ? "" : qPrintable(lines.error().sentence));
    QTEST(lines->rows, "rows");
    QVERIFY(lines->complete);
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
    lines.rows = {{QStringLiteral("J\u00fcrgen \"J\""), QStringLiteral("line\nend")},
                  {QString(QLatin1String("")), QStringLiteral("'")}};
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("x.mended.csv"));
    const auto written = writeMended(path, format, lines);
    QVERIFY2(written, written ? "" : qPrintable(written.error().sentence));
    QCOMPARE(QFile::permissions(path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    const auto again = readMendLines(path, format);
    QVERIFY2(again, again ? "" : qPrintable(again.error().sentence));
    QCOMPARE(again->header, lines.header);
    QCOMPARE(again->rows, lines.rows);
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
