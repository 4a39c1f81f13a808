// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/guioptions.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Weir;

class TestGuiOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void parse_data();
    void parse();
    void programPrintsAndLeaves_data();
    void programPrintsAndLeaves();
};

void TestGuiOptions::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestGuiOptions::parse_data()
{
    using Action = GuiOptions::Action;
    const QString here = QDir::currentPath();
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<Action>("action");
    QTest::addColumn<QString>("dataDirectory"); // empty: the default
    QTest::addColumn<QString>("project");
    QTest::newRow("nothing") << QStringList() << Action::ShowWindow << QString() << QString();
    QTest::newRow("project") << QStringList{QStringLiteral("a.weir")} << Action::ShowWindow << QString()
                             << here + QStringLiteral("/a.weir");
    QTest::newRow("data directory") << QStringList{QStringLiteral("--data-dir"), QStringLiteral("d")}
                                    << Action::ShowWindow << here + QStringLiteral("/d") << QString();
    QTest::newRow("with =") << QStringList{QStringLiteral("--data-dir=/d"), QStringLiteral("/p.weir")}
                            << Action::ShowWindow << QStringLiteral("/d") << QStringLiteral("/p.weir");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << Action::ShowHelp << QString()
                          << QString();
    QTest::newRow("version") << QStringList{QStringLiteral("-v")} << Action::ShowVersion << QString()
                             << QString();
    QTest::newRow("unknown") << QStringList{QStringLiteral("--fast")} << Action::ShowError << QString()
                             << QString();
    QTest::newRow("two projects") << QStringList{QStringLiteral("/a"), QStringLiteral("/b")}
                                  << Action::ShowError << QString() << QStringLiteral("/a");
}

void TestGuiOptions::parse()
{
    QFETCH(QStringList, arguments);
    QFETCH(GuiOptions::Action, action);
    QFETCH(QString, dataDirectory);
    QFETCH(QString, project);
    const GuiOptions options = GuiOptions::parse(QStringList{QStringLiteral("weir")} + arguments);
    QCOMPARE(options.action, action);
    QCOMPARE(options.error.isEmpty(), action != GuiOptions::Action::ShowError);
    if (!dataDirectory.isEmpty())
        QCOMPARE(options.dataDirectory, dataDirectory);
    QVERIFY(QDir::isAbsolutePath(options.dataDirectory));
    QCOMPARE(options.project, project);
}

void TestGuiOptions::programPrintsAndLeaves_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("output");
    QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QStringLiteral("Usage: weir");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QStringLiteral("weir ");
    QTest::newRow("wrong") << QStringList{QStringLiteral("--fast")} << 1 << QStringLiteral("fast");
    QTest::newRow("no display") << QStringList() << 1 << QStringLiteral("no display");
}

// All of these work without a display.
void TestGuiOptions::programPrintsAndLeaves()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, output);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(QLatin1String(variable));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(WEIR_BIN_DIR "/weir"), arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), status);
    QVERIFY(QString::fromLocal8Bit(process.readAll()).contains(output));
}

QTEST_GUILESS_MAIN(TestGuiOptions)
#include "tst_guioptions.moc"
