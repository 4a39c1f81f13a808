// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "cli/datafiles.h"

#include <QJsonArray>
#include <QTest>

/// weir-cli load --dry-run.
class TestLoadPreview : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void text();
    void json();
    void goodRows();
    void misfit();
    void overrides();
    void emptyFile();
    void touchesNothing();

private:
    static CliRun preview(const DataFiles &files, const QString &file, const char *options = "")
    {
        return CliRun(QStringList{QStringLiteral("load"), QStringLiteral("--dry-run"), QStringLiteral("-d"),
                                  files.path("data"), file}
                      + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts));
    }
    static constexpr char Users[] = "Name,E-Mail\n"
                                    "Alice,alice@example.com\n"
                                    ",nobody\n"
                                    "Bob\n";
};

void TestLoadPreview::text()
{
    const DataFiles files;
    const CliRun run = preview(files, files.write("users.csv", Users));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
    for (const char *part :
         {"users.csv → table users in users.db\n", "  Format:  utf-8; delimiter ,; quote \"; header\n",
          "  Columns: (none) → id, Name → name, E-Mail → email\n",
          "\n✗ line 3: Name is required and cannot be empty\n", "\n✗ line 3: Email",
          "\n✗ line 4: ", "\n  First rows checked: 3, of them not valid: 2\n"})
        QVERIFY2(run.out.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + run.out));
}

void TestLoadPreview::json()
{
    const DataFiles files;
    const CliRun run = preview(files, files.write("users.csv", Users), "--json");
    QCOMPARE(run.status, 2);
    const QJsonObject file = run.json()[QStringLiteral("files")][0].toObject();
    QCOMPARE(file[QStringLiteral("entity")].toString(), QStringLiteral("users"));
    QCOMPARE(file[QStringLiteral("database")].toString(), QStringLiteral("users.db"));
    QCOMPARE(file[QStringLiteral("format")][QStringLiteral("delimiter")].toString(), QStringLiteral(","));
    QCOMPARE(file[QStringLiteral("format")][QStringLiteral("header")].toBool(), true);
    QVERIFY(!file[QStringLiteral("evidence")].toArray().isEmpty());
    QCOMPARE(file[QStringLiteral("mapping")].toObject(),
             (QJsonObject{{QStringLiteral("id"), QJsonValue::Null},
                          {QStringLiteral("name"), QStringLiteral("Name")},
                          {QStringLiteral("email"), QStringLiteral("E-Mail")}}));
    QVERIFY(file[QStringLiteral("error")].isNull());
    QCOMPARE(file[QStringLiteral("checkedRows")].toInt(), 3);
    QCOMPARE(file[QStringLiteral("invalidRows")].toInt(), 2);
    const QJsonArray violations = file[QStringLiteral("violations")].toArray();
    QCOMPARE(violations.size(), 3);
    QCOMPARE(violations[0][QStringLiteral("line")].toInt(), 3);
    QCOMPARE(violations[0][QStringLiteral("rule")].toString(), QStringLiteral("required"));
    QCOMPARE(violations[2][QStringLiteral("line")].toInt(), 4);
}

void TestLoadPreview::goodRows()
{
    const DataFiles files;
    const CliRun run = preview(files, files.write("users.csv", "name,email\nAnn,ann@example.com\n"));
    QCOMPARE(run.status, 0);
    QVERIFY2(run.out.contains(QStringLiteral("✓ First rows checked: 1, all valid\n")), qPrintable(run.out));
}

void TestLoadPreview::misfit()
{
    const DataFiles files;
    const QString users = files.write("users.csv", "name,email,phone\nAnn,ann@example.com,1\n");
    const CliRun run = preview(files, users);
    QCOMPARE(run.status, 3);
    QVERIFY2(run.out.contains(QStringLiteral("phone")), qPrintable(run.out));
    QVERIFY2(run.out.contains(QStringLiteral("\n✗ ")), qPrintable(run.out));
    const CliRun ignored = preview(files, users, "--extra ignore");
    QCOMPARE(ignored.status, 0);
    QVERIFY2(ignored.out.contains(QStringLiteral("phone → (ignored)")), qPrintable(ignored.out));
}

void TestLoadPreview::overrides()
{
    const DataFiles files;
    const QString users = files.write("users.csv", "Ann|ann@example.com\nBob|bob@example.com\n");
    const CliRun run = preview(files, users, "--no-header --delimiter pipe --quote none --json");
    QVERIFY2(run.status == 0, qPrintable(run.out + run.err));
    const QJsonObject file = run.json()[QStringLiteral("files")][0].toObject();
    QCOMPARE(file[QStringLiteral("format")][QStringLiteral("header")].toBool(true), false);
    QCOMPARE(file[QStringLiteral("format")][QStringLiteral("quote")].toString(), QStringLiteral("none"));
    QCOMPARE(file[QStringLiteral("checkedRows")].toInt(), 2);
}

void TestLoadPreview::emptyFile()
{
    const DataFiles files;
    const CliRun run = preview(files, files.write("users.csv", ""));
    QVERIFY(run.status != 1);
    QVERIFY(!files.exists("data"));
}

void TestLoadPreview::touchesNothing()
{
    const DataFiles files;
    preview(files, files.write("users.csv", Users));
    QVERIFY(!files.exists("data"));
    QVERIFY(!files.exists("users.csv.rejected.csv"));
}

QTEST_GUILESS_MAIN(TestLoadPreview)
#include "tst_loadpreview.moc"
