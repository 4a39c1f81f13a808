// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/loadhistorydialog.h"
#include "gui/loadpanel.h"
#include "gui/loadsheet.h"
#include "gui/menddialog.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

using namespace Weir;

class TestLoading : public QObject
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
    void rejectsAreShown();
    void groupShowsItsLines();
    void reportIsExported_data();
    void reportIsExported();
    void knownFileIsAsked();
    void pauseAndResume();
    void cancelAndResume();
    void mendAndLoadOnlyThese();
    void undoAndForget();
    void loadAndRunExclude();
    void quitDuringLoadAsks();

private:
    QString write(const char *name, const QByteArray &bytes) const;
    QString manyUsers(int rows) const;
    void drop(const QStringList &paths) const;
    LoadSheet *sheet() const { return m_fixture->window->findChild<LoadSheet *>(); }
    LoadPresenter &loads() const { return m_fixture->window->loads(); }
    template<typename T>
    T *of(QWidget *parent, const char *name) const
    {
        return parent->findChild<T *>(QLatin1String(name));
    }
    QPushButton *button(QWidget *parent, const char *name) const { return of<QPushButton>(parent, name); }
    bool openSheetWith(const QStringList &paths) const;
    bool load(const QStringList &paths) const;

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestLoading::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
}

void TestLoading::cleanup()
{
    m_fixture.reset();
}

QString TestLoading::write(const char *name, const QByteArray &bytes) const
{
    QFile file(m_fixture->file(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

QString TestLoading::manyUsers(int rows) const
{
    QByteArray bytes("name,email\n");
    for (int i = 0; i < rows; ++i)
        bytes += "User " + QByteArray::number(i) + ",u" + QByteArray::number(i) + "@example.com\n";
    return write("users.csv", bytes);
}

void TestLoading::drop(const QStringList &paths) const
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window.get(), &event);
}

bool TestLoading::openSheetWith(const QStringList &paths) const
{
    drop(paths);
    return QTest::qWaitFor([this] {
        const LoadSheet *shown = sheet();
        if (!shown)
            return false;
        const LoadDraft &draft = sheet()->draft();
        for (int row = 0; row < draft.rowCount(); ++row) {
            if (draft.file(row).inspecting)
                return false;
        }
        return draft.rowCount() > 0;
    });
}

bool TestLoading::load(const QStringList &paths) const
{
    if (!openSheetWith(paths))
        return false;
    QSignalSpy completed(&loads(), &LoadPresenter::completed);
    button(sheet(), "loadButton")->click();
    return QTest::qWaitFor([&] { return completed.count() == 1; }, 20000)
        && QTest::qWaitFor([this] { return !sheet(); });
}

void TestLoading::dropOpensTheSheet()
{
    QVERIFY(openSheetWith({write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n")}));
    QVERIFY(sheet()->isVisible());
    QVERIFY(of<QLabel>(sheet(), "previewLabel")->text().contains(QStringLiteral("1 would be rejected")));
    QVERIFY(!of<QLabel>(sheet(), "evidenceLabel")->text().isEmpty());
    QVERIFY(of<QLabel>(sheet(), "databaseLabel")->text().contains(QStringLiteral("users.db")));
    QVERIFY(of<QLabel>(sheet(), "statusLabel")->text().contains(QStringLiteral("About 2 rows")));
    QVERIFY(button(sheet(), "loadButton")->isEnabled());
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
    QTRY_VERIFY(!sheet());
}

void TestLoading::dropOfSeveralFilesLoadsAll()
{
    QVERIFY(load({write("users.csv", "name,email\nAlice,a@example.com\n"),
                  write("products.tsv", "name\tprice\nTea\t3.5\nBad\t-1\n"),
                  write("o.csv", "user_id;product_id;quantity\n1;1;2\n1;1;3\n")}));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 1, 2));
    const auto *files = of<QTableView>(m_fixture->part<LoadPanel>(), "filesView");
    QCOMPARE(files->model()->rowCount(), 3);
    QVERIFY(loads().result()->accounted());
    QVERIFY(m_fixture->find<QWidget>("loadDock")->isVisible());
}

void TestLoading::menuAsksForFiles()
{
    m_fixture->dialogs.next = write("users.csv", "name,email\nAlice,a@example.com\n") + u'\n'
        + write("products.csv", "name,price\nTea,3\n");
    m_fixture->trigger("actionLoad");
    QVERIFY(sheet());
    QCOMPARE(m_fixture->dialogs.questions, 1);
    QCOMPARE(sheet()->draft().rowCount(), 2);
    button(sheet(), "removeButton")->click();
    QCOMPARE(sheet()->draft().rowCount(), 1);
    m_fixture->dialogs.next.clear();
    button(sheet(), "addButton")->click();
    QCOMPARE(sheet()->draft().rowCount(), 1);
    button(sheet(), "removeButton")->click();
    QVERIFY(!button(sheet(), "removeButton")->isEnabled());
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
    QTest::keyClick(sheet(), Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
}

void TestLoading::loadButtonSaysWhyNot()
{
    QVERIFY(openSheetWith({write("users.csv", "name,email,phone\nAlice,a@example.com,1\n")}));
    const auto *status = of<QLabel>(sheet(), "statusLabel");
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
    QVERIFY(status->text().contains(QStringLiteral("phone")));
    of<QComboBox>(sheet(), "extraCombo")->setCurrentIndex(1);
    QVERIFY(button(sheet(), "loadButton")->isEnabled());
    of<QComboBox>(sheet(), "extraCombo")->setCurrentIndex(0);
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
}

void TestLoading::mappingIsChosen()
{
    QVERIFY(openSheetWith({write("users.csv", "who,email\nAlice,a@example.com\n")}));
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
    auto *view = of<QTableView>(sheet(), "mappingView");
    const QModelIndex field = view->model()->index(0, 2);
    view->setCurrentIndex(field);
    view->edit(field);
    auto *combo = view->viewport()->findChild<QComboBox *>();
    QVERIFY(combo);
    QTest::keyClick(combo, Qt::Key_Down);
    QTest::keyClick(combo, Qt::Key_Down); // not loaded, ID, Name
    QTest::keyClick(combo, Qt::Key_Return);
    QTRY_COMPARE(field.data().toString(), QStringLiteral("Name"));
    QTRY_VERIFY(button(sheet(), "loadButton")->isEnabled());
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
}

void TestLoading::formatIsChosen()
{
    QVERIFY(openSheetWith({write("users.csv", "Alice,a@example.com\nBob,b@example.com\n")}));
    auto *header = of<QCheckBox>(sheet(), "headerCheck");
    QVERIFY(!header->isChecked());
    header->setChecked(true);
    QTRY_VERIFY(!sheet()->draft().file(0).inspecting);
    QVERIFY(sheet()->draft().plan().files.at(0).format.header);
    QTRY_VERIFY(!button(sheet(), "loadButton")->isEnabled()); // no such fields
    header->setChecked(false);
    auto *delimiter = of<QComboBox>(sheet(), "delimiterCombo");
    delimiter->setCurrentIndex(delimiter->findData(int(';')));
    QTRY_VERIFY(!sheet()->draft().file(0).inspecting);
    QCOMPARE(sheet()->draft().plan().files.at(0).format.delimiter, ';');
    button(sheet(), "detectButton")->click();
    QTRY_COMPARE(sheet()->draft().plan().files.at(0).format.delimiter, ',');
    auto *entity = of<QComboBox>(sheet(), "entityCombo");
    entity->setCurrentIndex(entity->findData(0));
    QTRY_VERIFY(button(sheet(), "loadButton")->isEnabled());
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(2, 0, 0));
}

void TestLoading::optionsReachThePlan()
{
    QVERIFY(openSheetWith({write("users.csv", "name,email\nAlice,a@example.com\n")}));
    auto *policy = of<QComboBox>(sheet(), "policyCombo");
    auto *maximum = of<QSpinBox>(sheet(), "maximumSpin");
    QVERIFY(!maximum->isEnabled());
    policy->setCurrentIndex(1);
    QVERIFY(maximum->isEnabled());
    maximum->setValue(7);
    of<QDoubleSpinBox>(sheet(), "percentSpin")->setValue(2.5);
    of<QComboBox>(sheet(), "missingCombo")->setCurrentIndex(1);
    of<QComboBox>(sheet(), "raggedCombo")->setCurrentIndex(1);
    m_fixture->dialogs.next = m_fixture->directory.path();
    button(sheet(), "directoryButton")->click();
    of<QCheckBox>(sheet(), "undoCheck")->setChecked(false);
    of<QSpinBox>(sheet(), "batchSpin")->setValue(100);
    of<QSpinBox>(sheet(), "workersSpin")->setValue(3);
    const LoadSettings settings = sheet()->draft().plan().settings;
    QCOMPARE(settings.policy, LoadSettings::Policy::StopAfter);
    QCOMPARE(settings.maximumRejected, 7);
    QCOMPARE(settings.maximumPercent, 2.5);
    QCOMPARE(settings.missing, ColumnMapping::Missing::Blank);
    QCOMPARE(settings.ragged, ColumnMapping::Ragged::Fill);
    QCOMPARE(settings.rejectDirectory, m_fixture->directory.path());
    QVERIFY(!settings.keepUndo);
    QCOMPARE(settings.batchRows, 100);
    QCOMPARE(settings.workers, 3);
}

void TestLoading::rejectsAreShown()
{
    QVERIFY(load({write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n,c@example.com\nx\n")}));
    auto *panel = m_fixture->part<LoadPanel>();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
    const QAbstractItemModel &reasons = *of<QTableView>(panel, "reasonsView")->model();
    QCOMPARE(reasons.rowCount(), 3);
    QCOMPARE(of<QTableView>(panel, "groupsView")->model()->rowCount(), 3);
    auto *filter = of<QLineEdit>(panel, "filterEdit");
    filter->setText(QStringLiteral("bob"));
    QCOMPARE(reasons.rowCount(), 1);
    QVERIFY(of<QLabel>(panel, "countLabel")->text().contains(QStringLiteral("1 of 3")));
    QVERIFY(of<QToolButton>(panel, "mendButton")->isEnabled());
    QVERIFY(QFile::exists(loads().result()->files.at(0).rejectedFile));
    QVERIFY(!of<QToolButton>(panel, "pauseButton")->isVisible());
}

void TestLoading::groupShowsItsLines()
{
    QVERIFY(load({write("users.csv", "name,email\nA,a\nB,b\n,c@example.com\n")}));
    auto *panel = m_fixture->part<LoadPanel>();
    auto *groups = of<QTableView>(panel, "groupsView");
    of<QTabWidget>(panel, "tabs")->setCurrentIndex(1);
    QVERIFY(groups->isVisible());
    groups->setCurrentIndex(groups->model()->index(0, 0));
    QTest::keyClick(groups, Qt::Key_Return);
    const auto *reasons = of<QTableView>(panel, "reasonsView");
    QVERIFY(reasons->isVisible());
    QCOMPARE(reasons->model()->rowCount(), 2); // the bad addresses
}

void TestLoading::reportIsExported_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("HTML") << QStringLiteral("r.html") << QByteArray("<!");
    QTest::newRow("JSON") << QStringLiteral("r.json") << QByteArray("{");
    QTest::newRow("CSV") << QStringLiteral("r.csv") << QByteArray("file,");
}

void TestLoading::reportIsExported()
{
    QFETCH(QString, name);
    QVERIFY(load({write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n")}));
    m_fixture->dialogs.next = m_fixture->directory.filePath(name);
    of<QToolButton>(m_fixture->part<LoadPanel>(), "exportButton")->click();
    QFile file(m_fixture->dialogs.next);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QFETCH(QByteArray, begin);
    QVERIFY2(text.startsWith(begin), text.left(80).constData());
    QVERIFY(text.contains("email"));
    m_fixture->dialogs.next = QStringLiteral("/nowhere/") + name;
    of<QToolButton>(m_fixture->part<LoadPanel>(), "exportButton")->click();
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
}

void TestLoading::knownFileIsAsked()
{
    const QString path = write("users.csv", "name,email\nAlice,a@example.com\n");
    QVERIFY(load({path}));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
    QVERIFY(openSheetWith({path}));
    auto *question = of<QFrame>(sheet(), "infoBar");
    QVERIFY(!question->isVisible());
    button(sheet(), "loadButton")->click();
    QTRY_VERIFY(question->isVisible());
    QVERIFY(of<QLabel>(sheet(), "knownLabel")->text().contains(QStringLiteral("users.csv")));
    QVERIFY(!button(sheet(), "resumeButton")->isVisible()); // it was finished
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
    button(sheet(), "keepOutButton")->click();
    QVERIFY(!question->isVisible() && sheet()->isVisible());
    button(sheet(), "loadButton")->click();
    QTRY_VERIFY(question->isVisible());
    QSignalSpy completed(&loads(), &LoadPresenter::completed);
    button(sheet(), "againButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QTRY_COMPARE(m_fixture->tableTitles(), titles(2, 0, 0));
}

void TestLoading::pauseAndResume()
{
    QVERIFY(openSheetWith({manyUsers(60000)}));
    of<QSpinBox>(sheet(), "batchSpin")->setValue(500);
    QSignalSpy completed(&loads(), &LoadPresenter::completed);
    QSignalSpy started(&loads(), &LoadPresenter::started);
    connect(&loads(), &LoadPresenter::started, &loads(), [this] { loads().setPaused(true); });
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(loads().state(), LoadPresenter::State::Paused);
    auto *panel = m_fixture->part<LoadPanel>();
    QVERIFY(of<QToolButton>(panel, "pauseButton")->isChecked());
    QCOMPARE(of<QLabel>(panel, "titleLabel")->text(), QStringLiteral("Paused"));
    QCOMPARE(completed.count(), 0);
    of<QToolButton>(panel, "pauseButton")->click();
    QCOMPARE(loads().state(), LoadPresenter::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20000);
    QTRY_COMPARE(m_fixture->table(0)->title(), QStringLiteral("users.db (60,000)"));
}

void TestLoading::cancelAndResume()
{
    QVERIFY(openSheetWith({manyUsers(60000)}));
    of<QSpinBox>(sheet(), "batchSpin")->setValue(500);
    QSignalSpy completed(&loads(), &LoadPresenter::completed);
    // As soon as something is committed.
    connect(&loads(), &LoadPresenter::progressed, &loads(), [this] {
        if (loads().progressModel().total().counts.inserted > 0)
            loads().stop();
    });
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20000);
    disconnect(&loads(), &LoadPresenter::progressed, &loads(), nullptr);
    QVERIFY(loads().result()->accounted());
    auto *panel = m_fixture->part<LoadPanel>();
    if (loads().result()->cancelled) { // a fast machine may have been done
        QVERIFY(of<QToolButton>(panel, "resumeButton")->isVisible());
        of<QToolButton>(panel, "resumeButton")->click();
        QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 2, 20000);
    }
    QTRY_COMPARE(m_fixture->table(0)->title(), QStringLiteral("users.db (60,000)"));
    QVERIFY(!of<QToolButton>(panel, "resumeButton")->isVisible());
}

void TestLoading::mendAndLoadOnlyThese()
{
    QVERIFY(
        load({write("users.csv", "name,email\nAlice,a@example.com\nBob,bob\n\"C\"x,c@example.com\nD,d\n")}));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(1, 0, 0));
    of<QToolButton>(m_fixture->part<LoadPanel>(), "mendButton")->click();
    auto *dialog = m_fixture->part<MendDialog>();
    QVERIFY(dialog);
    auto *grid = of<QTableView>(dialog, "grid");
    QTRY_COMPARE(grid->model()->rowCount(), 3);
    QCOMPARE(grid->currentIndex(), grid->model()->index(0, 1)); // the first problem
    QVERIFY(!of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    grid->edit(grid->currentIndex());
    auto *editor = grid->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("bob@"));
    QVERIFY(editor->property("invalid").toBool());
    editor->setText(QStringLiteral("bob@example.com"));
    QVERIFY(!editor->property("invalid").toBool());
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(grid->model()->index(0, 1).data().toString(), QStringLiteral("bob@example.com"));
    QTRY_VERIFY(!grid->viewport()->findChild<QLineEdit *>());
    QVERIFY(of<QLabel>(dialog, "reasonLabel")->text().isEmpty());
    button(dialog, "nextButton")->click();
    QCOMPARE(grid->currentIndex().row(), 2);
    button(dialog, "removeButton")->click();
    QCOMPARE(grid->model()->rowCount(), 2);
    QVERIFY(!button(dialog, "nextButton")->isEnabled());
    QSignalSpy completed(&loads(), &LoadPresenter::completed);
    button(dialog, "loadButton")->click();
    QTRY_COMPARE(completed.count(), 1);
    QTRY_COMPARE(m_fixture->tableTitles(), titles(3, 0, 0));
    QCOMPARE(loads().result()->counts().rejected, 0);
    QVERIFY(QFile::exists(m_fixture->file("users.csv.mended.csv"))
            || QFile::exists(m_fixture->file("users.mended.csv")));
    QTRY_VERIFY(!m_fixture->part<MendDialog>());
}

void TestLoading::undoAndForget()
{
    QVERIFY(load({write("users.csv", "name,email\nAlice,a@example.com\nBob,b@example.com\n")}));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(2, 0, 0));
    m_fixture->trigger("actionLoads");
    auto *dialog = m_fixture->part<LoadHistoryDialog>();
    QVERIFY(dialog);
    const auto *view = of<QTableView>(dialog, "view");
    QTRY_COMPARE(view->model()->rowCount(), 1);
    button(dialog, "undoButton")->click();
    QVERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("2 rows")));
    QCOMPARE(m_fixture->tableTitles(), titles(2, 0, 0)); // asked first
    button(dialog, "infoAction")->click();
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
    QTRY_VERIFY(of<QLabel>(dialog, "infoText")->text().contains(QStringLiteral("removed: 2")));
    QTRY_COMPARE(view->model()->index(0, LoadHistoryModel::State).data().toString(),
                 QStringLiteral("Undone"));
    QTRY_VERIFY(button(dialog, "forgetButton")->isEnabled());
    QVERIFY(!button(dialog, "undoButton")->isEnabled());
    button(dialog, "forgetButton")->click();
    button(dialog, "infoAction")->click();
    QTRY_COMPARE(view->model()->rowCount(), 0);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_fixture->part<LoadHistoryDialog>());
}

void TestLoading::loadAndRunExclude()
{
    QVERIFY(openSheetWith({manyUsers(20000)}));
    QSignalSpy loaded(&loads(), &LoadPresenter::completed);
    button(sheet(), "loadButton")->click();
    QTRY_VERIFY(loads().isActive());
    QVERIFY(!m_fixture->action("actionRun")->isEnabled());
    QVERIFY(!m_fixture->action("actionNew")->isEnabled());
    drop({write("products.csv", "name,price\nTea,3\n")});
    QVERIFY(sheet());
    QVERIFY(!button(sheet(), "loadButton")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(loaded.count(), 1, 20000);
    QTRY_VERIFY(button(sheet(), "loadButton")->isEnabled());
    QVERIFY(m_fixture->action("actionRun")->isEnabled());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QTRY_COMPARE(m_fixture->table(0)->title(), QStringLiteral("users.db (20,009)"));
}

void TestLoading::quitDuringLoadAsks()
{
    QVERIFY(openSheetWith({manyUsers(60000)}));
    of<QSpinBox>(sheet(), "batchSpin")->setValue(500);
    connect(&loads(), &LoadPresenter::started, &loads(), [this] { loads().setPaused(true); });
    button(sheet(), "loadButton")->click();
    QTRY_COMPARE(loads().state(), LoadPresenter::State::Paused);
    m_fixture->window->close();
    QVERIFY(m_fixture->window->isVisible());
    auto *box = m_fixture->find<QMessageBox>("stopAndQuitBox");
    QVERIFY(box && box->text().contains(QStringLiteral("load")));
    box->buttons().constFirst()->click();
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->window->isVisible(), 20000);
}

QTEST_MAIN(TestLoading)
#include "tst_loading.moc"
