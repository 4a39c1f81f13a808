// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>

using namespace Weir;

class TestLogPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filterByText();
    void filterByEntityAndOutcome();
    void followsUntilScrolledUp();
    void copiesWhatIsSelected();
    void saves();
    void saveThatFailsIsTold();
    void clears();

private:
    LogPanel *panel() const { return m_fixture->part<LogPanel>(); }
    int lines() const { return m_fixture->logView()->model()->rowCount(); }
    QLineEdit *filterEdit() const { return panel()->findChild<QLineEdit *>(QStringLiteral("filterEdit")); }
    QComboBox *combo(const char *name) const { return panel()->findChild<QComboBox *>(QLatin1String(name)); }
    QAction *action(const char *name) const { return panel()->findChild<QAction *>(QLatin1String(name)); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLogPanel::initTestCase()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
}

void TestLogPanel::init()
{
    failOnWarnings();
    filterEdit()->clear();
    combo("entityCombo")->setCurrentIndex(0);
    combo("verdictCombo")->setCurrentIndex(0);
}

void TestLogPanel::filterByText()
{
    QCOMPARE(lines(), 31);
    QTest::keyClick(m_fixture->window.get(), Qt::Key_4, Qt::ControlModifier);
    QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(m_fixture->window->focusWidget(), filterEdit());
    QTest::keyClicks(filterEdit(), QStringLiteral("quantity must"));
    QCOMPARE(lines(), 3);
    QTest::keyClicks(filterEdit(), QStringLiteral(" not at all"));
    QCOMPARE(lines(), 0);
    QVERIFY(panel()->findChild<EmptyState *>()->isVisible());
}

void TestLogPanel::filterByEntityAndOutcome()
{
    combo("entityCombo")->setCurrentIndex(combo("entityCombo")->findText(QStringLiteral("Orders")));
    QCOMPARE(lines(), 11); // with the run's heading
    combo("verdictCombo")->setCurrentIndex(combo("verdictCombo")->findText(QStringLiteral("Rejected")));
    QCOMPARE(lines(), 4);
    QVERIFY(panel()
                ->findChild<QLabel *>(QStringLiteral("countLabel"))
                ->text()
                .contains(QStringLiteral("4 of 31")));
}

void TestLogPanel::followsUntilScrolledUp()
{
    QScrollBar *bar = m_fixture->logView()->verticalScrollBar();
    QVERIFY(panel()->isFollowing());
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    QVERIFY(!panel()->isFollowing());
    QVERIFY(!action("actionFollow")->isChecked());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QCOMPARE(bar->value(), 0);
    bar->triggerAction(QAbstractSlider::SliderToMaximum);
    QVERIFY(panel()->isFollowing());
    bar->triggerAction(QAbstractSlider::SliderToMinimum);
    action("actionFollow")->trigger();
    QCOMPARE(bar->value(), bar->maximum());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(bar->value(), bar->maximum());
}

void TestLogPanel::copiesWhatIsSelected()
{
    filterEdit()->setText(QStringLiteral("Price cannot be negative"));
    m_fixture->logView()->selectRow(0);
    m_fixture->logView()->setFocus();
    QTest::keyClick(m_fixture->logView(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.contains(QStringLiteral("\tProducts\t10\tRejected\tPrice cannot be negative")));
    QVERIFY(!text.contains(u'\n'));
}

void TestLogPanel::saves()
{
    filterEdit()->setText(QStringLiteral("Name is required"));
    m_fixture->dialogs.next = m_fixture->file("log.txt");
    action("actionSave")->trigger();
    QTRY_VERIFY(QFile::exists(m_fixture->file("log.txt"))); // as a whole or not at all
    QFile file(m_fixture->file("log.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QCOMPARE(text.count('\n') + 1, lines());
    QVERIFY(text.contains("Name is required and cannot be empty"));
}

void TestLogPanel::saveThatFailsIsTold()
{
    m_fixture->dialogs.next = m_fixture->file("no such folder/log.txt");
    action("actionSave")->trigger();
    QTRY_VERIFY(m_fixture->infoBar()->isVisible());
    QVERIFY(m_fixture->infoBar()->text().contains(QStringLiteral("log.txt")));
}

void TestLogPanel::clears()
{
    action("actionClear")->trigger();
    QCOMPARE(lines(), 0);
    QVERIFY(!action("actionSave")->isEnabled());
}

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
