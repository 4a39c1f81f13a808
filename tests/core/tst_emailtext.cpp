// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/emailtext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <string_view>

using namespace Weir;

class TestEmailText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void addresses_data();
    void addresses();
    void everyByteAtEveryPlace();
    void agreesWithTheExpression();

private:
    const QRegularExpression m_expression{
        QStringLiteral("\\A[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\z")};

    bool matches(const QByteArray &text) const
    {
        return m_expression.match(QString::fromLatin1(text)).hasMatch();
    }
    static bool accepts(const QByteArray &text)
    {
        return isEmail({text.constData(), static_cast<std::size_t>(text.size())});
    }
};

void TestEmailText::addresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const QByteArray &text, bool valid) {
        QTest::addRow("%d: %s", int(text.size()), text.right(24).constData()) << text << valid;
    };
    const QByteArray local(40, 'x');
    row("a@b.cd", true);
    row("a@b.c", false);
    row("", false);
    row("@", false);
    row("@example.com", false);
    row("a.b.c.d.e.f.g.h", false);
    row("name@.example.com.museum", true);
    row("name@.museum-of-things", false);
    row("name@example.with2", false);
    row("first.last+tag%x_y@mail.example.org", true);
    row("two@signs@mail.example.org", false);
    row("blank in@mail.example.org", false);
    row("no.domain.at.all@localhost", false);
    row("dot.before.the@sign-and-none-after", false);
    row(local + "@mail.example.org", true);       // 57 characters
    row(local + "123456@mail.example.org", true); // 63
    row(local + "1234567@mail.example.org", true);
    row(local + local + "@mail.example.org", true);
    row(local + local + "@mail.example.o", false);
    row(local + local + "@" + local + "@a.bc", false);
}

void TestEmailText::addresses()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    QCOMPARE(accepts(text), valid);
    QCOMPARE(matches(text), valid);
}

void TestEmailText::everyByteAtEveryPlace()
{
    for (const QByteArray &address : {QByteArray("a1.b@c-d.ef"), QByteArray("some.one@mail.example.com"),
                                      QByteArray("a-name-of-a-good-length@mail.of.an.example.company.org")}) {
        for (qsizetype place = 0; place < address.size(); ++place) {
            for (int byte = 0; byte < 256; ++byte) {
                QByteArray text = address;
                text[place] = static_cast<char>(byte);
                QVERIFY2(accepts(text) == matches(text), text.toPercentEncoding().constData());
            }
        }
    }
}

void TestEmailText::agreesWithTheExpression()
{
    constexpr std::string_view Characters = "aZ09..--@_%+ \xe9";
    constexpr std::string_view TameCharacters = "abcxyz012.-";
    QRandomGenerator random(7);
    int valid = 0;
    for (int i = 0; i < 100000; ++i) {
        QByteArray text(random.bounded(80), Qt::Uninitialized);
        const bool tame = random.bounded(4) != 0;
        const std::string_view characters = tame ? TameCharacters : Characters;
        for (char &c : text)
            c = characters[static_cast<std::size_t>(random.bounded(static_cast<int>(characters.size())))];
        if (tame && !text.isEmpty())
            text[random.bounded(text.size())] = '@';
        if (tame)
            text += random.bounded(2) == 0 ? ".com" : "";
        QVERIFY2(accepts(text) == matches(text), text.toPercentEncoding().constData());
        valid += accepts(text) ? 1 : 0;
    }
    QVERIFY2(valid > 10000 && valid < 90000, qPrintable(QString::number(valid)));
}

QTEST_APPLESS_MAIN(TestEmailText)
#include "tst_emailtext.moc"
