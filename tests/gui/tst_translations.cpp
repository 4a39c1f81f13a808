// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalogue.h"
#include "gui/services/translator.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cataloguesAreComplete_data();
    void cataloguesAreComplete();
    void cataloguesHaveEveryText_data();
    void cataloguesHaveEveryText();
    void complaintsAreMade_data();
    void complaintsAreMade();
    void translatorSwitches_data();
    void translatorSwitches();
    void qtSpeaksAlong_data();
    void qtSpeaksAlong();

private:
    static QString catalogueDirectory() { return QStringLiteral(WEIR_BIN_DIR "/../share/weir/translations"); }
    static QString sourceOf(const QString &language);
    static QStringList complaints(const Catalogue::Message &message, int forms);
    static QString inserted() { return QCoreApplication::translate("Weir::Verdict", "Inserted"); }
    static QString rows(int count)
    {
        return QCoreApplication::translate("Weir::TestDataPanel", "%n row(s)", nullptr, count);
    }
};

void TestTranslations::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

QString TestTranslations::sourceOf(const QString &language)
{
    return QStringLiteral(WEIR_SOURCE_DIR "/translations/weir_%1.ts").arg(language);
}

// Everything in a text that the program, not the reader, needs: both sides must have the same of it.
static QStringList marks(const QString &text)
{
    static const QRegularExpression mark(QStringLiteral(
        "%L?\\d{1,2}|%n|\\[\\*\\]|;;|\\(\\*[^)]*\\)|</?[a-z][^>]*>|…|^\\s+|\\s+$|(?<!&)&(?=[^&\\s])"));
    QStringList result;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        result += it.next().captured();
    result.sort();
    return result;
}

QStringList TestTranslations::complaints(const Catalogue::Message &message, int forms)
{
    QStringList result;
    const auto complain = [&](const QString &what) {
        result += QStringLiteral("%1: %2: %3").arg(message.context, message.source, what);
    };
    if (!message.type.isEmpty())
        complain(message.type);
    if (message.forms.count() != (message.numerus ? forms : 1))
        complain(QStringLiteral("has %1 forms").arg(message.forms.count()));
    for (const QString &form : message.forms) {
        if (form.trimmed().isEmpty() && !message.source.trimmed().isEmpty())
            complain(QStringLiteral("is empty"));
        if (marks(form) != marks(message.source)) {
            complain(QStringLiteral("'%1' has <%2>, not <%3>")
                         .arg(form, marks(form).join(u' '), marks(message.source).join(u' ')));
        }
    }
    return result;
}

void TestTranslations::cataloguesAreComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("forms");
    QTest::newRow("German") << QStringLiteral("de") << 2;
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << 1;
    QTest::newRow("English plurals") << QStringLiteral("en") << 2;
}

void TestTranslations::cataloguesAreComplete()
{
    QFETCH(QString, language);
    QFETCH(int, forms);
    const Catalogue catalogue = Catalogue::read(sourceOf(language));
    QVERIFY2(catalogue.error.isEmpty(), qPrintable(catalogue.error));
    QVERIFY(!catalogue.messages.isEmpty());
    QStringList all;
    for (const Catalogue::Message &message : catalogue.messages)
        all += complaints(message, forms);
    QVERIFY2(all.isEmpty(), qPrintable(all.join(u'\n')));
    QVERIFY(QFile::exists(QStringLiteral("%1/weir_%2.qm").arg(catalogueDirectory(), language)));
}

void TestTranslations::cataloguesHaveEveryText_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("German") << QStringLiteral("de") << QStringList();
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringList();
    QTest::newRow("English plurals") << QStringLiteral("en") << QStringList(QStringLiteral("-pluralonly"));
}

void TestTranslations::cataloguesHaveEveryText()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    QTemporaryDir directory;
    const QString fresh = directory.filePath(QStringLiteral("weir_%1.ts").arg(language));
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(WEIR_LUPDATE),
                  options
                      + QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"),
                                    QStringLiteral("none"), QStringLiteral("@" WEIR_TEXTS_LIST),
                                    QStringLiteral("-ts"), fresh});
    QVERIFY2(lupdate.waitForFinished(100'000), qPrintable(lupdate.errorString()));
    QVERIFY2(lupdate.exitStatus() == QProcess::NormalExit && lupdate.exitCode() == 0,
             lupdate.readAll().constData());

    const Catalogue wanted = Catalogue::read(fresh);
    const Catalogue kept = Catalogue::read(sourceOf(language));
    QVERIFY2(wanted.error.isEmpty(), qPrintable(wanted.error));
    QVERIFY(!wanted.messages.isEmpty());
    QStringList missing = wanted.keys();
    QStringList dead = kept.keys();
    missing.removeIf([&](const QString &key) { return dead.contains(key); });
    dead.removeIf([keys = wanted.keys()](const QString &key) { return keys.contains(key); });
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("run weir_lupdate, then translate: ") + missing.join(u'\n')));
    QVERIFY2(dead.isEmpty(), qPrintable(QStringLiteral("run weir_lupdate to remove: ") + dead.join(u'\n')));
}

void TestTranslations::complaintsAreMade_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QStringList>("forms");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("count");
    const auto row = [](const char *name, const char *source, const QStringList &forms, int count,
                        const char *type = "") {
        QTest::newRow(name) << QString::fromUtf8(source) << forms << QString::fromUtf8(type) << count;
    };
    row("good", "&Open %1…", {QStringLiteral("%1 ö&ffnen…")}, 0);
    row("another order", "%1 of %2", {QStringLiteral("%2: %1")}, 0);
    row("plain ampersand", "R && D", {QStringLiteral("F && E")}, 0);
    row("both forms", "%n row(s)", {QStringLiteral("%n Zeile"), QStringLiteral("%n Zeilen")}, 0);
    row("unfinished", "Row", {QStringLiteral("Zeile")}, 1, "unfinished");
    row("vanished", "Row", {QStringLiteral("Zeile")}, 1, "vanished");
    row("empty", "Row", {QString()}, 1);
    row("lost place", "Row %1", {QStringLiteral("Zeile")}, 1);
    row("wrong place", "Row %1", {QStringLiteral("Zeile %2")}, 1);
    row("lost mnemonic", "&Row", {QStringLiteral("Zeile")}, 1);
    row("a mnemonic too many", "&Row", {QStringLiteral("&Zei&le")}, 1);
    row("lost ellipsis", "Open…", {QStringLiteral("Öffnen")}, 1);
    row("lost space", " or ", {QStringLiteral("oder")}, 1);
    row("lost mark of changes", "%1[*]", {QStringLiteral("%1")}, 1);
    row("other file pattern", "Text (*.txt)", {QStringLiteral("Text (*.text)")}, 1);
    row("a form too few", "%n row(s)", {QStringLiteral("%n Zeilen")}, 1);
    row("a form without its number", "%n row(s)", {QStringLiteral("eine Zeile"), QStringLiteral("%n Zeilen")},
        1);
}

void TestTranslations::complaintsAreMade()
{
    QFETCH(QString, source);
    QFETCH(QStringList, forms);
    QFETCH(QString, type);
    const Catalogue::Message message{
        QStringLiteral("Test"), source, QString(), type, forms, source.contains(QLatin1String("%n"))};
    QTEST(int(complaints(message, 2).count()), "count");
}

void TestTranslations::translatorSwitches_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("oneRow");
    QTest::addColumn<QString>("twoRows");
    const auto row = [](const char *name, const char *language, const char *text, const char *one,
                        const char *two) {
        QTest::newRow(name) << QString::fromLatin1(language) << QString::fromUtf8(text)
                            << QString::fromUtf8(one) << QString::fromUtf8(two);
    };
    row("English", "en", "Inserted", "1 row", "2 rows");
    row("British English", "en_GB", "Inserted", "1 row", "2 rows");
    row("no locale", "C", "Inserted", "1 row", "2 rows");
    row("a language without a catalogue", "fi", "Inserted", "1 row", "2 rows");
    row("German", "de", "Eingefügt", "1 Zeile", "2 Zeilen");
    row("Austrian German", "de_AT", "Eingefügt", "1 Zeile", "2 Zeilen");
    row("Chinese", "zh_CN", "已插入", "1 行", "2 行");
}

void TestTranslations::translatorSwitches()
{
    QFETCH(QString, language);
    {
        Translator translator(catalogueDirectory());
        translator.setLanguage(language);
        QTEST(inserted(), "text");
        QTEST(rows(1), "oneRow");
        QTEST(rows(2), "twoRows");
        QCOMPARE(QLocale().language(), QLocale(language).language());

        translator.setLanguage(QStringLiteral("en"));
        QCOMPARE(inserted(), QStringLiteral("Inserted"));
        QCOMPARE(rows(1), QStringLiteral("1 row"));
        QCOMPARE(QLocale().language(), QLocale::English);
        translator.setLanguage(language);
    }
    QCOMPARE(inserted(), QStringLiteral("Inserted"));
}

void TestTranslations::qtSpeaksAlong_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("cancel");
    QTest::newRow("German") << QStringLiteral("de") << QStringLiteral("Abbrechen");
    QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("取消");
    QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("Cancel");
    // Weir would answer in English, so a dialog's buttons must too.
    QTest::newRow("no catalogue of Weir's") << QStringLiteral("fr") << QStringLiteral("Cancel");
}

void TestTranslations::qtSpeaksAlong()
{
    QFETCH(QString, language);
    if (!QFile::exists(catalogueDirectory() + QStringLiteral("/qtbase_de.qm")))
        QSKIP("Qt's own translations (qt6-translations-l10n) were not installed when Weir was configured.");
    Translator translator(catalogueDirectory());
    translator.setLanguage(language);
    QTEST(QCoreApplication::translate("QPlatformTheme", "Cancel"), "cancel");
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
