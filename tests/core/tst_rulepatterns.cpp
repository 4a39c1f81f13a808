// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rulemaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestRulePatterns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void patternErrors_data();
    void patternErrors();
    void catastrophicPatterns_data();
    void catastrophicPatterns();
    void largeCellsAndPatterns();
};

void TestRulePatterns::patternErrors_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *pattern, const char *part) {
        QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(part);
    };
    row("", "");
    row("[a-z]+", "");
    row("\\p{Han}{1,20}", "");
    row("(", "closing parenthesis");
    row("a)", "too many");
    row("[a", "closing bracket");
    row("[z-a]", "not a range");
    row("a**", "repeats a repetition");
    row("*a", "nothing to repeat");
    row("a{2000}", "1000 times");
    row("a\\", "backslash");
    row("\\y", "not a known escape");
    row("(?=a)", "could take forever");
    row("(a)\\1", "not a known escape");
    row("((a{1,100}){1,100}){1,100}", "1000 times");
    row("((\\pL{30}){30}\\d{90}){1}", "too large");
}

void TestRulePatterns::patternErrors()
{
    QFETCH(QString, pattern);
    QFETCH(QString, part);
    const QString error = RuleSet::patternError(pattern);
    QCOMPARE(error.isEmpty(), part.isEmpty());
    QVERIFY2(error.contains(part), qPrintable(error));
    QVERIFY2(!error.contains(QStringLiteral("%1")), qPrintable(error));
}

void TestRulePatterns::catastrophicPatterns_data()
{
    QTest::addColumn<QString>("pattern");
    for (const char *pattern : {"(a+)+b", "(a|a)*b", "(.*.*.*.*.*)*x", "(a?){60}a{60}b", "(\\w*)*\\d",
                                ".*a.{60}b", "([ab]*a[ab]{12})*c"})
        QTest::newRow(pattern) << QString::fromLatin1(pattern);
}

void TestRulePatterns::catastrophicPatterns()
{
    QFETCH(QString, pattern);
    QVERIFY(RuleSet::patternError(pattern).isEmpty());
    const Field subject = field(FieldType::Text, {patternRule(pattern)});
    const QByteArray text = QByteArray("ab").repeated(1 << 14) + QByteArray(1 << 15, 'a');
    QCOMPARE(messagesOf(subject, text),
             QStringList{QStringLiteral("Value must match the pattern ") + pattern});
}

void TestRulePatterns::largeCellsAndPatterns()
{
    const QByteArray large = QByteArray("ab").repeated(1 << 19);
    const QString huge = QStringLiteral(".*[ab].{1000}.*[ab].{900}z");
    QCOMPARE(messagesOf(field(FieldType::Text, {patternRule(huge)}), large),
             QStringList{QStringLiteral("Value is too long to be matched with the pattern ") + huge});
    QVERIFY(messagesOf(field(FieldType::Text, {patternRule(QStringLiteral("[a-b]+"))}), large).isEmpty());
    const Field names = field(FieldType::Text, {patternRule(QStringLiteral("[\\pL .'-]{1,100}"))});
    QVERIFY(messagesOf(names, "Zoë O'Neill-名").isEmpty());
    QVERIFY(messagesOf(names, QByteArray(100, 'x')).isEmpty());
    QCOMPARE(messagesOf(names, QByteArray(101, 'x')).size(), 1);
}

QTEST_GUILESS_MAIN(TestRulePatterns)
#include "tst_rulepatterns.moc"
