// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "windowfixture.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QSemaphore>
#include <QStatusBar>

#include <sys/stat.h>

using namespace Weir;

namespace {

/// Whatever an executor is to do with this file has to wait meanwhile, as if the disk did not answer.
class SlowFile
{
public:
    SlowFile(Executor &executor, const QString &path)
        : m_over(std::make_shared<QSemaphore>())
    {
        const auto wait = [over = m_over](const std::stop_token &) -> Expected<void> {
            over->acquire();
            return {};
        };
        executor.run(Executor::file(path, nullptr, Executor::Duty::Question), wait,
                     [](const Expected<void> &) {});
    }
    ~SlowFile() { end(); }
    SlowFile(const SlowFile &) = delete;
    SlowFile &operator=(const SlowFile &) = delete;

    void end() const { m_over->release(); }

private:
    const std::shared_ptr<QSemaphore> m_over;
};

} // namespace

class TestProjectFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saveAsAndOpen();
    void nothingIsSavedOverADatabase_data();
    void nothingIsSavedOverADatabase();
    void brokenProject_data();
    void brokenProject();
    void guardSaves();
    void guardDiscards();
    void guardCancels();
    void closeAsksAboutChanges();
    void dropOpensAProject();
    void dropOfOtherFilesIsRefused();
    void recentProjects();
    void missingRecentProjectGoes();
    void titleShowsNameAndChange();
    void strangeNamesAreShownAsTheyAre();
    void slowFileHoldsUpNothing();
    void pipeIsNoProject();
    void newerOpeningCounts();
    void newProjectEndsAnOpening();
    void dialogsGoWithTheirProject();
    void savingUnderANameEndsAnOpening();
    void changesWhileOpeningAreAskedAbout();
    void projectStaysWhenARunBeganMeanwhile();
    void slowSavingHoldsUpNothing();
    void failedSavingChangesNothing();
    void laterChangesAreAskedAboutAfterSaving();
    void closingWaitsForTheSaving_data();
    void closingWaitsForTheSaving();

private:
    void change() const
    {
        m_fixture->window->document().setCell(QStringLiteral("users"), 0, 1, QStringLiteral("Zoe"));
    }
    QString saved(const char *name) const { return saved(QString::fromLatin1(name)); }
    QString saved(const QString &name) const
    {
        Project project = ProjectFile::sample();
        project.name = QStringLiteral("Another");
        const QString path = m_fixture->directory.filePath(name);
        return ProjectFile::save(project, path) ? path : QString();
    }
    bool isAsking() const { return m_fixture->find<QMessageBox>("unsavedChangesBox"); }
    QString status() const { return m_fixture->window->statusBar()->currentMessage(); }

    std::unique_ptr<WindowFixture> m_fixture;
};

void TestProjectFiles::init()
{
    failOnWarnings();
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->show());
}

void TestProjectFiles::cleanup()
{
    m_fixture.reset();
}

void TestProjectFiles::saveAsAndOpen()
{
    change();
    m_fixture->dialogs.next = m_fixture->file("mine.weir");
    m_fixture->trigger("actionSave"); // has no name yet: asks for one
    QCOMPARE(m_fixture->dialogs.questions, 1);
    QTRY_VERIFY(!m_fixture->window->isWindowModified());
    m_fixture->trigger("actionNew");
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
    m_fixture->trigger("actionOpen");
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->project().rowsOf(QStringLiteral("users")).at(0).at(1), QStringLiteral("Zoe"));
    change();
    m_fixture->trigger("actionSave");
    QVERIFY(m_fixture->settle());
    QVERIFY(!m_fixture->window->isWindowModified());
    QCOMPARE(m_fixture->dialogs.questions, 2);
}

void TestProjectFiles::nothingIsSavedOverADatabase_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QByteArray>("victim");
    QTest::newRow("project over a database") << QByteArray("actionSaveAs") << QByteArray("data/users.db");
    QTest::newRow("project over a database's log")
        << QByteArray("actionSaveAs") << QByteArray("data/users.db-wal");
    QTest::newRow("project over a link to one") << QByteArray("actionSaveAs") << QByteArray("link.weir");
    QTest::newRow("log over a database") << QByteArray("log") << QByteArray("data/orders.db");
    QTest::newRow("log over the project") << QByteArray("log") << QByteArray("mine.weir");
    QTest::newRow("log over a link to nothing") << QByteArray("log") << QByteArray("nothing.txt");
}

void TestProjectFiles::nothingIsSavedOverADatabase()
{
    QFETCH(QByteArray, action);
    QFETCH(QByteArray, victim);
    m_fixture->dialogs.next = m_fixture->file("mine.weir");
    m_fixture->trigger("actionSave");
    QTRY_COMPARE(m_fixture->window->document().path(), m_fixture->file("mine.weir"));
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QVERIFY(QFile::link(m_fixture->file("data/users.db"), m_fixture->file("link.weir")));
    QVERIFY(QFile::link(m_fixture->file("nowhere"), m_fixture->file("nothing.txt")));
    const auto content = [this, &victim] {
        QFile file(m_fixture->file(victim.constData()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = content();
    m_fixture->dialogs.next = m_fixture->file(victim.constData());
    if (action == "log")
        m_fixture->part<LogPanel>()->findChild<QAction *>(QStringLiteral("actionSave"))->trigger();
    else
        m_fixture->trigger(action.constData());
    QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY(m_fixture->infoBar()->text().contains(QStringLiteral("choose another name")));
    QCOMPARE(content(), before);
    QVERIFY(!QFile::exists(m_fixture->file("nowhere")));
    m_fixture->dialogs.next = m_fixture->file("mine.weir"); // itself is no obstacle
    QSignalSpy saved(&m_fixture->window->files(), &ProjectFiles::saved);
    m_fixture->trigger("actionSaveAs");
    QTRY_COMPARE(saved.count(), 1);
}

void TestProjectFiles::brokenProject_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("not JSON") << QByteArray("{\n  \"format\": 1,\n  oops\n}");
    QTest::newRow("other format") << QByteArray("{\"format\": 99}");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("markup") << QByteArray("<img src='file:///etc/passwd'><b>bold</b>");
}

void TestProjectFiles::brokenProject()
{
    QFETCH(QByteArray, text);
    QFile file(m_fixture->file("<b>broken.weir"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    const Project before = m_fixture->project();
    m_fixture->dialogs.next = file.fileName();
    m_fixture->trigger("actionOpen");
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->project(), before);
    QVERIFY(m_fixture->infoBar()->isVisible());
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QVERIFY(m_fixture->infoBar()->text().contains(QStringLiteral("broken.weir")));
    QCOMPARE(m_fixture->find<QLabel>("infoText")->textFormat(), Qt::PlainText);
    QCOMPARE(m_fixture->logView()->model()->rowCount(), 1);
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun")); // and the window works on
    QVERIFY(!m_fixture->infoBar()->isVisible());
}

void TestProjectFiles::guardSaves()
{
    change();
    m_fixture->dialogs.next = m_fixture->file("kept.weir");
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Save));
    QTRY_COMPARE(m_fixture->project(), ProjectFile::sample());
    QVERIFY(QFile::exists(m_fixture->file("kept.weir")));
}

void TestProjectFiles::guardDiscards()
{
    change();
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
    QVERIFY(!m_fixture->window->isWindowModified());
}

void TestProjectFiles::guardCancels()
{
    change();
    const Project changed = m_fixture->project();
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Cancel));
    QCOMPARE(m_fixture->project(), changed);
    // Save, but no name is chosen: nothing is lost either.
    QTRY_VERIFY(!isAsking());
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Save));
    QCOMPARE(m_fixture->project(), changed);
}

void TestProjectFiles::closeAsksAboutChanges()
{
    change();
    m_fixture->window->close();
    QVERIFY(m_fixture->window->isVisible());
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Cancel));
    QVERIFY(m_fixture->window->isVisible());
    QTRY_VERIFY(!isAsking());
    m_fixture->window->close();
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
    QTRY_VERIFY(!m_fixture->window->isVisible());
}

void TestProjectFiles::dropOpensAProject()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(saved("dropped.weir"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_fixture->window.get(), &drop);
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->project().name, QStringLiteral("Another"));
    QTRY_COMPARE(m_fixture->tableTitles(), titles(0, 0, 0));
}

void TestProjectFiles::dropOfOtherFilesIsRefused()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/picture.png"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(m_fixture->window.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestProjectFiles::recentProjects()
{
    QVERIFY(m_fixture->open(saved("first.weir")));
    QVERIFY(m_fixture->open(saved("second & third.weir")));
    auto *menu = m_fixture->find<QMenu>("menuRecent");
    QCOMPARE(m_fixture->settings.recentProjects().size(), 2);
    QVERIFY(menu->actions().at(0)->text().contains(QStringLiteral("second && third.weir")));
    menu->actions().at(1)->trigger();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->settings.recentProjects().first(), m_fixture->file("first.weir"));
    m_fixture->trigger("actionClearRecent");
    QTRY_VERIFY(m_fixture->settings.recentProjects().isEmpty());
    QTRY_COMPARE(menu->actions().size(), 1);
    QVERIFY(!menu->actions().at(0)->isEnabled());
}

void TestProjectFiles::missingRecentProjectGoes()
{
    m_fixture->settings.addRecentProject(m_fixture->file("gone.weir"));
    auto *menu = m_fixture->find<QMenu>("menuRecent");
    menu->actions().at(0)->trigger();
    QTRY_VERIFY(m_fixture->infoBar()->isVisible());
    QVERIFY(m_fixture->settings.recentProjects().isEmpty());
}

void TestProjectFiles::titleShowsNameAndChange()
{
    QVERIFY(m_fixture->open(saved("first.weir")));
    QVERIFY(m_fixture->window->windowTitle().startsWith(QStringLiteral("first.weir[*]")));
    QVERIFY(!m_fixture->window->isWindowModified());
    change();
    QVERIFY(m_fixture->window->isWindowModified());
    m_fixture->trigger("actionUndo");
    QVERIFY(!m_fixture->window->isWindowModified());
}

/// No markup, no mnemonic, no mark of Qt's, and nothing that reorders or hides text.
void TestProjectFiles::strangeNamesAreShownAsTheyAre()
{
    QVERIFY(m_fixture->open(saved(QStringLiteral("a\tb <i>&[*] \u202e.weir"))));
    QVERIFY(m_fixture->window->windowTitle().startsWith(QStringLiteral("a\\tb <i>&[*][*] \\u202E.weir[*]")));
    const QAction *recent = m_fixture->find<QMenu>("menuRecent")->actions().at(0);
    QVERIFY(recent->text().endsWith(QStringLiteral("a\\tb <i>&&[*] \\u202E.weir")));
    QVERIFY(recent->toolTip().startsWith(QStringLiteral("<qt>")));
    QVERIFY(recent->toolTip().contains(QStringLiteral("&lt;i&gt;&amp;[*] \\u202E")));
    m_fixture->infoBar()->showMessage(InfoBar::Severity::Error, QStringLiteral("one\ntwo\u202e\x1b"));
    QCOMPARE(m_fixture->infoBar()->text(), QStringLiteral("one\ntwo\\u202E\\x1B"));
    QCOMPARE(m_fixture->find<QLabel>("infoText")->textFormat(), Qt::PlainText);
}

void TestProjectFiles::slowFileHoldsUpNothing()
{
    const QString path = saved("slow.weir");
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->window->openProject(path);
    QVERIFY(m_fixture->window->files().isBusy());
    QCOMPARE(status(), QStringLiteral("Opening %1…").arg(path));
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
    WEIR_RUN(*m_fixture, m_fixture->trigger("actionRun"));
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
    slow.end();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->project().name, QStringLiteral("Another"));
    QCOMPARE(status(), QStringLiteral("Opened %1").arg(path));
}

void TestProjectFiles::pipeIsNoProject()
{
    const QString path = m_fixture->file("pipe.weir");
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    QVERIFY(m_fixture->open(path));
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
    QCOMPARE(m_fixture->infoBar()->text(),
             QStringLiteral("The project \"%1\" cannot be read: it is not a file.").arg(path));
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
}

void TestProjectFiles::newerOpeningCounts()
{
    const QString path = saved("slow.weir");
    const SlowFile slow(m_fixture->window->executor(), path);
    QSignalSpy opened(&m_fixture->window->files(), &ProjectFiles::opened);
    m_fixture->window->openProject(path);
    QVERIFY(m_fixture->open(saved("quick.weir")));
    QCOMPARE(m_fixture->window->document().path(), m_fixture->file("quick.weir"));
    slow.end();
    QVERIFY(m_fixture->open(path)); // behind the first opening of it
    QCOMPARE(opened.count(), 2);
    QCOMPARE(m_fixture->window->document().path(), path);
}

void TestProjectFiles::newProjectEndsAnOpening()
{
    const QString path = saved("slow.weir");
    QSignalSpy opened(&m_fixture->window->files(), &ProjectFiles::opened);
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->window->openProject(path);
    m_fixture->trigger("actionNew");
    QVERIFY(!m_fixture->window->files().isBusy());
    slow.end();
    QTRY_VERIFY(!m_fixture->window->executor().isBusy(path));
    QCOMPARE(opened.count(), 0);
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
}

void TestProjectFiles::dialogsGoWithTheirProject()
{
    const QString path = saved("slow.weir");
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->window->openProject(path);
    m_fixture->trigger("actionEmpty");
    m_fixture->trigger("actionRunSettings");
    QCOMPARE(m_fixture->window->findChildren<QDialog *>().size(), 2);
    slow.end();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->window->document().path(), path);
    QTRY_COMPARE(m_fixture->window->findChildren<QDialog *>().size(), 0);
}

// The name is for the project that was there when it was asked for.
void TestProjectFiles::savingUnderANameEndsAnOpening()
{
    const QString path = saved("slow.weir");
    change();
    const Project changed = m_fixture->project();
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->window->openProject(path);
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
    QVERIFY(m_fixture->window->files().isBusy());
    m_fixture->dialogs.next = m_fixture->file("mine.weir");
    m_fixture->trigger("actionSaveAs");
    slow.end();
    QTRY_COMPARE(m_fixture->window->document().path(), m_fixture->file("mine.weir"));
    QTRY_VERIFY(!m_fixture->window->executor().isBusy(path));
    QCOMPARE(m_fixture->project(), changed);
    QCOMPARE(ProjectFile::load(m_fixture->file("mine.weir")).value_or(Project()), changed);
}

void TestProjectFiles::changesWhileOpeningAreAskedAbout()
{
    const QString path = saved("slow.weir");
    change();
    {
        const SlowFile slow(m_fixture->window->executor(), path);
        m_fixture->window->openProject(path);
        QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
        QTRY_VERIFY(!isAsking());
        QVERIFY(m_fixture->window->files().isBusy());
        m_fixture->window->document().setCell(QStringLiteral("users"), 1, 1, QStringLiteral("Eve"));
    }
    QTRY_VERIFY(isAsking());
    QVERIFY(m_fixture->window->document().path().isEmpty());
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
    QCOMPARE(m_fixture->window->document().path(), path);
}

void TestProjectFiles::projectStaysWhenARunBeganMeanwhile()
{
    const QString path = saved("slow.weir");
    m_fixture->settings.setReplaysSlowly(true);
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->window->openProject(path);
    m_fixture->trigger("actionRun");
    QTRY_COMPARE(m_fixture->window->presenter().state(), RunPresenter::State::Replaying);
    slow.end();
    QVERIFY(m_fixture->settle());
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
    QCOMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Warning);
    QCOMPARE(m_fixture->infoBar()->text(), QStringLiteral("Stop the run first, then open another project."));
}

void TestProjectFiles::slowSavingHoldsUpNothing()
{
    const QString path = saved("slow.weir");
    QVERIFY(m_fixture->open(path));
    change();
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->trigger("actionSave");
    QCOMPARE(status(), QStringLiteral("Saving %1…").arg(path));
    QVERIFY(m_fixture->window->isWindowModified());
    const Project written = m_fixture->project();
    m_fixture->window->document().setCell(QStringLiteral("users"), 1, 1, QStringLiteral("Eve"));
    slow.end();
    QVERIFY(m_fixture->settle());
    QVERIFY(m_fixture->window->isWindowModified());
    QCOMPARE(ProjectFile::load(path).value_or(Project()), written);
    m_fixture->trigger("actionUndo");
    QVERIFY(!m_fixture->window->isWindowModified());
    m_fixture->trigger("actionRedo");
    m_fixture->trigger("actionSave");
    m_fixture->trigger("actionSave"); // waits for the one before
    QVERIFY(m_fixture->settle());
    QVERIFY(!m_fixture->window->isWindowModified());
    QCOMPARE(ProjectFile::load(path).value_or(Project()), m_fixture->project());
}

void TestProjectFiles::failedSavingChangesNothing()
{
    change();
    const QString title = m_fixture->window->windowTitle();
    const QString path = m_fixture->file("none/of.weir");
    m_fixture->dialogs.next = path;
    QSignalSpy failed(&m_fixture->window->files(), &ProjectFiles::failed);
    m_fixture->trigger("actionNew");
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Save));
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(m_fixture->infoBar()->text().startsWith(
        QStringLiteral("The project was not saved to \"%1\": ").arg(path)));
    QCOMPARE(m_fixture->window->windowTitle(), title);
    QVERIFY(m_fixture->window->isWindowModified());
    QVERIFY(m_fixture->window->document().path().isEmpty());
    QVERIFY(m_fixture->project() != ProjectFile::sample());
}

void TestProjectFiles::laterChangesAreAskedAboutAfterSaving()
{
    const QString path = saved("slow.weir");
    QVERIFY(m_fixture->open(path));
    change();
    {
        const SlowFile slow(m_fixture->window->executor(), path);
        m_fixture->trigger("actionNew");
        QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Save));
        QTRY_VERIFY(!isAsking());
        m_fixture->window->document().setCell(QStringLiteral("users"), 1, 1, QStringLiteral("Eve"));
    }
    QTRY_VERIFY(isAsking());
    QVERIFY(m_fixture->answer("unsavedChangesBox", QMessageBox::Discard));
    QCOMPARE(m_fixture->project(), ProjectFile::sample());
}

void TestProjectFiles::closingWaitsForTheSaving_data()
{
    QTest::addColumn<bool>("fails");
    QTest::newRow("saved") << false;
    QTest::newRow("not saved") << true;
}

void TestProjectFiles::closingWaitsForTheSaving()
{
    QFETCH(bool, fails);
    QVERIFY(QDir().mkpath(m_fixture->file("folder")));
    const QString path = saved("folder/slow.weir");
    QVERIFY(m_fixture->open(path));
    change();
    const Project changed = m_fixture->project();
    const SlowFile slow(m_fixture->window->executor(), path);
    m_fixture->trigger("actionSave");
    m_fixture->window->close();
    QVERIFY(m_fixture->window->isVisible());
    QVERIFY(!isAsking());
    QCOMPARE(m_fixture->infoBar()->text(),
             QStringLiteral("The project is being saved; the window closes when it is."));
    if (fails)
        QVERIFY(QDir(m_fixture->file("folder")).removeRecursively());
    slow.end();
    if (fails) {
        QTRY_COMPARE(m_fixture->infoBar()->severity(), InfoBar::Severity::Error);
        QVERIFY(m_fixture->window->isVisible());
        QVERIFY(m_fixture->window->isWindowModified());
    } else {
        QTRY_VERIFY(!m_fixture->window->isVisible());
        QCOMPARE(ProjectFile::load(path).value_or(Project()), changed);
    }
}

QTEST_MAIN(TestProjectFiles)
#include "tst_projectfiles.moc"
