// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadhistorydialog.h"
#include "gui/load/loadpanel.h"
#include "gui/load/loadsheet.h"
#include "gui/load/menddialog.h"
#include "support/outsider.h"
#include "windowfixture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSpinBox>
#include <QToolButton>

namespace Weir {

/// A child by its object name.
template<typename T>
T *of(QWidget *parent, const char *name)
{
    return parent->findChild<T *>(QLatin1String(name));
}

inline QPushButton *button(QWidget *parent, const char *name)
{
    return of<QPushButton>(parent, name);
}

/// Presses the button of a message box that has this text; false: there is none.
inline bool answer(QMessageBox *box, const QString &text)
{
    const QList<QAbstractButton *> buttons = box ? box->buttons() : QList<QAbstractButton *>();
    for (QAbstractButton *each : buttons) {
        if (each->text() == text) {
            each->click();
            return true;
        }
    }
    return false;
}

inline void drop(QWidget *target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(target, &event);
}

/// Holds a database's lock as another program would.
class DatabaseLock
{
public:
    explicit DatabaseLock(const QString &path)
        : m_program(path)
        , m_held(m_program.execute("BEGIN IMMEDIATE"))
    {}
    bool isHeld() const { return m_held; }

private:
    Outsider m_program;
    bool m_held = false;
};

/// A main window into which files are loaded.
class LoadWindow : public WindowFixture
{
public:
    bool show()
    {
        return WindowFixture::show()
            && QTest::qWaitFor([this] { return tableTitles() == titles(0, 0, 0); }, 5000);
    }

    QString write(const char *name, const QByteArray &bytes) const
    {
        QFile to(file(name));
        return to.open(QIODevice::WriteOnly) && to.write(bytes) == bytes.size() ? to.fileName() : QString();
    }
    QString manyUsers(int rows) const
    {
        QByteArray bytes("name,email\n");
        for (int i = 0; i < rows; ++i)
            bytes += "User " + QByteArray::number(i) + ",u" + QByteArray::number(i) + "@example.com\n";
        return write("users.csv", bytes);
    }
    QString database(const char *name) const { return dataDirectory() + u'/' + QLatin1String(name); }

    LoadSheet *sheet() const { return window->findChild<LoadSheet *>(); }
    LoadPanel *panel() const { return part<LoadPanel>(); }
    LoadPresenter &loads() const { return window->loads(); }

    /// Drops the files on the window and waits until the sheet has read them.
    bool openSheetWith(const QStringList &paths) const
    {
        drop(window.get(), paths);
        return QTest::qWaitFor([this] { return sheet() && isRead(); });
    }
    /// The sheet has read all its files.
    bool isRead() const
    {
        const LoadDraft &draft = sheet()->draft();
        for (int row = 0; row < draft.rowCount(); ++row) {
            if (draft.file(row).inspecting)
                return false;
        }
        return draft.rowCount() > 0;
    }
    bool load(const QStringList &paths) const { return openSheetWith(paths) && loadSheet(); }
    bool loadSheet() const
    {
        QSignalSpy completed(&loads(), &LoadPresenter::completed);
        button(sheet(), "loadButton")->click();
        return QTest::qWaitFor([&] { return completed.count() == 1; }, 20000)
            && QTest::qWaitFor([this] { return !sheet(); });
    }
    /// Loads what the sheet shows in many batches, and pauses before one of them is committed.
    bool loadPaused() const
    {
        const DatabaseLock lock(database("users.db"));
        of<QSpinBox>(sheet(), "batchSpin")->setValue(500);
        const auto pause = QObject::connect(&loads(), &LoadPresenter::started, &loads(),
                                            [this] { loads().setPaused(true); });
        button(sheet(), "loadButton")->click();
        const bool paused =
            QTest::qWaitFor([this] { return loads().state() == LoadPresenter::State::Paused; });
        QObject::disconnect(pause);
        return lock.isHeld() && paused;
    }
    /// Loads the file in batches of a few rows and cancels it when some of them are in.
    bool loadAndCancel(const QString &path) const
    {
        if (!openSheetWith({path}))
            return false;
        const LoadPlan plan = sheet()->draft().plan();
        sheet()->reject();
        return cancelMidway(plan);
    }
    /// Rows of users are slow meanwhile, so that no machine is fast enough to finish.
    bool cancelMidway(LoadPlan plan) const
    {
        plan.settings.batchRows = 10;
        const Outsider program(database("users.db"));
        const bool slow = program.execute("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT)")
            && program.execute(
                "CREATE TRIGGER slow BEFORE INSERT ON users BEGIN SELECT max(n) FROM (WITH RECURSIVE "
                "counting(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counting LIMIT 5000) "
                "SELECT n FROM counting); END");
        QSignalSpy completed(&loads(), &LoadPresenter::completed);
        const auto stop = QObject::connect(&loads(), &LoadPresenter::progressed, &loads(), [this] {
            if (loads().progressModel().total().counts.inserted > 0)
                loads().stop();
        });
        const bool began = loads().load(plan);
        const bool ended = QTest::qWaitFor([&] { return completed.count() == 1; }, 20000);
        QObject::disconnect(stop);
        return slow && began && ended && loads().result()->cancelled && program.execute("DROP TRIGGER slow");
    }
    LoadHistoryDialog *openHistory(int loads) const
    {
        trigger("actionLoads");
        auto *dialog = part<LoadHistoryDialog>();
        const auto *view = of<QTableView>(dialog, "view");
        return QTest::qWaitFor([&] { return view->model()->rowCount() == loads; }) ? dialog : nullptr;
    }
    /// The mend dialog, when it has read so many lines.
    MendDialog *openMending(int lines) const
    {
        of<QToolButton>(panel(), "mendButton")->click();
        auto *dialog = part<MendDialog>();
        const auto *grid = dialog ? of<QTableView>(dialog, "grid") : nullptr;
        return grid && QTest::qWaitFor([&] { return grid->model()->rowCount() == lines; }) ? dialog : nullptr;
    }
};

} // namespace Weir
