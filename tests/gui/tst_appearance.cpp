// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/icons.h"
#include "windowfixture.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>

using namespace Weir;

class TestAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void contrast_data();
    void contrast();
    void themeSwitchesLive();
    void everyNamedIconExists();
    void iconsAreSharpAndInTheThemesColour();
    void windowStateIsRestored();
    void windowStateOfAnotherVersion_data();
    void windowStateOfAnotherVersion();
    void resetLayoutBringsPanelsBack();
    void fitsASmallScreen();
    void settingsSurviveNonsense();
};

void TestAppearance::init()
{
    failOnWarnings();
}

void TestAppearance::contrast_data()
{
    using Colour = Theme::Colour;
    QTest::addColumn<Theme::Mode>("mode");
    QTest::addColumn<Colour>("text");
    QTest::addColumn<Colour>("surface");
    const Colour texts[] = {Colour::Text,     Colour::Muted,  Colour::Accent,   Colour::Inserted,
                            Colour::Rejected, Colour::Failed, Colour::Cancelled};
    const Colour surfaces[] = {Colour::Window, Colour::Surface, Colour::AlternateSurface, Colour::Raised};
    for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const auto add = [mode](Colour text, Colour surface) {
            QTest::addRow("%s %d on %d", qPrintable(Theme::modeName(mode)), int(text), int(surface))
                << mode << text << surface;
        };
        for (const Colour text : texts) {
            for (const Colour surface : surfaces)
                add(text, surface);
        }
        for (const Colour fill : {Colour::FreshFill, Colour::ViolationFill, Colour::WarningFill,
                                  Colour::InfoFill, Colour::SuccessFill, Colour::Selection})
            add(Colour::Text, fill);
        add(Colour::OnAccent, Colour::Accent);
        add(Colour::OnAccent, Colour::AccentHover);
        for (const Colour text : {Colour::Inserted, Colour::Rejected, Colour::Failed, Colour::Muted})
            add(text, Colour::Selection);
    }
}

void TestAppearance::contrast()
{
    QFETCH(Theme::Mode, mode);
    QFETCH(Theme::Colour, text);
    QFETCH(Theme::Colour, surface);
    Theme theme;
    theme.setMode(mode);
    const double ratio = contrastRatio(theme.colour(text), theme.colour(surface));
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void TestAppearance::themeSwitchesLive()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    const QColor light = fixture.window->palette().color(QPalette::Window);
    QTest::keyClick(fixture.window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(fixture.theme.isDark());
    const QColor dark = fixture.window->palette().color(QPalette::Window);
    QVERIFY(dark.lightness() < light.lightness());
    QVERIFY(fixture.action("actionDark")->isChecked());
    QCOMPARE(fixture.settings.themeMode(), Theme::Mode::Dark);
    fixture.trigger("actionDark");
    QCOMPARE(fixture.window->palette().color(QPalette::Window), light);
}

void TestAppearance::everyNamedIconExists()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QObjectList objects;
    for (QAction *action : fixture.window->findChildren<QAction *>())
        objects.append(action);
    int named = 0;
    for (const QObject *object : std::as_const(objects)) {
        const QString name = object->property("iconName").toString();
        if (name.isEmpty())
            continue;
        ++named;
        QVERIFY2(QFile::exists(QStringLiteral(":/weir/icons/%1.svg").arg(name)), qPrintable(name));
    }
    QVERIFY(named > 30);
    QVERIFY(!fixture.window->windowIcon().isNull());
}

void TestAppearance::iconsAreSharpAndInTheThemesColour()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    const QIcon icon = themedIcon(theme, QStringLiteral("stop"), Theme::Colour::Failed);
    const QPixmap pixmap = icon.pixmap(QSize(24, 24), 2.0);
    QCOMPARE(pixmap.size(), QSize(48, 48));
    QCOMPARE(pixmap.toImage().pixelColor(24, 24), theme.colour(Theme::Colour::Failed));
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(icon.pixmap(QSize(24, 24), 2.0).toImage().pixelColor(24, 24),
             theme.colour(Theme::Colour::Failed));
    QCOMPARE(icon.pixmap(QSize(24, 24), QIcon::Disabled).toImage().pixelColor(12, 12),
             theme.colour(Theme::Colour::Disabled));
}

void TestAppearance::windowStateIsRestored()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    fixture.find<QDockWidget>("summaryDock")->close();
    fixture.trigger("actionSideBySide");
    fixture.window->resize(1111, 777);
    fixture.window->close();
    QVERIFY(!fixture.window->isVisible());
    QVERIFY(fixture.show());
    QVERIFY(!fixture.find<QDockWidget>("summaryDock")->isVisible());
    QVERIFY(fixture.find<QDockWidget>("logDock")->isVisible());
    QVERIFY(fixture.part<TableWorkspace>()->isSideBySide());
    QVERIFY(fixture.action("actionSideBySide")->isChecked());
}

void TestAppearance::windowStateOfAnotherVersion_data()
{
    QTest::addColumn<QVariant>("format");
    QTest::addColumn<bool>("isUsed");
    QTest::newRow("from before there were versions") << QVariant() << true;
    QTest::newRow("this one") << QVariant(AppSettings::Format) << true;
    QTest::newRow("a newer one") << QVariant(AppSettings::Format + 1) << false;
}

void TestAppearance::windowStateOfAnotherVersion()
{
    QFETCH(const QVariant, format);
    QFETCH(const bool, isUsed);
    WindowFixture fixture;
    QVERIFY(fixture.show());
    fixture.find<QDockWidget>("summaryDock")->close();
    fixture.window->close();
    const QByteArray state = fixture.store.value(QStringLiteral("window/state")).toByteArray();
    QVERIFY(!state.isEmpty());
    QCOMPARE(fixture.store.value(QStringLiteral("format")).toInt(), AppSettings::Format);
    if (format.isValid())
        fixture.store.setValue(QStringLiteral("format"), format);
    else
        fixture.store.remove(QStringLiteral("format"));
    QVERIFY(fixture.show());
    QCOMPARE(fixture.find<QDockWidget>("summaryDock")->isVisible(), !isUsed);
    fixture.find<QDockWidget>("logDock")->close();
    fixture.window->close();
    // What the newer one will find is its own.
    QCOMPARE(fixture.store.value(QStringLiteral("window/state")).toByteArray() == state, !isUsed);
}

void TestAppearance::resetLayoutBringsPanelsBack()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    for (const char *name : {"testDataDock", "summaryDock", "logDock"})
        fixture.find<QDockWidget>(name)->close();
    fixture.find<QDockWidget>("logDock")->setFloating(true);
    fixture.trigger("actionResetLayout");
    for (const char *name : {"testDataDock", "summaryDock", "logDock"})
        QVERIFY(fixture.find<QDockWidget>(name)->isVisible());
    QVERIFY(!fixture.find<QDockWidget>("logDock")->isFloating());
}

void TestAppearance::fitsASmallScreen()
{
    WindowFixture fixture;
    QVERIFY(fixture.show());
    const QSize tabs = fixture.window->minimumSizeHint();
    QVERIFY2(tabs.width() <= 1024 && tabs.height() <= 560,
             qPrintable(QStringLiteral("%1x%2").arg(tabs.width()).arg(tabs.height())));
    fixture.trigger("actionSideBySide");
    const QSize beside = fixture.window->minimumSizeHint();
    QVERIFY2(beside.width() <= 1024, qPrintable(QString::number(beside.width())));
}

void TestAppearance::settingsSurviveNonsense()
{
    WindowFixture fixture;
    fixture.store.setValue(QStringLiteral("theme"), QStringLiteral("plaid"));
    fixture.store.setValue(QStringLiteral("language"), QStringLiteral("xx"));
    fixture.store.setValue(QStringLiteral("window/geometry"), QByteArray("nonsense"));
    fixture.store.setValue(QStringLiteral("window/state"), QByteArray("nonsense"));
    QCOMPARE(fixture.settings.themeMode(), Theme::Mode::System);
    QVERIFY(fixture.show());
    QVERIFY(fixture.find<QDockWidget>("logDock")->isVisible());
}

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
