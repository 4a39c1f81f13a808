// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/loadhistorydialog.h"
#include "gui/loadpanel.h"
#include "gui/loadsheet.h"
#include "gui/menddialog.h"
#include "windowfixture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QSpinBox>
#include <QSqlDatabase>
#include <QSqlQuery>
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
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), Name);
        database.setDatabaseName(path);
        m_held = database.open() && QSqlQuery(database).exec(QStringLiteral("BEGIN IMMEDIATE"));
    }
    ~DatabaseLock()
    {
        QSqlDatabase::database(Name, false).close();
        QSqlDatabase::removeDatabase(Name);
    }
    DatabaseLock(const DatabaseLock &) = delete;
    DatabaseLock &operator=(const DatabaseLock &) = delete;
    bool isHeld() const { return m_held; }

private:
    static inline const QString Name = QStringLiteral("lock");
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
    /// Loads the file in batches of a few rows and cancels it when some of them are in.
    bool loadAndCancel(const QString &path) const
    {
        if (!openSheetWith({path}))
            return false;
        LoadPlan plan = sheet()->draft().plan();
        plan.settings.batchRows = 10;
        sheet()->reject();
        QSignalSpy completed(&loads(), &LoadPresenter::completed);
        const auto stop = QObject::connect(&loads(), &LoadPresenter::progressed, &loads(), [this] {
            if (loads().progressModel().total().counts.inserted > 0)
                loads().stop();
        });
        const bool began = loads().load(plan);
        const bool ended = QTest::qWaitFor([&] { return completed.count() == 1; }, 20000);
        QObject::disconnect(stop);
        return began && ended && loads().result()->cancelled;
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
