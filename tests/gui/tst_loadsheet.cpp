// SPDX-License-Identifier: GPL-3.0-or-later
#include "loadwindow.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHeaderView>

using namespace Weir;

class TestLoadSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void dropOpensTheSheet();
    void dropOfSeveralFilesLoadsAll();
    void menuAsksForFiles();
    void loadButtonSaysWhyNot();
    void mappingIsChosen();
    void formatIsChosen();
    void optionsReachThePlan();
    void knownFileIsAsked();
    void answerOfADroppedQuestionIsIgnored();
    void optionsAreKept();
    void busySheetStays();
    void dropOnTheSheet();

private:
    std::unique_ptr<LoadWindow> m_window;
};

void TestLoadSheet::init()
{
    failOnWarnings();
    m_window = std::make_unique<LoadWindow>();
    QVERIFY(m_window->show());
}

void TestLoadSheet::cleanup()
{
    m_window.reset();
}

void TestLoadSheet::dropOpensTheSheet()
{
    QVERIFY(m_window->openSheetWith(
        {m_window->write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n")}));
    QVERIFY(m_window->sheet()->isVisible());
    QVERIFY(of<QLabel>(m_window->sheet(), "previewLabel")
                ->text()
                .contains(QStringLiteral("1 would be rejected")));
    QVERIFY(!of<QLabel>(m_window->sheet(), "evidenceLabel")->text().isEmpty());
    QVERIFY(of<QLabel>(m_window->sheet(), "databaseLabel")->text().contains(QStringLiteral("users.db")));
    QVERIFY(of<QLabel>(m_window->sheet(), "statusLabel")->text().contains(QStringLiteral("About 2 rows")));
    QVERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    button(m_window->sheet(), "loadButton")->click();
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
    QTRY_VERIFY(!m_window->sheet());
}

void TestLoadSheet::dropOfSeveralFilesLoadsAll()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nAlice,a@example.com\n"),
                            m_window->write("products.tsv", "name\tprice\nTea\t3.5\nBad\t-1\n"),
                            m_window->write("o.csv", "user_id;product_id;quantity\n1;1;2\n1;1;3\n")}));
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 1, 2));
    const auto *files = of<QTableView>(m_window->part<LoadPanel>(), "filesView");
    QCOMPARE(files->model()->rowCount(), 3);
    QVERIFY(m_window->loads().result()->accounted());
    QVERIFY(m_window->find<QWidget>("loadDock")->isVisible());
}

void TestLoadSheet::menuAsksForFiles()
{
    m_window->dialogs.next = m_window->write("users.csv", "name,email\nAlice,a@example.com\n") + u'\n'
        + m_window->write("products.csv", "name,price\nTea,3\n");
    m_window->trigger("actionLoad");
    QVERIFY(m_window->sheet());
    QCOMPARE(m_window->dialogs.questions, 1);
    QCOMPARE(m_window->sheet()->draft().rowCount(), 2);
    button(m_window->sheet(), "removeButton")->click();
    QCOMPARE(m_window->sheet()->draft().rowCount(), 1);
    m_window->dialogs.next.clear();
    button(m_window->sheet(), "addButton")->click();
    QCOMPARE(m_window->sheet()->draft().rowCount(), 1);
    button(m_window->sheet(), "removeButton")->click();
    QVERIFY(!button(m_window->sheet(), "removeButton")->isEnabled());
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    QTest::keyClick(m_window->sheet(), Qt::Key_Escape);
    QTRY_VERIFY(!m_window->sheet());
}

void TestLoadSheet::loadButtonSaysWhyNot()
{
    QVERIFY(
        m_window->openSheetWith({m_window->write("users.csv", "name,email,phone\nAlice,a@example.com,1\n")}));
    const auto *status = of<QLabel>(m_window->sheet(), "statusLabel");
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    QVERIFY(status->text().contains(QStringLiteral("phone")));
    of<QComboBox>(m_window->sheet(), "extraCombo")->setCurrentIndex(1);
    QVERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    of<QComboBox>(m_window->sheet(), "extraCombo")->setCurrentIndex(0);
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
}

void TestLoadSheet::mappingIsChosen()
{
    QVERIFY(m_window->openSheetWith({m_window->write("users.csv", "who,email\nAlice,a@example.com\n")}));
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    auto *view = of<QTableView>(m_window->sheet(), "mappingView");
    const QModelIndex field = view->model()->index(0, 2);
    view->setCurrentIndex(field);
    view->edit(field);
    auto *combo = view->viewport()->findChild<QComboBox *>();
    QVERIFY(combo);
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down); // not loaded, ID, Name
    QTest::keyClick(combo, Qt::Key_Return);
    QTRY_COMPARE(field.data().toString(), QStringLiteral("Name"));
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    button(m_window->sheet(), "loadButton")->click();
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
}

void TestLoadSheet::formatIsChosen()
{
    QVERIFY(
        m_window->openSheetWith({m_window->write("users.csv", "Alice,a@example.com\nBob,b@example.com\n")}));
    auto *header = of<QCheckBox>(m_window->sheet(), "headerCheck");
    QVERIFY(!header->isChecked());
    header->setChecked(true);
    QTRY_VERIFY(!m_window->sheet()->draft().file(0).inspecting);
    QVERIFY(m_window->sheet()->draft().plan().files.at(0).format.header);
    QTRY_VERIFY(!button(m_window->sheet(), "loadButton")->isEnabled()); // no such fields
    header->setChecked(false);                                          // and on at once
    QVERIFY(!header->isChecked());
    auto *delimiter = of<QComboBox>(m_window->sheet(), "delimiterCombo");
    delimiter->setCurrentIndex(delimiter->findData(int(';')));
    QTRY_VERIFY(!m_window->sheet()->draft().file(0).inspecting);
    QCOMPARE(m_window->sheet()->draft().plan().files.at(0).format.delimiter, ';');
    QVERIFY(!m_window->sheet()->draft().plan().files.at(0).format.header);
    QVERIFY(!header->isChecked());
    QCOMPARE(delimiter->currentData().toInt(), int(';'));
    button(m_window->sheet(), "detectButton")->click();
    QTRY_COMPARE(m_window->sheet()->draft().plan().files.at(0).format.delimiter, ',');
    auto *entity = of<QComboBox>(m_window->sheet(), "entityCombo");
    entity->setCurrentIndex(entity->findData(0));
    QTRY_VERIFY(button(m_window->sheet(), "loadButton")->isEnabled());
    button(m_window->sheet(), "loadButton")->click();
    QTRY_COMPARE(m_window->tableTitles(), titles(2, 0, 0));
}

void TestLoadSheet::optionsReachThePlan()
{
    QVERIFY(m_window->openSheetWith({m_window->write("users.csv", "name,email\nAlice,a@example.com\n")}));
    auto *policy = of<QComboBox>(m_window->sheet(), "policyCombo");
    auto *maximum = of<QSpinBox>(m_window->sheet(), "maximumSpin");
    QVERIFY(!maximum->isEnabled());
    policy->setCurrentIndex(1);
    QVERIFY(maximum->isEnabled());
    maximum->setValue(7);
    of<QDoubleSpinBox>(m_window->sheet(), "percentSpin")->setValue(2.5);
    of<QComboBox>(m_window->sheet(), "missingCombo")->setCurrentIndex(1);
    of<QComboBox>(m_window->sheet(), "raggedCombo")->setCurrentIndex(1);
    m_window->dialogs.next = m_window->directory.path();
    button(m_window->sheet(), "directoryButton")->click();
    of<QCheckBox>(m_window->sheet(), "undoCheck")->setChecked(false);
    of<QSpinBox>(m_window->sheet(), "batchSpin")->setValue(100);
    of<QSpinBox>(m_window->sheet(), "workersSpin")->setValue(3);
    const LoadSettings settings = m_window->sheet()->draft().plan().settings;
    QCOMPARE(settings.policy, LoadSettings::Policy::StopAfter);
    QCOMPARE(settings.maximumRejected, 7);
    QCOMPARE(settings.maximumPercent, 2.5);
    QCOMPARE(settings.missing, ColumnMapping::Missing::Blank);
    QCOMPARE(settings.ragged, ColumnMapping::Ragged::Fill);
    QCOMPARE(settings.rejectDirectory, m_window->directory.path());
    QVERIFY(!settings.keepUndo);
    QCOMPARE(settings.batchRows, 100);
    QCOMPARE(settings.workers, 3);
}

void TestLoadSheet::knownFileIsAsked()
{
    const QString path = m_window->write("users.csv", "name,email\nAlice,a@example.com\n");
    QVERIFY(m_window->load({path}));
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 0, 0));
    QVERIFY(m_window->openSheetWith({path}));
    auto *question = of<QFrame>(m_window->sheet(), "infoBar");
    QVERIFY(!question->isVisible());
    button(m_window->sheet(), "loadButton")->click();
    QTRY_VERIFY(question->isVisible());
    QVERIFY(of<QLabel>(m_window->sheet(), "knownLabel")->text().contains(QStringLiteral("users.csv")));
    QVERIFY(!button(m_window->sheet(), "resumeButton")->isVisible()); // it was finished
    QVERIFY(!button(m_window->sheet(), "loadButton")->isEnabled());
    button(m_window->sheet(), "keepOutButton")->click();
    QVERIFY(!question->isVisible() && m_window->sheet()->isVisible());
    button(m_window->sheet(), "loadButton")->click();
    QTRY_VERIFY(question->isVisible());
    QSignalSpy completed(&m_window->loads(), &LoadPresenter::completed);
    button(m_window->sheet(), "againButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QTRY_COMPARE(m_window->tableTitles(), titles(2, 0, 0));
}

// It was under way, so it answers all the same: as if the file were not known, or with an error.
void TestLoadSheet::answerOfADroppedQuestionIsIgnored()
{
    const QString path = m_window->manyUsers(100000);
    QVERIFY(m_window->load({path}));
    QVERIFY(m_window->openSheetWith({path}));
    LoadSheet *sheet = m_window->sheet();
    QSignalSpy begun(&m_window->loads(), &LoadPresenter::begun);
    QSignalSpy dropped(sheet, &LoadSheet::knownDropped);
    const Executor &executor = m_window->window->executor();
    QTRY_VERIFY(!executor.isBusy(QStringLiteral("writers"))
                && !executor.isBusy(m_window->database("users.db"))); // so it begins at once
    button(sheet, "loadButton")->click();
    of<QSpinBox>(sheet, "batchSpin")->setValue(501);
    QCOMPARE(dropped.count(), 1);
    button(sheet, "loadButton")->click();
    QTRY_VERIFY(of<QFrame>(sheet, "infoBar")->isVisible());
    QCOMPARE(begun.count(), 0);
    QVERIFY(of<QLabel>(sheet, "knownLabel")->text().contains(QStringLiteral("100,000")));
}

void TestLoadSheet::optionsAreKept()
{
    QVERIFY(m_window->openSheetWith({m_window->write("users.csv", "name,email,x\nAlice,a@example.com,1\n")}));
    of<QComboBox>(m_window->sheet(), "extraCombo")->setCurrentIndex(1);
    of<QSpinBox>(m_window->sheet(), "batchSpin")->setValue(500);
    of<QLineEdit>(m_window->sheet(), "directoryEdit")->setText(m_window->directory.path());
    QVERIFY(m_window->loadSheet());
    QVERIFY(m_window->openSheetWith({m_window->write("more.csv", "name,email,x\nBob,b@example.com,1\n")}));
    const LoadSettings settings = m_window->sheet()->draft().settings();
    QCOMPARE(settings.extra, ColumnMapping::Extra::Ignore);
    QCOMPARE(settings.batchRows, 500);
    QCOMPARE(settings.rejectDirectory, m_window->directory.path());
    QCOMPARE(of<QSpinBox>(m_window->sheet(), "batchSpin")->value(), 500);
    QVERIFY(m_window->loadSheet());
    QTRY_COMPARE(m_window->tableTitles(), titles(2, 0, 0));
}

// What cannot be loaded now must not vanish with the sheet.
void TestLoadSheet::busySheetStays()
{
    QVERIFY(m_window->load({m_window->write("users.csv", "name,email\nAlice,a@example.com\n")}));
    const LoadPlan earlier = m_window->loads().plan();
    QVERIFY(m_window->openSheetWith({m_window->write("products.csv", "name,price\nTea,3\n")}));
    LoadSheet *sheet = m_window->sheet();
    const DatabaseLock lock(m_window->database("users.db"));
    QVERIFY(lock.isHeld());
    button(sheet, "loadButton")->click(); // asks whether the file is known
    LoadPlan again = earlier;
    again.settings.known = LoadSettings::Known::Again;
    QVERIFY(m_window->loads().load(again)); // gets in between
    QVERIFY(!m_window->loads().load(again));
    sheet->showKnown({std::nullopt});
    QVERIFY(sheet->isVisible());
    QVERIFY(!button(sheet, "loadButton")->isEnabled());
    QVERIFY(of<QLabel>(sheet, "statusLabel")->text().contains(QStringLiteral("under way")));
    m_window->loads().stop();
    QTRY_COMPARE(m_window->loads().state(), LoadPresenter::State::Idle);
    QTRY_VERIFY(button(sheet, "loadButton")->isEnabled());
    QVERIFY(m_window->loadSheet());
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 1, 0));
}

void TestLoadSheet::dropOnTheSheet()
{
    QVERIFY(m_window->openSheetWith({m_window->write("users.csv", "name,email\nAlice,a@example.com\n")}));
    drop(m_window->sheet(), {m_window->write("products.csv", "name,price\nTea,3\n")});
    QCOMPARE(m_window->sheet()->draft().rowCount(), 2);
    QTRY_VERIFY(m_window->isRead());
    QVERIFY(m_window->loadSheet());
    QTRY_COMPARE(m_window->tableTitles(), titles(1, 1, 0));
}

QTEST_MAIN(TestLoadSheet)
#include "tst_loadsheet.moc"
