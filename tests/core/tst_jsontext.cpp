// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/jsontext.h"

#include <QTest>

using namespace Weir;
using nlohmann::ordered_json;

class TestJsonText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyCharacter();
    void escapes_data();
    void escapes();
};

/// Whatever is escaped, the value stays.
void TestJsonText::everyCharacter()
{
    std::string all;
    for (char32_t point = 0; point <= 0x10ffff; point = point == 0xd7ff ? 0xe000 : point + 1)
        all += QString::fromUcs4(&point, 1).toStdString();
    const ordered_json value{{all, all}};
    const std::string text = jsonText(value);
    QCOMPARE(ordered_json::parse(text), value);
    for (const QChar c : QString::fromStdString(text)) {
        const QChar::Category category = c.category();
        QVERIFY(c == u'\n'
                || (category != QChar::Other_Control && category != QChar::Other_Format
                    && category != QChar::Separator_Line && category != QChar::Separator_Paragraph));
    }
}

void TestJsonText::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("plain", "Zoë 名 🙂 \\", R"("Zoë 名 🙂 \\")");
    row("C0", "\x1b[31m", R"("\u001b[31m")");
    row("delete", "\x7f", R"("\u007f")");
    row("C1", "\u009b31m", R"("\u009b31m")");
    row("right-to-left override", "a\u202eb", R"("a\u202eb")");
    row("isolate", "\u2066a\u2069", R"("\u2066a\u2069")");
    row("line separators", "\u2028\u2029", R"("\u2028\u2029")");
    row("zero width", "\u200b\u200d\ufeff", R"("\u200b\u200d\ufeff")");
    row("tag", "\U000e0041", R"("\udb40\udc41")");
}

void TestJsonText::escapes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(jsonText(text.toStdString())), expected + '\n');
}

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
