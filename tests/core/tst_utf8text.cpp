// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8text.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>
#include <QUtf8StringView>

using namespace Weir;

class TestUtf8Text : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    /// Each byte value at each place of texts short and long, against the slow way.
    void wellFormed()
    {
        for (int length = 0; length < 40; ++length) {
            QVERIFY(isWellFormedUtf8(std::string(static_cast<std::size_t>(length), 'x')));
            for (int at = 0; at < length; ++at) {
                for (int byte = 0; byte < 256; ++byte) {
                    std::string text(static_cast<std::size_t>(length), '\x7f');
                    text[static_cast<std::size_t>(at)] = static_cast<char>(byte);
                    QCOMPARE(isWellFormedUtf8(text), byte > 0 && byte < 128);
                }
            }
        }
    }

    void wellFormedRandomText()
    {
        static constexpr std::string_view Alphabet("abcdefghijk\0\xc3\xa4\xe5\x90\x8d\xf0\x9f\x99\x82", 21);
        QRandomGenerator random(1);
        int valid = 0;
        for (int round = 0; round < 50000; ++round) {
            std::string text;
            for (int i = random.bounded(12); i > 0; --i)
                text += Alphabet[static_cast<std::size_t>(random.bounded(static_cast<int>(Alphabet.size())))];
            const bool expected = text.find('\0') == std::string::npos
                && QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
            QCOMPARE(isWellFormedUtf8(text), expected);
            valid += expected ? 1 : 0;
        }
        QVERIFY(valid > 1000);
    }

    void codePoints()
    {
        for (const char32_t point :
             {U'a', U'\x7f', U'\x80', U'\x7ff', U'\x800', U'\xfffd', U'\x10000', U'\x10ffff'}) {
            std::string text;
            appendCodePoint(&text, point);
            text += 'z';
            QVERIFY(isWellFormedUtf8(text));
            QCOMPARE(QString::fromStdString(text).toUcs4().front(), static_cast<uint>(point));
            std::string_view view = text;
            QCOMPARE(takeCodePoint(&view), point);
            QVERIFY(view == "z");
        }
    }
};

QTEST_GUILESS_MAIN(TestUtf8Text)
#include "tst_utf8text.moc"
