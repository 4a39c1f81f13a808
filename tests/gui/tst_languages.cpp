// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadsheet.h"
#include "gui/widgets/mnemonic.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QMenuBar>
#include <QTabBar>
#include <QToolButton>

using namespace Weir;

class TestLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void switchingEqualsStarting_data() { addLanguages(); }
    void switchingEqualsStarting();
    void switchingBackEqualsStarting_data() { addLanguages(); }
    void switchingBackEqualsStarting();
    void mnemonicsAreDistinct_data() { addLanguages(); }
    void mnemonicsAreDistinct();
    void loadSheetMnemonicsAreDistinct_data() { addLanguages(); }
    void loadSheetMnemonicsAreDistinct();
    void mnemonicsStayInMenus_data() { addLanguages(); }
    void mnemonicsStayInMenus();
    void withoutMnemonic_data();
    void withoutMnemonic();
    void fitsASmallScreen_data() { addLanguages(); }
    void fitsASmallScreen();

private:
    static void addLanguages();
    static QStringList texts(const WindowFixture &fixture);
    static QStringList textsOf(const QWidget *widget);
    static QStringList twice(const QList<QPair<QString, QString>> &labelled);
};

void TestLanguages::init()
{
    failOnWarnings();
}

void TestLanguages::addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN");
}

QStringList TestLanguages::textsOf(const QWidget *widget)
{
    QStringList result{widget->windowTitle(), widget->toolTip(), widget->statusTip(),
                       widget->accessibleName(), widget->accessibleDescription()};
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        result += label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        result += button->text();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        result += edit->placeholderText();
    if (const auto *menu = qobject_cast<const QMenu *>(widget))
        result += menu->title();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i)
            result += combo->itemText(i) + u'|' + combo->itemData(i, Qt::ToolTipRole).toString();
    }
    if (const auto *view = qobject_cast<const QTableView *>(widget); view && view->model()) {
        for (int i = 0; i < view->model()->columnCount(); ++i)
            result += view->model()->headerData(i, Qt::Horizontal).toString();
    }
    return result;
}

// Every text the window shows or says, each with the widget or action it belongs to.
QStringList TestLanguages::texts(const WindowFixture &fixture)
{
    QStringList result;
    const auto add = [&](const QObject *object, const QStringList &its) {
        const QString all = QStringList(its).replaceInStrings(fixture.directory.path(), QString()).join(u'|');
        result += QLatin1String(object->metaObject()->className()) + u' ' + object->objectName()
            + QStringLiteral(": ") + all;
    };
    add(fixture.window.get(), textsOf(fixture.window.get()));
    const auto widgets = fixture.window->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        // Qt's own inner parts keep the language they were made in.
        if (!widget->objectName().startsWith(QLatin1String("qt_"))
            && !qobject_cast<QTabBar *>(widget->parentWidget()))
            add(widget, textsOf(widget));
    }
    const auto actions = fixture.window->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->objectName().isEmpty())
            add(action, {action->text(), action->toolTip(), action->statusTip()});
    }
    result.sort();
    return result;
}

static QString difference(const QStringList &got, const QStringList &wanted)
{
    QStringList lines;
    for (const QString &text : got) {
        if (!wanted.contains(text))
            lines += QStringLiteral("- ") + text;
    }
    for (const QString &text : wanted) {
        if (!got.contains(text))
            lines += QStringLiteral("+ ") + text;
    }
    return lines.join(u'\n');
}

void TestLanguages::switchingEqualsStarting()
{
    QFETCH(QString, language);
    QStringList wanted;
    {
        WindowFixture started;
        started.translator.setLanguage(language);
        QVERIFY(started.show());
        QTRY_COMPARE(started.tableTitles(), titles(0, 0, 0));
        wanted = texts(started);
    }
    WindowFixture switched;
    QVERIFY(switched.show());
    QTRY_COMPARE(switched.tableTitles(), titles(0, 0, 0));
    switched.translator.setLanguage(language);
    QTRY_VERIFY2(difference(texts(switched), wanted).isEmpty(),
                 qPrintable(difference(texts(switched), wanted)));
}

void TestLanguages::switchingBackEqualsStarting()
{
    QFETCH(QString, language);
    WindowFixture fixture;
    QVERIFY(fixture.show());
    QTRY_COMPARE(fixture.tableTitles(), titles(0, 0, 0));
    const QStringList before = texts(fixture);
    fixture.translator.setLanguage(language);
    if (language != QLatin1String("en"))
        QTRY_VERIFY(texts(fixture) != before);
    fixture.translator.setLanguage(QStringLiteral("en"));
    QTRY_VERIFY2(difference(texts(fixture), before).isEmpty(),
                 qPrintable(difference(texts(fixture), before)));
}

QStringList TestLanguages::twice(const QList<QPair<QString, QString>> &labelled)
{
    QStringList result;
    QHash<QKeySequence, QString> seen;
    for (const auto &[text, where] : labelled) {
        const QKeySequence key = QKeySequence::mnemonic(text);
        if (key.isEmpty())
            continue;
        if (seen.contains(key))
            result += QStringLiteral("%1: '%2' and '%3'").arg(where, seen.value(key), text);
        seen.insert(key, text);
    }
    return result;
}

// In each menu, and among the menu bar and what is on the window at the same time.
void TestLanguages::mnemonicsAreDistinct()
{
    QFETCH(QString, language);
    WindowFixture fixture;
    fixture.translator.setLanguage(language);
    QVERIFY(fixture.show());
    QTRY_COMPARE(fixture.tableTitles(), titles(0, 0, 0));
    QStringList collisions;
    QList<QPair<QString, QString>> window;
    const auto menus = fixture.window->menuBar()->actions();
    for (const QAction *menu : menus) {
        QVERIFY2(!QKeySequence::mnemonic(menu->text()).isEmpty(), qPrintable(menu->text()));
        window.append({menu->text(), QStringLiteral("window")});
        QList<QPair<QString, QString>> entries;
        const auto inMenu = menu->menu()->actions();
        for (const QAction *action : inMenu) {
            QVERIFY2(action->isSeparator() || !QKeySequence::mnemonic(action->text()).isEmpty(),
                     qPrintable(action->text()));
            entries.append({action->text(), menu->text()});
        }
        collisions += twice(entries);
    }
    const auto labels = fixture.window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() && label->isVisible())
            window.append({label->text(), QStringLiteral("window")});
    }
    const auto buttons = fixture.window->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        if (button->isVisible())
            window.append({button->text(), QStringLiteral("window")});
    }
    collisions += twice(window);
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(u'\n')));
}

// On each of its pages, with what is below them.
void TestLanguages::loadSheetMnemonicsAreDistinct()
{
    QFETCH(QString, language);
    WindowFixture fixture;
    fixture.translator.setLanguage(language);
    QVERIFY(fixture.show());
    fixture.trigger("actionLoad");
    const auto *sheet = fixture.part<LoadSheet>();
    QVERIFY(sheet);
    for (const char *other : {"filesPage", "optionsPage"}) {
        const auto *hidden = sheet->findChild<QWidget *>(QLatin1String(other));
        QList<QPair<QString, QString>> texts;
        const auto labels = sheet->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->buddy() && !hidden->isAncestorOf(label))
                texts.append({label->text(), QLatin1String(other)});
        }
        const auto buttons = sheet->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (!hidden->isAncestorOf(button))
                texts.append({button->text(), QLatin1String(other)});
        }
        QVERIFY(texts.size() > 10);
        const QStringList collisions = twice(texts);
        QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(u'\n')));
    }
}

// A title or tool button has no mnemonic, so it shows nothing of one: no "(T)".
void TestLanguages::mnemonicsStayInMenus()
{
    QFETCH(QString, language);
    WindowFixture fixture;
    QVERIFY(fixture.show());
    fixture.translator.setLanguage(language);
    QTRY_COMPARE(fixture.find<QMenu>("menuFile")->title(),
                 QCoreApplication::translate("Weir::MainWindow", "&File"));
    static const QRegularExpression left(QStringLiteral("\\([A-Z]\\)"));
    const QStringList found = texts(fixture).filter(left);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral("; "))));
    const auto buttons = fixture.window->findChildren<QToolButton *>();
    for (const QToolButton *button : buttons)
        QVERIFY2(!button->text().contains(u'&'), qPrintable(button->text()));
}

void TestLanguages::withoutMnemonic_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("in the word") << QStringLiteral("Run &Insertion") << QStringLiteral("Run Insertion");
    QTest::newRow("in brackets") << QStringLiteral("运行插入(&I)") << QStringLiteral("运行插入");
    QTest::newRow("before an ellipsis") << QStringLiteral("打开(&O)…") << QStringLiteral("打开…");
    QTest::newRow("none") << QStringLiteral("Table (A)") << QStringLiteral("Table (A)");
    QTest::newRow("a sign itself") << QStringLiteral("R && &D") << QStringLiteral("R & D");
}

void TestLanguages::withoutMnemonic()
{
    QFETCH(QString, text);
    QTEST(Weir::withoutMnemonic(text), "plain");
}

// The longest language must not push the window over the edge of the smallest screen.
void TestLanguages::fitsASmallScreen()
{
    QFETCH(QString, language);
    WindowFixture fixture;
    fixture.translator.setLanguage(language);
    QVERIFY(fixture.show());
    QTRY_COMPARE(fixture.tableTitles(), titles(0, 0, 0));
    const QSize minimum = fixture.window->minimumSizeHint();
    QVERIFY2(minimum.width() <= 1024 && minimum.height() <= 560,
             qPrintable(QStringLiteral("%1 x %2").arg(minimum.width()).arg(minimum.height())));
    fixture.trigger("actionLoad");
    const QSize sheet = fixture.part<LoadSheet>()->minimumSizeHint();
    QVERIFY2(sheet.width() <= 1000 && sheet.height() <= 540,
             qPrintable(QStringLiteral("%1 x %2").arg(sheet.width()).arg(sheet.height())));
}

QTEST_MAIN(TestLanguages)
#include "tst_languages.moc"
