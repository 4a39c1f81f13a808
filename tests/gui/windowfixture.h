// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/projectfiles.h"
#include "gui/project/testdatapanel.h"
#include "gui/run/logpanel.h"
#include "gui/services/appsettings.h"
#include "gui/services/filedialogs.h"
#include "gui/services/translator.h"
#include "gui/tables/tablegrid.h"
#include "gui/tables/tablepanel.h"
#include "gui/tables/tableworkspace.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/theme.h"
#include "gui/window/mainwindow.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Weir {

/// Every warning but the offscreen platform's own, about what it cannot do.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support )")));
}

/// Answers at once with the next name (several: a line each); an empty one is a user who gives up.
class ScriptedFileDialogs : public FileDialogs
{
public:
    QString next;
    int questions = 0;
    Question asked; // the last one

    void openFile(QWidget *, const Question &question, const Answer &answer) override
    {
        reply(question, answer);
    }
    void openFiles(QWidget *, const Question &question, const Answers &answer) override
    {
        reply(question, [&answer](const QString &path) { answer(path.split(u'\n')); });
    }
    void openDirectory(QWidget *, const Question &question, const Answer &answer) override
    {
        reply(question, answer);
    }
    void saveFile(QWidget *, const Question &question, const Answer &answer) override
    {
        reply(question, answer);
    }

private:
    void reply(const Question &question, const Answer &answer)
    {
        ++questions;
        asked = question;
        if (!next.isEmpty())
            answer(next);
    }
};

/// A main window on data and settings of its own, its runs shown at full speed.
class WindowFixture
{
public:
    WindowFixture()
        : store(directory.filePath(QStringLiteral("weir.ini")), QSettings::IniFormat)
        , settings(store)
        , translator(QStringLiteral(WEIR_BIN_DIR "/../share/weir/translations"))
    {
        translator.setLanguage(QStringLiteral("en"));
        theme.setMode(Theme::Mode::Light);
        settings.setReplaysSlowly(false);
    }

    void makeWindow()
    {
        window = std::make_unique<MainWindow>(MainWindow::Services{settings, theme, translator, dialogs},
                                              dataDirectory());
        window->show();
    }
    bool show()
    {
        makeWindow();
        window->activateWindow();
        return QTest::qWaitForWindowActive(window.get());
    }

    /// Opens a project; false: it is still being read.
    bool open(const QString &path) const
    {
        window->openProject(path);
        return settle();
    }
    /// Waits until no project file is being read or written.
    bool settle() const
    {
        return QTest::qWaitFor([this] { return !window->files().isBusy(); });
    }

    QString dataDirectory() const { return directory.filePath(QStringLiteral("data")); }
    QString file(const char *name) const { return directory.filePath(QLatin1String(name)); }

    template<typename T>
    T *find(const char *name) const
    {
        return window->findChild<T *>(QLatin1String(name));
    }
    template<typename T>
    T *part() const // the only widget of its class
    {
        return window->findChild<T *>();
    }
    QAction *action(const char *name) const { return find<QAction>(name); }
    void trigger(const char *name) const { action(name)->trigger(); }

    bool isIdle() const { return window->presenter().state() == RunPresenter::State::Idle; }
    TablePanel *table(int index) const { return part<TableWorkspace>()->panels().at(index); }
    QStringList tableTitles() const
    {
        QStringList titles;
        for (const TablePanel *panel : part<TableWorkspace>()->panels())
            titles.append(panel->title());
        return titles;
    }
    QTableView *testGrid() const
    {
        return part<TestDataPanel>()->findChild<QTableView *>(QStringLiteral("grid"));
    }
    QTableView *logView() const { return part<LogPanel>()->findChild<QTableView *>(QStringLiteral("view")); }
    InfoBar *infoBar() const { return part<InfoBar>(); }
    Project project() const { return window->document().project(); }

    /// Presses a message box's button; false: there is no such box.
    bool answer(const char *box, QMessageBox::StandardButton button) const
    {
        auto *found = find<QMessageBox>(box);
        if (!found || !found->button(button))
            return false;
        found->button(button)->click();
        return true;
    }

    QTemporaryDir directory;
    QSettings store;
    AppSettings settings;
    Translator translator;
    Theme theme;
    ScriptedFileDialogs dialogs;
    std::unique_ptr<MainWindow> window;
};

/// Runs once and waits until everything is shown. The sample leaves 9, 9 and 7 rows more.
#define WEIR_RUN(fixture, trigger)                                                                           \
    do {                                                                                                     \
        QSignalSpy completed(&(fixture).window->presenter(), &Weir::RunPresenter::completed);                \
        trigger;                                                                                             \
        QTRY_COMPARE_WITH_TIMEOUT(completed.count(), 1, 20000);                                              \
        QTRY_VERIFY((fixture).isIdle());                                                                     \
    } while (false)

inline QStringList titles(int users, int products, int orders)
{
    return {QStringLiteral("users.db (%1)").arg(users), QStringLiteral("products.db (%1)").arg(products),
            QStringLiteral("orders.db (%1)").arg(orders)};
}

} // namespace Weir
