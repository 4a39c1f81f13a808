// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "gui/load/loadpresenter.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

/// Loads and undoings while other work holds the databases.
class TestLoadPresenter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void oneThingAtATime();
    void stoppedWhileWaiting();
    void undoStoppedWhileWaiting();
    void stoppedWorkDoesNotBeginLater();
    void droppedQuestionIsNotAsked();
    void clears();

private:
    /// Work that lasts until m_release is released.
    void occupy();
    LoadPlan plan() const;
    static RecordedLoad someLoad();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<RunController> m_controller;
    std::unique_ptr<LoadPresenter> m_presenter;
    QSemaphore m_release;
};

void TestLoadPresenter::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    m_controller = std::make_unique<RunController>(m_directory->path());
    m_presenter = std::make_unique<LoadPresenter>(*m_controller);
}

void TestLoadPresenter::cleanup()
{
    m_presenter.reset();
    m_controller.reset();
}

void TestLoadPresenter::occupy()
{
    const auto work = [this](Databases &, const std::stop_token &) -> Expected<void> {
        m_release.acquire();
        return {};
    };
    m_controller->write(ProjectFile::sample(), {}, {}, work, [](const Expected<void> &) {});
}

LoadPlan TestLoadPresenter::plan() const
{
    QFile file(m_directory->filePath(QStringLiteral("users.csv")));
    LoadPlan plan;
    if (file.open(QIODevice::WriteOnly) && file.write("name,email\nA,a@example.com\n") > 0) {
        plan.project = ProjectFile::sample();
        plan.files = {{file.fileName(), {}, 0, {}, {{-1, 0, 1}, 2}}};
    }
    return plan;
}

RecordedLoad TestLoadPresenter::someLoad()
{
    RecordedLoad load;
    load.database = ProjectFile::sample().databases.at(0).name;
    load.load.id = QByteArray(16, 'x');
    return load;
}

void TestLoadPresenter::oneThingAtATime()
{
    QSignalSpy begun(m_presenter.get(), &LoadPresenter::begun);
    QSignalSpy completed(m_presenter.get(), &LoadPresenter::completed);
    occupy();
    QVERIFY(m_presenter->load(plan()));
    QCOMPARE(m_presenter->state(), LoadPresenter::State::Waiting);
    QCOMPARE(begun.count(), 1);
    QVERIFY(!m_presenter->load(plan()));
    QVERIFY(!m_presenter->undo(plan().project, someLoad()));
    QVERIFY(!m_presenter->undoProgress());
    m_release.release();
    QTRY_COMPARE(completed.count(), 1);
    QCOMPARE(m_presenter->result()->counts().inserted, 1);
    QCOMPARE(begun.count(), 1);
}

void TestLoadPresenter::stoppedWhileWaiting()
{
    QSignalSpy completed(m_presenter.get(), &LoadPresenter::completed);
    QVERIFY(m_presenter->load(plan()));
    QTRY_COMPARE(completed.count(), 1);
    occupy();
    LoadPlan other = plan();
    other.files.first().path = QStringLiteral("other.csv");
    QVERIFY(m_presenter->load(other));
    m_presenter->stop();
    QCOMPARE(m_presenter->state(), LoadPresenter::State::Idle);
    // Result and plan still belong together.
    QVERIFY(m_presenter->result());
    QCOMPARE(m_presenter->plan().files.at(0).path, plan().files.at(0).path);
    m_release.release();
    QTRY_VERIFY(!m_controller->isRunning());
    QCOMPARE(completed.count(), 1);
}

void TestLoadPresenter::undoStoppedWhileWaiting()
{
    QSignalSpy undone(m_presenter.get(), &LoadPresenter::undone);
    occupy();
    QVERIFY(m_presenter->undo(plan().project, someLoad()));
    QCOMPARE(m_presenter->state(), LoadPresenter::State::Waiting);
    QVERIFY(m_presenter->undoProgress());
    m_presenter->stop();
    QCOMPARE(m_presenter->state(), LoadPresenter::State::Idle);
    QVERIFY(!m_presenter->undoProgress());
    QCOMPARE(undone.count(), 1);
    QVERIFY(undone.at(0).at(1).value<UndoResult>().stopped);
    QVERIFY(undone.at(0).at(2).toString().isEmpty());
    m_release.release();
    QTRY_VERIFY(!m_controller->isRunning());
    QCOMPARE(undone.count(), 1);
}

// What was stopped in the queue must not begin in the place of what came after it.
void TestLoadPresenter::stoppedWorkDoesNotBeginLater()
{
    QSignalSpy undone(m_presenter.get(), &LoadPresenter::undone);
    QSignalSpy completed(m_presenter.get(), &LoadPresenter::completed);
    occupy();
    QVERIFY(m_presenter->load(plan()));
    m_presenter->stop();
    QVERIFY(m_presenter->undo(plan().project, someLoad()));
    m_release.release();
    QTRY_COMPARE(undone.count(), 1);
    QVERIFY(!undone.at(0).at(2).toString().isEmpty()); // no database knows it
    QCOMPARE(m_presenter->state(), LoadPresenter::State::Idle);
    QCOMPARE(completed.count(), 0);
}

void TestLoadPresenter::droppedQuestionIsNotAsked()
{
    occupy();
    int answers = 0;
    const auto count = [&answers](const auto &) {
        ++answers;
    };
    m_presenter->askKnown(plan(), this, count).cancel();
    bool asked = false;
    m_presenter->askHistory(plan().project, this, [&asked](const auto &) { asked = true; });
    m_release.release();
    QTRY_VERIFY(asked);
    QCOMPARE(answers, 0);
}

void TestLoadPresenter::clears()
{
    QSignalSpy completed(m_presenter.get(), &LoadPresenter::completed);
    QVERIFY(m_presenter->load(plan()));
    m_presenter->clear(); // not while something is under way
    QTRY_COMPARE(completed.count(), 1);
    QVERIFY(m_presenter->result());
    m_presenter->clear();
    QVERIFY(!m_presenter->result());
    QVERIFY(m_presenter->plan().files.isEmpty());
    QCOMPARE(m_presenter->progressModel().rowCount(), 0);
    QVERIFY(!m_presenter->resumeStopped());
}

QTEST_GUILESS_MAIN(TestLoadPresenter)
#include "tst_loadpresenter.moc"
