// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "gui/services/outsidefiles.h"
#include "windowfixture.h"

#include <QDir>
#include <QFileInfo>

using namespace Weir;

/// Projects whose database files lie elsewhere.
class TestOutsideFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsOutside_data();
    void whatIsOutside();
    void ownFolderIsNotAskedAbout();
    void notNow();
    void nothingIsMadeBeforeTheFirstProjectIsRead();
    void refused_data();
    void refused();
    void allowedAndRemembered();
    void changedProjectAsksAgain();
    void copiedProjectAsksAgain();
    void escapeIsNotNow();
    void aTablesPageOffersIt();
    void anotherProjectDropsTheQuestion();
    void savedProjectsOfThisWindowAreNotAskedAbout();
    void longAndHostileNames();

private:
    /// A project whose orders lie in `orders`.
    QString project(const char *name, const QString &orders) const
    {
        Project project = ProjectFile::sample();
        project.databases[2].sqlite().file = orders;
        QDir().mkpath(QFileInfo(m_fixture->file(name)).path());
        const QString path = m_fixture->file(name);
        return ProjectFile::save(project, path) ? path : QString();
    }
    QString outside(const char *name = "elsewhere/orders.db") const { return m_fixture->file(name); }
    bool isAsking() const { return question() && question()->isVisible(); }
    QMessageBox *question() const { return m_fixture->find<QMessageBox>("outsideFilesBox"); }
    void answer(const QString &text) const
    {
        for (QAbstractButton *button : question()->buttons()) {
            if (button->text().remove(u'&') == text)
                button->click();
        }
    }
    QStringList made() const
    {
        return QDir(m_fixture->file("elsewhere"))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    }
    bool showsTables() const
    {
        return m_fixture->part<TableWorkspace>()->currentWidget()
            != m_fixture->find<EmptyState>("withheldState");
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestOutsideFiles::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QDir().mkpath(m_fixture->file("elsewhere")));
    QVERIFY(m_fixture->show());
}

void TestOutsideFiles::cleanup()
{
    m_fixture.reset();
}

void TestOutsideFiles::whatIsOutside_data()
{
    QTest::addColumn<QString>("file"); // %1: the directory of all
    QTest::addColumn<QString>("found");
    const auto row = [](const char *name, const char *file, const char *found) {
        QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(found);
    };
    row("in the data directory", "o.db", "");
    row("below the data directory", "sub/o.db", "");
    row("in the project's folder", "%1/mine/o.db", "");
    row("below the project's folder", "%1/mine/a/b/o.db", "");
    row("elsewhere", "%1/elsewhere/o.db", "%1/elsewhere/o.db");
    row("up from the data directory", "../elsewhere/o.db", "%1/elsewhere/o.db");
    row("up from a folder that is not there", "%1/mine/none/../../elsewhere/o.db", "%1/elsewhere/o.db");
    row("a name that only begins alike", "%1/mine2/o.db", "%1/mine2/o.db");
    row("a link to a folder elsewhere", "%1/mine/link/o.db", "%1/elsewhere/o.db");
    row("a link to a file elsewhere", "%1/mine/there.db", "%1/elsewhere/there.db");
    row("a link to nothing", "%1/mine/dangling.db", "%1/elsewhere/nothing.db");
    row("a link from the data directory", "linked.db", "%1/elsewhere/nothing.db");
    row("below a link to nothing", "%1/mine/nowhere/o.db", "%1/elsewhere/none/o.db");
    row("a link that stays inside", "%1/mine/inside.db", "");
    row("a link of the same folder", "%1/mine/near.db", "");
    row("a link beside its folder, upwards", "%1/mine/up.db", "%1/elsewhere/there.db");
    row("up from behind a link", "%1/mine/link/../o.db", "%1/elsewhere/../o.db");
    row("a link in a circle", "%1/mine/circle.db", "");
    // What lies elsewhere is not looked at before it is allowed.
    row("a link elsewhere", "%1/elsewhere/back/o.db", "%1/elsewhere/back/o.db");
    row("up from elsewhere", "%1/elsewhere/back/../mine/o.db", "%1/elsewhere/back/../mine/o.db");
    row("the folder under another name", "%1/alias/o.db", "");
}

void TestOutsideFiles::whatIsOutside()
{
    QFETCH(QString, file);
    QFETCH(QString, found);
    const QString all = QFileInfo(m_fixture->directory.path()).canonicalFilePath();
    const QDir directory(all);
    for (const char *name : {"mine", "mine2", "data"})
        QVERIFY(directory.mkpath(QLatin1String(name)));
    QFile there(directory.filePath(QStringLiteral("elsewhere/there.db")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    const auto link = [&directory](const char *target, const char *name) {
        return QFile::link(directory.filePath(QLatin1String(target)),
                           directory.filePath(QLatin1String(name)));
    };
    QVERIFY(link("elsewhere", "mine/link"));
    QVERIFY(link("elsewhere/there.db", "mine/there.db"));
    QVERIFY(link("elsewhere/nothing.db", "mine/dangling.db"));
    QVERIFY(link("elsewhere/nothing.db", "data/linked.db"));
    QVERIFY(link("elsewhere/none", "mine/nowhere"));
    QVERIFY(link("mine/real.db", "mine/inside.db"));
    QVERIFY(link("mine/circle.db", "mine/circle.db"));
    QVERIFY(link("mine", "elsewhere/back"));
    QVERIFY(link("mine", "alias"));
    QVERIFY(QFile::link(QStringLiteral("real.db"), directory.filePath(QStringLiteral("mine/near.db"))));
    QVERIFY(QFile::link(QStringLiteral("../elsewhere/there.db"),
                        directory.filePath(QStringLiteral("mine/up.db"))));
    Project project = ProjectFile::sample();
    project.databases[0].sqlite().file = file.contains(u'%') ? file.arg(all) : file;
    const QString expected = found.contains(u'%') ? found.arg(all) : found;
    const QStringList outside = filesOutside(project, directory.filePath(QStringLiteral("alias/p.weir")),
                                             directory.filePath(QStringLiteral("data")));
    QCOMPARE(outside.join(u'|'), expected);
}

void TestOutsideFiles::ownFolderIsNotAskedAbout()
{
    QVERIFY(m_fixture->open(project("mine/p.weir", m_fixture->file("mine/orders.db"))));
    QVERIFY(!isAsking());
    QVERIFY(showsTables());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QVERIFY(QFileInfo::exists(m_fixture->file("mine/orders.db")));
}

void TestOutsideFiles::notNow()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    QVERIFY(isAsking());
    QVERIFY(question()->informativeText().contains(QStringLiteral("elsewhere/orders.db")));
    QCOMPARE(question()->defaultButton()->text(), QStringLiteral("&Not Now"));
    QCOMPARE(question()->textFormat(), Qt::PlainText);
    QVERIFY(!showsTables());
    QTest::keyClick(question(), Qt::Key_Return);
    QTRY_VERIFY(!isAsking());
    QVERIFY(!showsTables());
    QVERIFY(
        m_fixture->find<EmptyState>("withheldState")->text().contains(QStringLiteral("outside its folder")));
    QCOMPARE(made(), QStringList());

    QVERIFY(m_fixture->open(m_fixture->window->document().path())); // it is asked the next time, too
    QVERIFY(isAsking());
}

// As when the program is started with a project: the sample that the window begins with is not touched.
void TestOutsideFiles::nothingIsMadeBeforeTheFirstProjectIsRead()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(QDir().mkpath(m_fixture->file("elsewhere")));
    const QString path = project("p.weir/p.weir", outside());
    m_fixture->makeWindow();
    QVERIFY(m_fixture->open(path));
    QVERIFY(isAsking());
    QTRY_VERIFY(!m_fixture->window->executor().isBusy(QStringLiteral("writers")));
    QVERIFY(!QFileInfo::exists(m_fixture->dataDirectory()));
    m_fixture->trigger("actionNew");
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
    QVERIFY(QFileInfo::exists(m_fixture->dataDirectory()));
}

void TestOutsideFiles::refused_data()
{
    QTest::addColumn<QString>("action");
    for (const char *name : {"actionRun", "actionLoad", "actionLoads", "actionMigrate", "actionEmpty"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOutsideFiles::refused()
{
    QFETCH(QString, action);
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    answer(QStringLiteral("Not Now"));
    m_fixture->infoBar()->hide();
    QSignalSpy states(&m_fixture->window->presenter(), &RunPresenter::stateChanged);
    m_fixture->trigger(action.toLatin1().constData());
    QVERIFY(m_fixture->infoBar()->isVisible());
    QVERIFY(m_fixture->infoBar()->text().contains(QStringLiteral("outside")));
    QCOMPARE(states.count(), 0);
    QCOMPARE(m_fixture->dialogs.questions, 0);
    for (const QDialog *dialog : m_fixture->window->findChildren<QDialog *>())
        QVERIFY(!dialog->isVisible());
    QCOMPARE(made(), QStringList());
    m_fixture->find<QPushButton>("infoAction")->click();
    QVERIFY(isAsking());
}

void TestOutsideFiles::allowedAndRemembered()
{
    const QString path = project("p.weir/p.weir", outside());
    QStringList shown = titles(9, 9, 7);
    shown[2] = outside() + QStringLiteral(" (7)");
    QVERIFY(m_fixture->open(path));
    answer(QStringLiteral("Open Them"));
    QVERIFY(showsTables());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QVERIFY(QFileInfo::exists(outside()));
    QTRY_COMPARE(m_fixture->tableTitles(), shown);
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->open(path));
    QVERIFY(!isAsking());
    QVERIFY(showsTables());

    QVERIFY(m_fixture->show()); // a window of another day
    QVERIFY(m_fixture->open(path));
    QVERIFY(!isAsking());
    QTRY_COMPARE(m_fixture->tableTitles(), shown);
}

void TestOutsideFiles::changedProjectAsksAgain()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    answer(QStringLiteral("Open Them"));
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside("elsewhere/others.db"))));
    QVERIFY(isAsking());
    QVERIFY(!showsTables());
    answer(QStringLiteral("Not Now"));
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    QVERIFY(!isAsking());
}

void TestOutsideFiles::copiedProjectAsksAgain()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    answer(QStringLiteral("Open Them"));
    QVERIFY(m_fixture->open(project("other/p.weir", outside())));
    QVERIFY(isAsking());
}

void TestOutsideFiles::escapeIsNotNow()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!isAsking());
    QVERIFY(!showsTables());
}

void TestOutsideFiles::aTablesPageOffersIt()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    answer(QStringLiteral("Not Now"));
    auto *page = m_fixture->find<EmptyState>("withheldState");
    QVERIFY(page->isVisible());
    page->findChild<QPushButton *>()->click();
    QVERIFY(isAsking());
    answer(QStringLiteral("Open Them"));
    QVERIFY(showsTables());
}

void TestOutsideFiles::anotherProjectDropsTheQuestion()
{
    QVERIFY(m_fixture->open(project("p.weir/p.weir", outside())));
    QVERIFY(isAsking());
    m_fixture->trigger("actionNew");
    QVERIFY(!isAsking());
    QVERIFY(showsTables());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QCOMPARE(made(), QStringList());
}

void TestOutsideFiles::savedProjectsOfThisWindowAreNotAskedAbout()
{
    DatabaseProfile orders = m_fixture->project().databases.at(2);
    orders.sqlite().file = outside();
    m_fixture->window->document().setDatabase(2, orders);
    m_fixture->dialogs.next = m_fixture->file("p.weir/new.weir");
    QVERIFY(QDir().mkpath(m_fixture->file("p.weir")));
    m_fixture->trigger("actionSaveAs");
    QTRY_COMPARE(m_fixture->window->document().path(), m_fixture->file("p.weir/new.weir"));
    QVERIFY(!isAsking());
    QVERIFY(showsTables());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QVERIFY(QFileInfo::exists(outside()));
    QVERIFY(m_fixture->open(m_fixture->file("p.weir/new.weir"))); // now it comes from a file
    QVERIFY(isAsking());
}

void TestOutsideFiles::longAndHostileNames()
{
    const QString name =
        QStringLiteral("elsewhere/<b>&x\n\u202e") + QString(150, u'y') + QStringLiteral(".db");
    QVERIFY(m_fixture->open(project("p.weir/p.weir", m_fixture->directory.filePath(name))));
    QVERIFY(isAsking());
    QVERIFY(!question()->informativeText().contains(QChar(0x202e)));
    QVERIFY(question()->width() < 800);
    answer(QStringLiteral("Not Now"));
    QVERIFY(m_fixture->window->minimumSizeHint().width() <= 800);
}

QTEST_MAIN(TestOutsideFiles)
#include "tst_outsidefiles.moc"
