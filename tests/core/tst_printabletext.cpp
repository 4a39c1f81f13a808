// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printabletext.h"

#include <QTest>

using namespace Weir;

class TestPrintableText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void escapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &text, const char *expected) {
            QTest::newRow(name) << text << QString::fromUtf8(expected);
        };
        row("nothing", QString(), "");
        row("plain", QStringLiteral("Zoë 名 🙂 a\\b"), "Zoë 名 🙂 a\\b");
        row("line ends", QStringLiteral("a\r\nb\tc"), "a\\r\\nb\\tc");
        row("terminal sequence", QStringLiteral("\x1b[31mred\x07"), "\\x1B[31mred\\x07");
        row("NUL", QString(QChar(u'\0')), "\\x00");
        row("delete", QString(QChar(0x7f)), "\\x7F");
        row("C1", QString(QChar(0x9b)), "\\x9B");
        row("right-to-left override", QStringLiteral("a\u202eb"), "a\\u202Eb");
        row("isolate", QStringLiteral("\u2066a\u2069"), "\\u2066a\\u2069");
        row("zero width space", QStringLiteral("a\u200bb\u2060"), "a\\u200Bb\\u2060");
        row("soft hyphen", QStringLiteral("a\u00adb"), "a\\xADb");
        row("joined emoji", QStringLiteral("👩\u200d🚀"), "👩\u200d🚀");
        row("tag characters", QStringLiteral("a\U000e0041\U000e007fb"), "a\\U000E0041\\U000E007Fb");
        row("line separator", QStringLiteral("a\u2028b"), "a\\u2028b");
    }

    void escapes()
    {
        QFETCH(QString, text);
        QTEST(printableText(text), "expected");
    }
};

QTEST_GUILESS_MAIN(TestPrintableText)
#include "tst_printabletext.moc"
